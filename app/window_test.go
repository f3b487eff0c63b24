//go:build linux

package app_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long anything may take before the test fails; a busy computer
// needs it, an idle one a second.
const patience = 90 * time.Second

// TestWindow opens the real window on a display of its own. A window that is visible
// proves a call from page to program, because it stays hidden until the page has said
// that it is ready; the profile that opens proves one with an argument.
func TestWindow(t *testing.T) {
	profile := filepath.Join(t.TempDir(), "profile")
	makeProfile(t, profile)
	w := openWindow(t, build(t), profile)
	w.paints()
	if len(w.opened()) != 0 {
		t.Fatal("the profile is open before its passphrase was typed")
	}
	w.unlock()
	w.closesCleanly()
}

// window is the program with its window, on an X server that shows nothing to anybody.
type window struct {
	t       *testing.T
	display string
	profile string
	cmd     *exec.Cmd
	errors  bytes.Buffer
	ended   chan error
	id      string // X's number of the window
}

func openWindow(t *testing.T, program, profile string) *window {
	t.Helper()
	home := t.TempDir()
	w := &window{t: t, display: startDisplay(t), profile: profile, ended: make(chan error, 1)}
	w.cmd = exec.Command(program, "--profile", w.profile)
	w.cmd.Env = append(private(home), "DISPLAY="+w.display, "XDG_RUNTIME_DIR="+home, "PULSE_SERVER=unix:/nonexistent")
	w.cmd.Stderr = &w.errors
	childrenEndWithMe(w.cmd)
	ok(t, w.cmd.Start())
	go func() { w.ended <- w.cmd.Wait() }()
	t.Cleanup(func() { _ = w.cmd.Process.Kill() })
	w.until("a window is there", func() bool {
		out, _ := w.command("xdotool", "search", "--onlyvisible", "--name", "^JobJourney$").Output() // fails until there is one
		w.id, _, _ = strings.Cut(string(out), "\n")
		return w.id != ""
	})
	return w
}

// startDisplay starts an X server that finds a free number by itself. Left alone it would
// begin anew whenever its last client goes, and turn away who comes at that moment.
func startDisplay(t *testing.T) string {
	t.Helper()
	says, tells, err := os.Pipe()
	ok(t, err)
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{tells}
	childrenEndWithMe(cmd)
	ok(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	ok(t, tells.Close())
	var number int
	if _, err := fmt.Fscan(says, &number); err != nil {
		t.Fatalf("Xvfb tells no display: %v", err)
	}
	return fmt.Sprint(":", number)
}

// unlock types the passphrase, again where the page was not ready for it.
func (w *window) unlock() {
	w.t.Helper()
	w.until("the profile opens by its passphrase", func() bool {
		w.xdotool("windowfocus", w.id, "key", "--clearmodifiers", "ctrl+a")
		w.types(secret)
		w.key("Return")
		return w.soon(func() bool { return len(w.opened()) > 0 })
	})
}

// opened are the files that exist only while the profile's database is open.
func (w *window) opened() []string {
	found, err := filepath.Glob(filepath.Join(w.profile, "*-wal"))
	ok(w.t, err)
	return found
}

// paints waits until there is something to see, and keeps a picture of it.
func (w *window) paints() {
	w.t.Helper()
	w.until("the window has painted", func() bool {
		picture := w.picture("window")
		return len(coloursOf(picture, picture.Bounds())) > 20
	})
}

// picture shows the window as it is, and keeps that; nothing while the window is on
// its way to the screen.
func (w *window) picture(name string) image.Image {
	w.t.Helper()
	path := filepath.Join(w.t.ArtifactDir(), name+".png")
	if out, err := w.command("import", "-window", w.id, path).CombinedOutput(); err != nil {
		w.t.Logf("take picture: %v: %s", err, out)
		return image.NewRGBA(image.Rectangle{})
	}
	data, err := os.ReadFile(path)
	ok(w.t, err)
	picture, err := png.Decode(bytes.NewReader(data))
	ok(w.t, err)
	return picture
}

// coloursOf counts the colours of a part of a picture.
func coloursOf(picture image.Image, part image.Rectangle) map[[3]uint32]int {
	seen := map[[3]uint32]int{}
	part = part.Intersect(picture.Bounds())
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			seen[rgb(picture, x, y)]++
		}
	}
	return seen
}

func rgb(picture image.Image, x, y int) [3]uint32 {
	r, g, b, _ := picture.At(x, y).RGBA()
	return [3]uint32{r, g, b}
}

// closesCleanly closes the window as its button does.
func (w *window) closesCleanly() {
	w.t.Helper()
	askToClose(w.t, w.display, w.id)
	select {
	case err := <-w.ended:
		if err != nil {
			w.t.Fatalf("the program ended with %v\n%s", err, w.errors.String())
		}
	case <-time.After(patience):
		w.t.Fatalf("the program outlives its window\n%s", w.errors.String())
	}
	if left := w.opened(); len(left) > 0 {
		w.t.Errorf("the database was left open: %q", left)
	}
}

func (w *window) key(name string) { w.t.Helper(); w.xdotool("key", "--clearmodifiers", name) }

func (w *window) types(text string) { w.t.Helper(); w.xdotool("type", "--delay", "20", text) }

func (w *window) xdotool(args ...string) {
	w.t.Helper()
	if out, err := w.command("xdotool", args...).CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %s: %v: %s", args[0], err, out)
	}
}

func (w *window) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+w.display)
	return cmd
}

// until asks again and again: the X server tells nobody when a page has painted.
func (w *window) until(what string, holds func() bool) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case err := <-w.ended:
			w.t.Fatalf("waiting until %s: the program ended: %v\n%s", what, errors.Join(err, io.EOF), w.errors.String())
		case <-ctx.Done():
			w.t.Fatalf("waited %v until %s\n%s", patience, what, w.errors.String())
		case <-tick.C:
		}
	}
}

// soon gives something a few seconds.
func (w *window) soon(holds func() bool) bool {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for range 60 {
		if holds() {
			return true
		}
		<-tick.C
	}
	return false
}
