// Package jsonresume writes a ledger as JSON Resume, the open format for résumés
// (https://jsonresume.org/schema, version 1.0.0). Names and meanings of the fields are
// the format's own; what the ledger has besides is left out or, for kept sections, put
// where the format has a list of that kind.
package jsonresume
