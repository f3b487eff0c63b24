package app

import (
	"context"
	"runtime"

	"github.com/jobjourney/jobjourney/internal/ident"
)

// Version is set by the linker.
var Version = "0.1.0"

// Finder searches everything that is sealed.
type Finder interface {
	Search(ctx context.Context, query string, limit int) ([]ident.Hit, error)
}

// Location says in which folder the profile lies, as a whole path.
type Location interface{ Folder() string }

const searchLimit = 20

// System is the app itself: where it runs, long work, search.
type System struct {
	gate  *Gate
	shell Shell
	tasks *Tasks
	find  Finder
	where Location
	see   Seen
}

// Seen is told what the person can see.
type Seen struct {
	Ready   func() // a page is mounted; may run again after a reload
	Painted func() // the first list of the open app is on the screen
}

// NewSystem binds them.
func NewSystem(g *Gate, sh Shell, t *Tasks, f Finder, l Location, see Seen) *System {
	return &System{g, sh, t, f, l, see}
}

// Ready says that the page is mounted and listens to events.
func (s *System) Ready() (SystemView, error) {
	return call(s.gate, func(context.Context) (SystemView, error) {
		s.see.Ready()
		return s.view(), nil
	}, same[SystemView])
}

// Get is where the app runs, as it is now.
func (s *System) Get() (SystemView, error) {
	return call(s.gate, func(context.Context) (SystemView, error) { return s.view(), nil }, same[SystemView])
}

func (s *System) view() SystemView {
	return SystemView{Version: Version, Shell: s.shell.Name(), Platform: platform(runtime.GOOS), Folder: s.where.Folder()}
}

// Painted says that the first list of the open app is on the screen.
func (s *System) Painted() error {
	return act(s.gate, func(context.Context) error { s.see.Painted(); return nil })
}

// Search finds ledger items, postings and rehearsals, on this computer only.
func (s *System) Search(query string) ([]HitView, error) {
	return call(s.gate, func(ctx context.Context) ([]ident.Hit, error) {
		return s.find.Search(ctx, query, searchLimit)
	}, func(all []ident.Hit) []HitView { return views(all, hitView) })
}

// Task is how long work stands: an event may have come before the page knew the id.
func (s *System) Task(id string) (TaskView, error) {
	return call(s.gate, func(context.Context) (TaskView, error) { return s.tasks.State(id), nil }, same[TaskView])
}

// CancelTask asks long work to stop.
func (s *System) CancelTask(id string) error {
	return act(s.gate, func(context.Context) error { s.tasks.Cancel(id); return nil })
}

// OpenLink shows a page in the person's browser.
func (s *System) OpenLink(url string) error {
	return act(s.gate, func(context.Context) error { return s.shell.OpenLink(url) })
}

// OpenFolder shows the profile's folder, and never another one.
func (s *System) OpenFolder() error {
	return act(s.gate, func(context.Context) error { return s.shell.OpenFolder(s.where.Folder()) })
}

// platform is the design's name for an operating system.
func platform(goos string) string {
	if goos == "darwin" {
		return "mac"
	}
	if goos == "windows" {
		return "windows"
	}
	return "linux"
}
