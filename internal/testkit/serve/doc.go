// Package serve holds what the fake servers of the tests have in common: which call
// fails and how (Plan), waiting on a clock that a test may turn, answering in JSON, and
// ways for a connection to end badly. Only tests and fakes import it.
package serve
