package system_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/system"
)

// program puts a shell script of that name alone on the path.
func program(t *testing.T, name, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
}

func voice(t *testing.T) *system.Voice {
	t.Helper()
	v, ok := system.Find()
	if !ok {
		t.Fatal("no voice found; the tests need the Debian package flite")
	}
	return v
}

func TestFliteSpeaksAllSentences(t *testing.T) {
	v := voice(t)
	if v.Name() != "flite" {
		t.Fatalf("found %s, want flite", v.Name())
	}
	one, rate, err := v.Synthesize(t.Context(), "Tell me about a busy day.")
	if err != nil {
		t.Fatal(err)
	}
	two, _, err := v.Synthesize(t.Context(), "Tell me about a busy day. What did you do, and what came of it?")
	if err != nil {
		t.Fatal(err)
	}
	if rate != 16000 || len(one) < rate || len(two) < len(one)+rate {
		t.Errorf("%d samples at %d Hz, then %d", len(one), rate, len(two))
	}
	if loudest := slices.Max(one); loudest < 3000 {
		t.Errorf("loudest sample %d: that is silence", loudest)
	}
}

func TestTextStaysOffTheCommandLineAndTheDisk(t *testing.T) {
	seen := filepath.Join(t.TempDir(), "arguments")
	program(t, "flite", `echo "$@" > `+seen+`; /usr/bin/env -i PATH=/usr/bin flite "$@"`)
	empty := t.TempDir()
	t.Setenv("TMPDIR", empty)
	if _, _, err := voice(t).Synthesize(t.Context(), "platypus"); err != nil {
		t.Fatal(err)
	}
	arguments, err := os.ReadFile(seen)
	if err != nil {
		t.Fatal(err)
	}
	if want := "-voice slt -f /dev/stdin -o /proc/self/fd/3\n"; string(arguments) != want {
		t.Errorf("arguments %q, want %q", arguments, want)
	}
	if left, err := os.ReadDir(empty); err != nil || len(left) != 0 {
		t.Errorf("left in the temporary folder: %v, %v", left, err)
	}
}

func TestEspeakWritesToAPipe(t *testing.T) {
	// Its header announces 2 GB, as a program must that can't wind a pipe back.
	program(t, "espeak-ng", `[ "$*" = "-v en --stdin --stdout" ] || exit 1
read -r text; [ "$text" = "Hello." ] || exit 2
printf 'RIFF\044\360\377\177WAVEfmt \020\0\0\0\001\0\001\0\042\126\0\0\104\254\0\0\002\0\020\0data\0\360\377\177\001\0\002\0'`)
	pcm, rate, err := voice(t).Synthesize(t.Context(), "Hello.")
	if err != nil || rate != 22050 || len(pcm) != 2 || pcm[1] != 2 {
		t.Errorf("Synthesize = %v, %d, %v", pcm, rate, err)
	}
}

func TestFailuresAreTold(t *testing.T) {
	tests := map[string]string{
		"ends with an error":   "exit 3",
		"writes nothing":       "exit 0",
		"writes no sound":      "echo sorry",
		"writes an empty file": `printf 'RIFF\044\0\0\0WAVEfmt \020\0\0\0\001\0\001\0\042\126\0\0\104\254\0\0\002\0\020\0data\0\0\0\0'`,
	}
	for name, script := range tests {
		t.Run(name, func(t *testing.T) {
			program(t, "espeak-ng", script)
			_, _, err := voice(t).Synthesize(t.Context(), "Hello.")
			if f := fault.Of(err); err == nil || f.Code != fault.Unavailable || f.Key != "speech.voiceFailed" {
				t.Errorf("Synthesize: %v, want speech.voiceFailed", err)
			}
		})
	}
}

func TestSoundWithoutEndIsRefused(t *testing.T) {
	program(t, "espeak-ng", "exec /usr/bin/yes")
	_, _, err := voice(t).Synthesize(t.Context(), "Hello.")
	if f := fault.Of(err); err == nil || f.Key != "speech.voiceFailed" {
		t.Errorf("Synthesize: %v, want speech.voiceFailed", err)
	}
}

func TestVoicesToChoose(t *testing.T) {
	all := system.Voices(t.Context())
	if !slices.Contains(all, system.Info{ID: "flite:slt", Name: "slt", Language: "en"}) || !slices.Contains(all, system.Info{ID: "flite:rms", Name: "rms", Language: "en"}) {
		t.Fatalf("%+v", all)
	}
	length := func(id string, speed float64) float64 {
		v, ok := system.Choose(t.Context(), id, speed)
		if !ok {
			t.Fatalf("no voice %s", id)
		}
		pcm, rate, err := v.Synthesize(t.Context(), "Tell me about a busy day.")
		if err != nil {
			t.Fatal(err)
		}
		return float64(len(pcm)) / float64(rate)
	}
	usual := length("flite:slt", 1)
	if other := length("flite:rms", 1); other == usual {
		t.Error("another voice takes exactly as long")
	}
	if fast, slow := length("flite:slt", 2), length("flite:slt", 0.5); fast > 0.6*usual || slow < 1.7*usual {
		t.Errorf("%.2f s, twice as fast %.2f s, half as fast %.2f s", usual, fast, slow)
	}
	for _, id := range []string{"flite:nobody", "flite:/etc/passwd", "flite:", "nobody:slt", ""} {
		if v, ok := system.Choose(t.Context(), id, 1); ok {
			t.Errorf("chose %q: %s", id, v.Name())
		}
	}
}

func TestEspeakIsToldVoiceAndSpeed(t *testing.T) {
	program(t, "espeak-ng", `if [ "$*" = --voices ]; then cat <<'END'
Pty Language       Age/Gender VoiceName          File                 Other Languages
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 5  en-us           --/M      us-mbrola-2        mb/mb-us2            (en 7)
END
exit; fi
[ "$*" = "$WANT" ] || exit 1
printf 'RIFF\044\360\377\177WAVEfmt \020\0\0\0\001\0\001\0\042\126\0\0\104\254\0\0\002\0\020\0data\0\360\377\177\001\0\002\0'`)
	t.Setenv("PATH", os.Getenv("PATH")+":/usr/bin") // for cat
	chosen, ok := system.Choose(t.Context(), "espeak-ng:gmw/en", 1.2)
	if !ok {
		t.Fatalf("not among %+v", system.Voices(t.Context()))
	}
	for want, v := range map[string]*system.Voice{
		"-s 210 -v gmw/en --stdin --stdout": chosen,
		"-s 350 -v en --stdin --stdout":     chosen.At(9),
		"-v en --stdin --stdout":            chosen.At(0),
	} {
		t.Setenv("WANT", want)
		if _, _, err := v.Synthesize(t.Context(), "Hello."); err != nil {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestCancelEndsTheProgram(t *testing.T) {
	started := filepath.Join(t.TempDir(), "started")
	if err := syscall.Mkfifo(started, 0o600); err != nil {
		t.Fatal(err)
	}
	program(t, "espeak-ng", "echo > "+started+"; exec /usr/bin/sleep 600")
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		_, _ = os.ReadFile(started) // returns when the program has begun
		cancel()
	}()
	if _, _, err := voice(t).Synthesize(ctx, "Hello."); !fault.Has(err, fault.Canceled) {
		t.Errorf("Synthesize: %v, want Canceled", err)
	}
}

func TestNoVoice(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if v, ok := system.Find(); ok {
		t.Errorf("found %s on an empty path", v.Name())
	}
}

func TestAVoiceForALanguage(t *testing.T) {
	program(t, "espeak-ng", `if [ "$*" = --voices ]; then cat <<'END'
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  de              --/M      German             gmw/de
 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)
 5  fr-fr           --/M      French_(France)    roa/fr               (fr 5)
 5  frr             --/M      North_Frisian      gmw/frr
 5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR
 6  it              --/M      italian-mbrola     mb/mb-it3
END
exit; fi
[ "$*" = "$WANT" ] || exit 1
printf 'RIFF\044\360\377\177WAVEfmt \020\0\0\0\001\0\001\0\042\126\0\0\104\254\0\0\002\0\020\0data\0\360\377\177\001\0\002\0'`)
	t.Setenv("PATH", os.Getenv("PATH")+":/usr/bin") // for cat; flite is there too, and speaks English alone
	for language, want := range map[string]string{
		"de": "gmw/de", "fr": "roa/fr", "pt": "roa/pt-BR", "it": "", "tr": "", "": "",
	} {
		v, ok := system.For(t.Context(), language)
		if ok != (want != "") {
			t.Errorf("%s: %v", language, ok)
			continue
		}
		if !ok {
			continue
		}
		t.Setenv("WANT", "-v "+want+" --stdin --stdout")
		if _, _, err := v.Synthesize(t.Context(), "Hallo."); err != nil {
			t.Errorf("%s: %v", language, err)
		}
	}
	if v, ok := system.For(t.Context(), "en"); !ok || v.Name() != "flite" {
		t.Error("English isn't spoken by the usual voice")
	}
}
