// Package example fills a throw-away profile with an invented person: a ledger, a
// posting, a finished rehearsal with sound. It uses the same services as everybody
// else, so that the example can't show anything the app does not do.
package example
