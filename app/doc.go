// Package app is what the user interface may do: small structs, one per area,
// whose methods decode their input, check that the app is ready, call one service
// and map the result to a plain view. Rules, SQL and HTTP live elsewhere.
//
// Two shells serve the same structs: a Wails window (desktop.go) and a page on
// loopback (browser.go). Neither knows more than the other.
package app
