// Package german is a translator for tests: it answers each line of an interviewer with a
// German one of the same kind, another one for each line. What it says has nothing to do with
// what it was given, which no test is to rest on.
package german
