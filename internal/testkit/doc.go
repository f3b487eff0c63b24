// Package testkit holds what tests share: a clock turned by hand, golden files,
// and starters for the real services tests run against. Only tests import it.
package testkit
