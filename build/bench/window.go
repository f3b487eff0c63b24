package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"regexp"
	"strings"
)

// window is the real one, of a program built so that its page can be asked.
type window struct {
	cmd  *exec.Cmd
	page string // where its page can be inspected
	id   string // X's number of it
}

func openWindow(ctx context.Context, b bench, folder string) (*window, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := listener.Addr().String()
	if err := listener.Close(); err != nil { // the number is free now, and WebKit takes none by itself
		return nil, err
	}
	cmd, err := launch(ctx, []string{b.inspected, "--bench", "--profile", folder}, "WEBKIT_INSPECTOR_HTTP_SERVER="+server)
	if err != nil {
		return nil, err
	}
	w := &window{cmd: cmd}
	if err := w.find(ctx, server); err != nil {
		return nil, errors.Join(err, w.close())
	}
	return w, nil
}

var socket = regexp.MustCompile(`/socket/\d+/\d+/WebPage`)

// find waits for the window and its page, and gives it the keyboard.
func (w *window) find(ctx context.Context, server string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := soon(ctx, func() bool {
		list, _ := fetch(ctx, "http://"+server+"/") // refused until WebKit listens
		w.page = "ws://" + server + string(socket.Find(list))
		found, _ := exec.CommandContext(ctx, "xdotool", "search", "--onlyvisible", "--name", "^JobJourney$").Output() // fails until there is one
		w.id, _, _ = strings.Cut(string(found), "\n")
		return socket.Match(list) && w.id != ""
	})
	if err != nil {
		return fmt.Errorf("find window: %w", err)
	}
	return tool(ctx, "xdotool", "windowfocus", w.id)
}

// evaluate holds the page only as long as it takes: nothing looks on while it is measured.
func (w *window) evaluate(expression string, into any) error {
	i, err := inspectWebKit(context.Background(), w.page)
	if err != nil {
		return err
	}
	defer i.close()
	return i.evaluate(expression, into)
}

func (w *window) press(ctx context.Context, text string) error {
	names := map[rune]string{' ': "space", ',': "comma"}
	var script []string
	for n, letter := range text {
		name := names[letter]
		if name == "" {
			name = string(letter)
		}
		script = append(script, "sleep", fmt.Sprint(pace(n).Seconds()), "key", name)
	}
	return tool(ctx, "xdotool", script...)
}

func (w *window) pid() int { return w.cmd.Process.Pid }

func (w *window) picture(ctx context.Context, path string) error {
	return tool(ctx, "import", "-window", w.id, path)
}

func (w *window) close() error {
	err := w.cmd.Cancel()
	_ = w.cmd.Wait() // it was killed: its exit code says nothing
	return err
}
