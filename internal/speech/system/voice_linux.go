package system

import (
	"fmt"
	"os"
)

// candidates are the voices of Linux, best first. flite writes a file it winds back
// to, sentence by sentence, so it gets one that exists in memory only.
func candidates() []Voice {
	return []Voice{
		{name: "flite", usual: "en", with: flite, file: memory, list: []string{"-lv"}, read: fliteVoices},
		{name: "espeak-ng", usual: "en", with: espeak, list: []string{"--voices"}, read: espeakVoices},
	}
}

func flite(voice string, speed float64) []string {
	if voice == "" {
		voice = "slt"
	}
	out := []string{"-voice", voice, "-f", "/dev/stdin", "-o", "/proc/self/fd/3"}
	if speed != 1 {
		out = append([]string{"--setf", fmt.Sprintf("duration_stretch=%.2f", 1/speed)}, out...)
	}
	return out
}

// espeakWords is the usual speed of espeak-ng, in words per minute.
const espeakWords = 175

func espeak(voice string, speed float64) []string {
	if voice == "" {
		voice = "en"
	}
	out := []string{"-v", voice, "--stdin", "--stdout"}
	if speed != 1 {
		out = append([]string{"-s", fmt.Sprintf("%.0f", espeakWords*speed)}, out...)
	}
	return out
}

// memory makes a file on the memory disk every Linux has, and takes its name away
// before anything is in it.
func memory() (*os.File, error) { return nameless("/dev/shm") }
