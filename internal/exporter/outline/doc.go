// Package outline lays a résumé out as a row of parts, each with its words: what is
// common to all formats that are plain text in the end. markdown and text print the same
// row, so that both have the same words in the order of the document.
package outline
