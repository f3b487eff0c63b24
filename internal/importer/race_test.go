//go:build race

package importer_test

// The race detector's own memory is beyond the limits of a child.
const raceDetector = true
