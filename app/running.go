//go:build !bindings

package app

// Generating is true in the short-lived program that writes the page's bindings.
const Generating = false
