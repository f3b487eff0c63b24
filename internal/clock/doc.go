// Package clock is where time comes from. Services take a Clock instead of
// calling time.Now, so tests can turn it by hand; it is the one interface a
// shared leaf declares, because everybody would otherwise declare the same.
package clock
