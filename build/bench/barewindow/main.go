// Barewindow is the least a Wails program can be: a window, a page with a list of one
// item that comes from a bound call, and a word on standard error once it is painted.
// "make bench" builds and measures it beside JobJourney, so that figures of different
// computers can be compared.
package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
)

//go:embed page
var page embed.FS

// List is what the page may call.
type List struct{}

// Items gives the one item.
func (*List) Items() []string { return []string{"A bare window"} }

// Painted is called when the page has painted the item.
func (*List) Painted() { fmt.Fprintln(os.Stderr, "usable") }

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bare window:", err)
		os.Exit(1)
	}
}

func run() error {
	files, err := fs.Sub(page, "page")
	if err != nil {
		return err
	}
	return wails.Run(&options.App{
		Title: "Bare window", Width: 1280, Height: 800,
		AssetServer: &assetserver.Options{Assets: files},
		Bind:        []any{&List{}},
		// As JobJourney draws, so that the rest is what is compared.
		Linux: &linux.Options{ProgramName: "barewindow", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
}
