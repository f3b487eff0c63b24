// Package pdfmake writes small PDF files for tests: résumés that look like those of
// common programs, and files that are damaged or hostile on purpose. It knows only as
// much of the format (ISO 32000-1) as the tests need.
package pdfmake
