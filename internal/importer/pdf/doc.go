// Package pdf reads a résumé out of a PDF file. A PDF is a drawing: it says which
// glyph goes where, never what a word, a line or a heading is. The package finds
// that out in steps, one file each:
//
//	open       the file is checked, opened and, if only an owner password guards it, deciphered
//	decipher   a file in a cipher the library doesn't know is rewritten in clear
//	security, ciphers, aes256   the key that opens it, and the ciphers
//	pages      the tree of pages is walked, with a guard against loops
//	content    the drawing program of a page is read and made safe to interpret
//	interpret  the program is run; every glyph gets its place, size and Unicode text
//	marks      what is marked as no content, or as meaning another text than its glyphs
//	font, cmap, encoding   what a code of a font means and how wide it is
//	direction  pages read from the right are turned round, and words put in reading order
//	rows       glyphs become words, pieces and rows
//	columns    rows become lines in reading order
//	inspect    what the file says of itself, for who wants to know how it fares with readers
//
// What the lines mean is found out by package reading. Files come from anywhere, so
// every step has a limit, and every call into the PDF library is guarded; what cannot
// be guarded inside a process (a stack overflow, all memory gone) is the business of
// the child process in package importer.
//
// Numbers in comments such as "9.4.3" are sections of ISO 32000-1:2008.
package pdf
