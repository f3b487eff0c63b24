package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings"
)

// The window as it opens the first time, and the smallest it gets.
const (
	firstWidth, firstHeight = 1280, 800
	leastWidth, leastHeight = 960, 640
)

// Places remembers where the window stood; it is readable before unlocking.
type Places interface {
	// Place is the zero value if nothing is remembered.
	Place() settings.WindowPlace
	SetPlace(p settings.WindowPlace) error
	Appearance() settings.Appearance
}

// Desktop serves the app in a window of its own. It is the only file that knows Wails.
type Desktop struct {
	gate          *Gate
	places        Places
	reveal        func(folder string) error
	checkSpelling func()
	ctx           context.Context // Wails' own; nil until the window is there
}

// NewDesktop makes the shell; the window opens with Run. reveal shows a folder in the
// system's own window for files, checkSpelling has the web view look at what is written.
func NewDesktop(g *Gate, p Places, reveal func(folder string) error, checkSpelling func()) *Desktop {
	return &Desktop{gate: g, places: p, reveal: reveal, checkSpelling: checkSpelling}
}

// Name is Shell.
func (d *Desktop) Name() string { return "desktop" }

// Emit is Emitter. Before the window is there nobody listens, and the page reads
// everything when it is mounted.
func (d *Desktop) Emit(name string, payload any) {
	if d.ctx != nil {
		runtime.EventsEmit(d.ctx, name, payload)
	}
}

// OpenLink is Shell.
func (d *Desktop) OpenLink(link string) error {
	runtime.BrowserOpenURL(d.ctx, link)
	return nil
}

// OpenFolder is Shell.
func (d *Desktop) OpenFolder(path string) error { return d.reveal(path) }

// Show makes the window visible; it starts hidden so that nothing flashes.
func (d *Desktop) Show() {
	if d.ctx != nil {
		runtime.WindowShow(d.ctx)
	}
}

// SaveFile is Shell. The file appears whole or not at all.
func (d *Desktop) SaveFile(_ context.Context, name string, write func(io.Writer) error) (bool, error) {
	path, err := runtime.SaveFileDialog(d.ctx, runtime.SaveDialogOptions{DefaultFilename: name})
	if err != nil {
		return false, fault.Wrap(fault.Unavailable, "file.dialog", err)
	}
	if path == "" {
		return false, nil
	}
	return true, writeWhole(path, write)
}

// Run opens the window and returns when it is closed.
func (d *Desktop) Run(bound Bound, assets http.Handler) error {
	place := d.places.Place()
	return wails.Run(&options.App{
		Title: "JobJourney", StartHidden: true,
		Width: orFirst(place.Width, firstWidth), Height: orFirst(place.Height, firstHeight),
		MinWidth: leastWidth, MinHeight: leastHeight,
		BackgroundColour: background(d.places.Appearance().Theme == "dark"),
		AssetServer:      &assetserver.Options{Handler: assets},
		OnStartup:        d.started,
		OnBeforeClose:    d.closing,
		OnShutdown:       func(context.Context) { d.gate.Close() },
		ErrorFormatter:   FormatError,
		Bind:             bound.all(),
		Linux:            linuxOptions(),
	})
}

// linuxOptions leave the graphics card alone: nothing here moves enough to need it, starting
// it takes a third of the processor time to the first list where there is none, and some drivers
// leave the window blank.
func linuxOptions() *linux.Options {
	return &linux.Options{ProgramName: "jobjourney", WebviewGpuPolicy: linux.WebviewGpuPolicyNever}
}

func (d *Desktop) started(ctx context.Context) {
	d.ctx = ctx
	d.checkSpelling()
	if place := d.places.Place(); place.Width > 0 {
		runtime.WindowSetPosition(ctx, place.X, place.Y)
		if place.Maximised {
			runtime.WindowMaximise(ctx)
		}
	}
	d.gate.Open(ctx)
}

// closing remembers where the window stands; false lets it close.
func (d *Desktop) closing(ctx context.Context) bool {
	place := settings.WindowPlace{Maximised: runtime.WindowIsMaximised(ctx)}
	place.Width, place.Height = runtime.WindowGetSize(ctx)
	place.X, place.Y = runtime.WindowGetPosition(ctx)
	if err := d.places.SetPlace(place); err != nil {
		FormatError(err)
	}
	return false
}

// background is --surface-canvas of the design, so that the window has its colour
// before the page has painted.
func background(dark bool) *options.RGBA {
	if dark {
		return options.NewRGB(0x18, 0x1b, 0x1e)
	}
	return options.NewRGB(0xfa, 0xfb, 0xfa)
}

func orFirst(n, first int) int {
	if n < 1 {
		return first
	}
	return n
}

// writeWhole writes beside the target and renames, so that a full disk leaves what was there.
func writeWhole(path string, write func(io.Writer) error) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".jobjourney-*")
	if err != nil {
		return fault.Wrap(fault.Unavailable, "file.notWritten", err)
	}
	err = write(file)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // the first error is the one to tell
		return fault.Wrap(fault.Unavailable, "file.notWritten", fmt.Errorf("write file: %w", err))
	}
	return nil
}
