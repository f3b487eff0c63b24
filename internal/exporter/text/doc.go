// Package text writes a résumé as plain text: for forms that take nothing else, and for
// reading it without any program. Lines aren't wrapped, as forms wrap for themselves.
package text
