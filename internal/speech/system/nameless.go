//go:build linux || darwin

package system

import (
	"fmt"
	"os"
)

// nameless makes a file and takes its name away before anything is in it: whatever
// happens, nobody finds it afterwards. An empty dir is the folder for temporary files.
func nameless(dir string) (*os.File, error) {
	f, err := os.CreateTemp(dir, "speech-*.wav")
	if err != nil {
		return nil, fmt.Errorf("make file without a name: %w", err)
	}
	if err := os.Remove(f.Name()); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("make file without a name: %w", err)
	}
	return f, nil
}
