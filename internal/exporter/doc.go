// Package exporter lists the formats a résumé can be exported to. Each is a package of its
// own below; PDF and DOCX are made where the page is set (frontend/src/paper).
package exporter
