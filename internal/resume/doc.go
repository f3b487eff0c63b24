// Package resume makes many résumés of one ledger. A résumé holds no fact: its Overlay
// says what of the ledger is shown, in which order and in which words, and Apply puts
// ledger and overlay together into a Document, which paper and exporters print.
//
// The overlay is an algebra of pure functions (Hide, Move, Break, Column, Reword,
// Restore, Detach, Follow, Merge). They know items by their ids only: what the ledger has
// no more is skipped and stays in the overlay, so that an undo in the ledger brings it
// back as it was. No operation changes a fact; the fields that may be worded by a résumé
// are listed in field.go.
//
// Service keeps résumés, the steps that can be undone, their versions, and the trash.
package resume
