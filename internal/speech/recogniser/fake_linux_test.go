package recogniser_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

// The test program plays whisper-cli when it is called by that name. FAKE says how.
const (
	fakeName  = "whisper-cli"
	childName = "whisper-child"
)

func TestMain(m *testing.M) {
	switch filepath.Base(os.Args[0]) {
	case fakeName:
		os.Exit(whisperCLI(os.Args[1:]))
	case childName:
		wait()
	}
	os.Exit(m.Run())
}

// arguments are those of whisper-cli, read as strictly as it does: an unknown one ends it
// well, with its help on standard error.
type arguments struct {
	values map[string]string
	flags  map[string]bool
}

func parse(args []string) (a arguments, ok bool) {
	a = arguments{map[string]string{}, map[string]bool{}}
	for len(args) > 0 {
		switch name := args[0]; {
		case slices.Contains([]string{"-m", "-f", "-l", "-ml", "-of"}, name) && len(args) > 1:
			a.values[name], args = args[1], args[2:]
		case slices.Contains([]string{"-np", "-sow", "-ojf", "--version"}, name):
			a.flags[name], args = true, args[1:]
		default:
			fmt.Fprintln(os.Stderr, "usage")
			return a, false
		}
	}
	return a, true
}

func whisperCLI(args []string) int {
	a, ok := parse(args)
	if !ok {
		return 0
	}
	if a.flags["--version"] {
		fmt.Println("whisper.cpp version: 1.8.3")
		return 0
	}
	if a.values["-f"] != "-" || a.values["-ml"] != "1" || !a.flags["-sow"] || !a.flags["-np"] || a.values["-m"] == "" {
		return 9
	}
	fmt.Fprintln(os.Stderr, secret)
	file, err := io.ReadAll(os.Stdin)
	samples, rate, wrong := wave.Parse(file)
	if err != nil || wrong != nil || rate != 16000 || len(samples) < 16100 {
		fmt.Fprintln(os.Stderr, "error: failed to read audio data")
		return 0 // as the real one
	}
	return answers[os.Getenv("FAKE")](a, samples)
}

var answers = map[string]func(a arguments, samples []int16) int{
	"json": func(a arguments, _ []int16) int {
		if a.values["-of"] != "-" || !a.flags["-ojf"] {
			return 8
		}
		fmt.Printf(newer, a.values["-l"])
		return 0
	},
	// Before 1.7.6, "-" is a file's name.
	"lines": func(a arguments, _ []int16) int {
		fmt.Print(older)
		return wrote(os.WriteFile(a.values["-of"]+".json", []byte(secret), 0o600))
	},
	"unknown flag":  func(arguments, []int16) int { return 0 },
	"crash":         func(arguments, []int16) int { _ = syscall.Kill(os.Getpid(), syscall.SIGSEGV); wait(); return 0 },
	"error":         func(arguments, []int16) int { return 3 },
	"garbage":       func(arguments, []int16) int { fmt.Println("\x00\x01 platypus ["); return 0 },
	"torn JSON":     func(arguments, []int16) int { fmt.Println(`{"transcription": [ {"text":" platypus`); return 0 },
	"other JSON":    func(arguments, []int16) int { fmt.Println(`{"platypus": 1}`); return 0 },
	"silence":       func(arguments, []int16) int { fmt.Println(`{"result":{"language":"en"},"transcription":[]}`); return 0 },
	"broken letter": func(arguments, []int16) int { fmt.Print(brokenLetter); return 0 },
	"huge":          func(arguments, []int16) int { return huge() },
	"state":         func(arguments, []int16) int { return state() },
	"hang":          func(arguments, []int16) int { return hang() },
}

func wrote(err error) int {
	if err == nil {
		return 7
	}
	return 0
}

// huge writes until it is stopped.
func huge() int {
	w := bufio.NewWriter(os.Stdout)
	for {
		if _, err := w.WriteString("[00:00:00.000 --> 00:00:00.100]   platypus\n"); err != nil {
			wait() // a program may well ignore that nobody listens
		}
	}
}

// state says, as words, what this program may do.
func state() int {
	nice, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
	var core unix.Rlimit
	err = errors.Join(err, unix.Getrlimit(unix.RLIMIT_CORE, &core))
	if err != nil {
		return 4
	}
	// The system call gives 20 minus the niceness.
	fmt.Printf("[00:00:00.000 --> 00:00:00.100]   %d\n[00:00:00.000 --> 00:00:00.100]   %d\n", 20-nice, core.Cur)
	return 0
}

// hang starts a child that holds the same pipes, says so by the FIFO, and waits.
func hang() int {
	self, err := os.Executable()
	if err != nil {
		return 5
	}
	said, err := os.OpenFile(os.Getenv("FIFO"), os.O_WRONLY, 0)
	if err != nil {
		return 6
	}
	child := exec.Command(self)
	child.Args[0], child.Stdout, child.ExtraFiles = childName, os.Stdout, []*os.File{said}
	if child.Start() != nil {
		return 7
	}
	fmt.Fprintln(said, "hanging")
	wait()
	return 0
}

const secret = "platypus"

// newer is the JSON of whisper-cli 1.7.6 and later with "-ojf -ml 1 -sow".
const newer = `{
	"systeminfo": "AVX = 1",
	"model": { "type": "base", "multilingual": true },
	"params": { "model": "x", "language": "%s", "translate": false },
	"result": { "language": "en" },
	"transcription": [
		{ "timestamps": { "from": "00:00:00,000", "to": "00:00:00,320" }, "offsets": { "from": 0, "to": 320 }, "text": " I",
		  "tokens": [ { "text": "[_BEG_]", "offsets": { "from": 0, "to": 0 }, "id": 50364, "p": 0.9, "t_dtw": -1 },
		              { "text": " I", "offsets": { "from": 0, "to": 90 }, "id": 1, "p": 0.9, "t_dtw": -1 } ] },
		{ "offsets": { "from": 320, "to": 900 }, "text": " rebuilt",
		  "tokens": [ { "text": " re", "offsets": { "from": 320, "to": 400 } }, { "text": "built", "offsets": { "from": 400, "to": 700 } } ] },
		{ "offsets": { "from": 900, "to": 1000 }, "text": " it.",
		  "tokens": [ { "text": " it", "offsets": { "from": 900, "to": 950 } }, { "text": ".", "offsets": { "from": 950, "to": 960 } }, { "text": "[_TT_50]" } ] },
		{ "offsets": { "from": 1000, "to": 2000 }, "text": " [BLANK_AUDIO]", "tokens": [] }
	]
}
`

// older is what versions before that print.
const older = `
[00:00:00.000 --> 00:00:00.320]   I
[00:00:00.320 --> 00:00:00.900]   rebuilt
[00:00:00.900 --> 00:00:01.000]   it.
[00:00:01.000 --> 00:00:02.000]   [BLANK_AUDIO]
`

// brokenLetter has a letter cut in two in its tokens.
const brokenLetter = "{\"result\":{\"language\":\"de\"},\"transcription\":[" +
	"{\"offsets\":{\"from\":100,\"to\":300},\"text\":\" Gr\u00fc\u00dfe\",\"tokens\":[{\"text\":\" Gr\xc3\",\"offsets\":{\"from\":100,\"to\":200}},{\"text\":\"\xbc\u00dfe\"}]}]}"

// install puts the fake alone on the path, with a model beside it, and everything a person
// has elsewhere out of sight.
func install(t *testing.T, mode string) (folder string) {
	t.Helper()
	self, err := os.Executable()
	ok(t, err)
	folder = hide(t)
	ok(t, os.Symlink(self, filepath.Join(folder, fakeName)))
	addModel(t, filepath.Join(folder, "ggml-base.bin"))
	t.Setenv("FAKE", mode)
	t.Setenv("GORACE", "atexit_sleep_ms=0") // the fake is a race build, too, and would wait a second at its end
	return folder
}

// hide leaves an empty folder on the path, and no data anywhere.
func hide(t *testing.T) (folder string) {
	t.Helper()
	folder = t.TempDir()
	t.Setenv("PATH", folder)
	t.Setenv("HOME", t.TempDir())
	for _, name := range []string{"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_DIRS"} {
		t.Setenv(name, t.TempDir())
	}
	return folder
}

// addModel makes a file that looks like a model, without filling a disk.
func addModel(t *testing.T, path string) {
	t.Helper()
	ok(t, os.MkdirAll(filepath.Dir(path), 0o755))
	ok(t, os.WriteFile(path, []byte("lmgg"), 0o644))
	ok(t, os.Truncate(path, 32<<20))
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func contains(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// wait does nothing until the program is killed.
func wait() {
	for {
		_, _ = unix.Poll(nil, -1)
	}
}
