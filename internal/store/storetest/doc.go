// Package storetest says what a store must do, as tests: one suite for each
// interface a domain declares, run on the real store and on Memory, the store that
// lives in a map. A test of a service can use Memory and knows that it behaves like
// the real one, locks and faults included. Only tests import it.
package storetest
