package importer

import (
	"fmt"
	"runtime/debug"

	"golang.org/x/sys/unix"
)

// limitMemory bounds the data of this process: the kernel refuses what goes beyond, and
// the Go runtime then ends the process. Garbage is collected harder before that.
func limitMemory() error {
	debug.SetMemoryLimit(memoryLimit * 3 / 4)
	limit := unix.Rlimit{Cur: memoryLimit, Max: memoryLimit}
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &limit); err != nil {
		return fmt.Errorf("limit memory: %w", err)
	}
	return nil
}
