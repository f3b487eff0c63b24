package system

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// candidates are the voices of Linux, best first. flite writes a file it winds back
// to, sentence by sentence, so it gets one that exists in memory only.
func candidates() []Voice {
	return []Voice{
		{name: "flite", args: []string{"-voice", "slt", "-f", "/dev/stdin", "-o", "/proc/self/fd/3"}, file: memory},
		{name: "espeak-ng", args: []string{"-v", "en", "--stdin", "--stdout"}},
	}
}

func memory() (*os.File, error) {
	fd, err := unix.MemfdCreate("speech", unix.MFD_CLOEXEC)
	if err != nil {
		return nil, fmt.Errorf("make file in memory: %w", err)
	}
	return os.NewFile(uintptr(fd), "speech"), nil
}
