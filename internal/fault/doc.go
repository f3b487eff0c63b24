// Package fault is the error vocabulary of the whole product: ten codes, each
// saying what a person can do next rather than which function gave up.
//
// Every layer wraps an error with the operation it was doing, as a noun phrase
// ("open vault: ..."), and leaves the code alone. At the edge, package app turns
// the innermost fault into a code, a key and parameters; the sentences live in
// the translations, never here.
package fault
