package app

import (
	"context"
	"io"
)

// Shell is the outside of the app: a window of its own or a page in a browser.
type Shell interface {
	Emitter
	// Name is "desktop" or "browser".
	Name() string
	// SaveFile lets the person choose where a file goes, writes it with write, and returns
	// when it is written. It reports false if the person changed their mind.
	SaveFile(ctx context.Context, name string, write func(io.Writer) error) (bool, error)
	// OpenLink shows a page in the person's browser.
	OpenLink(url string) error
	// OpenFolder shows a folder of this computer in the system's own window for files. A
	// page can't: Unavailable shell.noFolders.
	OpenFolder(path string) error
}

// Run shows the app in the shell that was chosen, until it is closed. A page's address is
// announced.
func Run(ctx context.Context, chosen Shell, bound Bound, page *Page, media *Media, announce func(address string)) error {
	if desktop, ok := chosen.(*Desktop); ok {
		return desktop.Run(bound, media.Assets(page))
	}
	return chosen.(*Browser).Serve(ctx, bound, media.Assets(page.WithShellScript()), announce)
}

// Shell takes the window wherever there is a display, unless the person wants the page.
// The program that writes the bindings always takes the window.
func (o Options) Shell(goos string, getenv func(string) string, desktop *Desktop, browser *Browser) Shell {
	display := goos != "linux" || getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
	if !Generating && (o.Browser || !display) {
		return browser
	}
	return desktop
}
