package system

import (
	"fmt"
	"os"
)

// candidates is the voice of macOS. say writes a file it winds back to, so it gets
// one whose name is gone already. This has not been run yet.
func candidates() []Voice {
	return []Voice{{
		name: "say", with: say, list: []string{"-v", "?"}, read: sayVoices,
		known: []string{"Samantha", "Anna", "Thomas", "Mónica", "Alice", "Joana", "Xander", "Zosia", "Alva", "Yelda"},
		file:  func() (*os.File, error) { return nameless("") },
	}}
}

// sayWords is the usual speed of say, in words per minute.
const sayWords = 175

func say(voice string, speed float64) []string {
	out := []string{"-f", "-", "-o", "/dev/fd/3", "--file-format=WAVE", "--data-format=LEI16@22050"}
	if speed != 1 {
		out = append([]string{"-r", fmt.Sprintf("%.0f", sayWords*speed)}, out...)
	}
	if voice != "" {
		out = append([]string{"-v", voice}, out...)
	}
	return out
}
