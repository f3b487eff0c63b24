//go:build linux

package app_test

import (
	"image"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/jobjourney/jobjourney/app"
)

// TestWindowWritesResume goes the studio's way in the real window by its keys alone: it
// opens a résumé by the palette, writes into the first text of its first section, and
// sees the page change. What was written is on disk when the window is closed.
func TestWindowWritesResume(t *testing.T) {
	program := build(t)
	profile := filepath.Join(t.TempDir(), "profile")
	makeProfile(t, profile)
	p := start(t, program, profile, private(t.TempDir())...)
	ok(t, p.call("Account.Unlock", nil, secret))
	desks(t, p)
	p.kill()
	w := openWindow(t, program, profile)
	w.paints()
	w.unlock()
	w.until("the open profile is shown", func() bool { return len(coloursOf(w.picture("open"), corner)) > 5 })
	w.until("the palette finds the résumé and opens it", func() bool {
		w.key("Escape")
		w.key("ctrl+k")
		w.types("Wards")
		w.rests("palette")
		w.key("Return")
		return w.soon(func() bool { return len(coloursOf(w.picture("opened"), pageCount)) > 3 })
	})
	w.rests("opened")
	before := ink(w.picture("opened"))
	w.key("F6") // from the name of the résumé to the sections
	w.key("F6") // and to the first text of the one that is open
	const title = "What I brign to a ward"
	w.types(title)
	w.until("the page says it", func() bool { return ink(w.picture("written")) > before+100 })
	w.until("the word that is in no dictionary is underlined", func() bool { return red(w.picture("written")) > 0 })
	w.closesCleanly()

	p = start(t, program, profile, private(t.TempDir())...)
	ok(t, p.call("Account.Unlock", nil, secret))
	var list []app.ResumeView
	ok(t, p.call("Resumes.List", &list))
	var kept app.StudioView
	ok(t, p.call("Resumes.Get", &kept, list[0].ID))
	if got := kept.Document.Sections[0].Title; got.Text != title || !got.Worded {
		t.Errorf("the title that was written is kept as %+v, not as %q", got, title)
	}
}

// corner is where the app's name stands once a profile is open.
var corner = image.Rect(0, 0, 200, 200)

// pageCount is where the number of pages stands over the lower end of the page, once it is
// laid out; before, there is a blank sheet.
var pageCount = image.Rect(880, 745, 1060, 772)

// ink counts what is printed on the page: on plain white, in the right half of the window.
func ink(picture image.Image) (dark int) {
	bounds := picture.Bounds()
	bounds.Min.X += bounds.Dx() / 2
	bounds.Min.Y += 60 // below the buttons
	colours := coloursOf(picture, bounds)
	if colours[[3]uint32{0xffff, 0xffff, 0xffff}] < bounds.Dx()*bounds.Dy()/4 {
		return 0 // there is no paper
	}
	for c, n := range colours {
		if c[0] < 0x8000 {
			dark += n
		}
	}
	return dark
}

// red counts what is of the colour of a spelling mistake, in the left half of the window.
func red(picture image.Image) (count int) {
	bounds := picture.Bounds()
	bounds.Max.X -= bounds.Dx() / 2
	for c, n := range coloursOf(picture, bounds) {
		if c[0] > 0xb000 && c[1] < 0x6000 && c[2] < 0x6000 {
			count += n
		}
	}
	return count
}

// rests waits until two pictures of the window are the same.
func (w *window) rests(name string) {
	w.t.Helper()
	var last image.Image
	w.until("the window shows the same twice", func() bool {
		now := w.picture(name)
		same := !now.Bounds().Empty() && reflect.DeepEqual(last, now)
		last = now
		return same
	})
}
