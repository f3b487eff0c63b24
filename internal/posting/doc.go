// Package posting keeps job postings and reads them by rules: who is hiring,
// for what, where, what they ask for, and which terms they use. Every finding
// points at the sentence it came from, and nothing is guessed where the rules
// find nothing.
//
// Clean turns what a person pasted (often half HTML) into plain text. Extract
// reads that text; it is a pure function over the word tables in data/, which
// are written for English. A posting in another language is kept and shown as
// it is; its Reading says that no rule covers the language.
//
// Service keeps postings and remembers what a person corrected, so that reading
// the text again never undoes a correction.
package posting
