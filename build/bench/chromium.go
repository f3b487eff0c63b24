package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// chromium is a headless one with a page.
type chromium struct {
	*inspector
	cmd     *exec.Cmd
	program *exec.Cmd // what serves the page; nil: nothing
}

// openChromium opens the program's page in a Chromium that knows nothing yet.
func openChromium(ctx context.Context, b bench, folder string) (*chromium, error) {
	program := exec.CommandContext(ctx, b.app, "--browser", "--profile", folder)
	out, err := program.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := program.Start(); err != nil {
		return nil, err
	}
	address, err := announced(out)
	if err != nil {
		return nil, errors.Join(err, program.Process.Kill(), program.Wait())
	}
	c, err := startChromium(ctx, b, address.String())
	if err != nil {
		return nil, errors.Join(err, program.Process.Kill(), program.Wait())
	}
	c.program = program
	// The gate's work isn't the studio's.
	if err := (visit{shell: c}).until(ctx, "document.querySelector('nav a')"); err != nil {
		return nil, errors.Join(err, c.close())
	}
	return c, nil
}

func startChromium(ctx context.Context, b bench, address string) (*chromium, error) {
	folder, err := os.MkdirTemp(b.scratch, "chromium-")
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, "chromium", "--headless", "--remote-debugging-port=0", "--user-data-dir="+folder,
		"--window-size=1280,800", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", address)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c := &chromium{cmd: cmd}
	inspected, err := pageOf(ctx, folder)
	if err == nil {
		c.inspector, err = inspectChromium(ctx, inspected)
	}
	if err != nil {
		return nil, errors.Join(err, c.end())
	}
	return c, nil
}

// pageOf waits for a Chromium to tell where its page can be inspected.
func pageOf(ctx context.Context, folder string) (address string, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err = soon(ctx, func() bool {
		told, err := os.ReadFile(filepath.Join(folder, "DevToolsActivePort"))
		port, _, whole := strings.Cut(string(told), "\n")
		if err != nil || !whole {
			return false
		}
		var targets []struct{ Type, WebSocketDebuggerURL string }
		body, err := fetch(ctx, "http://127.0.0.1:"+port+"/json/list")
		if err != nil || json.Unmarshal(body, &targets) != nil {
			return false
		}
		for _, t := range targets {
			if t.Type == "page" {
				address = t.WebSocketDebuggerURL
			}
		}
		return address != ""
	})
	return address, err
}

func (c *chromium) press(ctx context.Context, text string) error {
	for n, letter := range text {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pace(n)):
		}
		for _, kind := range []string{"keyDown", "keyUp"} {
			event := map[string]string{"type": kind, "key": string(letter)}
			if kind == "keyDown" {
				event["text"] = string(letter)
			}
			if _, err := c.ask("Input.dispatchKeyEvent", event); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *chromium) pid() int { return c.cmd.Process.Pid }

func (c *chromium) close() error {
	c.inspector.close()
	err := c.end()
	if c.program != nil {
		err = errors.Join(err, c.program.Process.Signal(os.Interrupt), c.program.Wait())
	}
	return err
}

func (c *chromium) end() error {
	err := c.cmd.Cancel()
	_ = c.cmd.Wait() // it was killed: its exit code says nothing
	return err
}
