// Package career is the ledger: the facts of a working life, each written once.
// Field names follow JSON Resume (https://jsonresume.org/schema). A résumé, an
// answer or a letter is drawn from the ledger; none of them ever changes it.
//
// Importers produce a Draft: what was understood of a document, what was not,
// and where each part came from. Nothing of a draft enters the ledger until the
// person has confirmed it.
package career
