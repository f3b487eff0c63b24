package pulse

import (
	"os/exec"
	"path/filepath"
	"time"
)

// Speak plays a WAVE file into the microphone and returns when it has been heard.
// It gives the moment it began. The player hands the whole file over early, so that a
// busy computer doesn't make it stutter.
func (r *Rig) Speak(wavPath string) time.Time {
	r.tb.Helper()
	began := time.Now()
	if out, err := exec.Command("paplay", "--device=mic_wire", wavPath).CombinedOutput(); err != nil {
		r.tb.Fatalf("speak %s: %v: %s", filepath.Base(wavPath), err, out)
	}
	return began
}

// SpeakFlite says the text into the microphone in the voice "rms", which recognisers
// understand best, and gives the path of the file it made for it.
func (r *Rig) SpeakFlite(text string) (wavPath string) {
	r.tb.Helper()
	wavPath = r.Synthesize(text)
	r.Speak(wavPath)
	return wavPath
}

// Synthesize makes a WAVE file of the text, 16 kHz mono, in the test's own folder.
func (r *Rig) Synthesize(text string) (wavPath string) {
	r.tb.Helper()
	wavPath = filepath.Join(r.tb.TempDir(), "speech.wav")
	if out, err := exec.Command("flite", "-voice", "rms", "-t", text, "-o", wavPath).CombinedOutput(); err != nil {
		r.tb.Fatalf("synthesise speech: %v: %s", err, out)
	}
	return wavPath
}
