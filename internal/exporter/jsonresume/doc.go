// Package jsonresume writes a ledger as JSON Resume, the open format for résumés
// (https://jsonresume.org/schema, version 1.0.0). Names and meanings of the fields are
// the format's own, and so are keys the ledger only kept (career.Extra): they come out as
// they came in. Kept sections are put where the format has a list of their kind; sections
// of the person's own, which it has no place for, under meta.jobjourney. Marked text is
// written as it is: what it means, Markdown means too.
package jsonresume
