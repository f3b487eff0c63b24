// Package compare says what differs between two documents of a résumé, field by field and
// word by word: two versions of one, or two résumés over one ledger. It looks at what is
// shown only; something hidden is something gone.
package compare
