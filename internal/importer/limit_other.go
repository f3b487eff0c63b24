//go:build !linux && !windows

package importer

import (
	"fmt"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	memoryLook = 50 * time.Millisecond
	heldMemory = "/memory/classes/total:bytes"
)

// limitMemory watches the memory of this process from inside: macOS accepts a limit on
// data but doesn't enforce it. One allocation between two looks can go beyond; the
// collector's own limit keeps the usual growth below.
func limitMemory() error {
	debug.SetMemoryLimit(memoryLimit * 3 / 4)
	go func() {
		sample := []metrics.Sample{{Name: heldMemory}}
		for range time.Tick(memoryLook) {
			if metrics.Read(sample); sample[0].Value.Uint64() > memoryLimit {
				fmt.Fprintln(os.Stderr, memorySentences[0])
				os.Exit(crashed)
			}
		}
	}()
	return nil
}
