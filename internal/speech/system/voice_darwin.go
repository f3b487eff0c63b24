package system

import (
	"fmt"
	"os"
)

// candidates is the voice of macOS. say writes a file it winds back to, so it gets
// one whose name is gone already. This has not been run yet.
func candidates() []Voice {
	return []Voice{{
		name: "say",
		args: []string{"-f", "-", "-o", "/dev/fd/3", "--file-format=WAVE", "--data-format=LEI16@22050"},
		file: nameless,
	}}
}

func nameless() (*os.File, error) {
	f, err := os.CreateTemp("", "speech-*.wav")
	if err != nil {
		return nil, fmt.Errorf("make file without a name: %w", err)
	}
	if err := os.Remove(f.Name()); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("make file without a name: %w", err)
	}
	return f, nil
}
