// Command fakeproviders runs all fake providers on loopback, with delays like those of
// real ones, to try the app by hand or to measure it:
//
//	go run ./internal/testkit/cmd/fakeproviders
//
// It prints where each listens and what to enter in the app, and runs until it is
// interrupted. -sphinx lets them really hear and speak (English), -fault makes calls go
// wrong; -help lists everything.
package main
