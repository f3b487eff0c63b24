// Package internal holds what the product knows. README.md beside this file is the
// map: one line for each package, and the arrows between them.
//
// There is no code here, only the tests that watch the whole tree: who may import
// whom (arrows_test.go, reach_test.go) and how long functions and files may grow
// (size_test.go).
package internal
