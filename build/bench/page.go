package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"time"
)

// caller speaks to the browser shell as the page does.
type caller struct {
	cmd    *exec.Cmd
	client *http.Client
	origin string
}

// open starts the program as a page and trades its one-time address for the cookie.
func open(ctx context.Context, program, folder string) (*caller, error) {
	cmd := exec.CommandContext(ctx, program, "--browser", "--profile", folder)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c := &caller{cmd: cmd}
	address, err := announced(out)
	if err == nil {
		err = c.enter(ctx, address)
	}
	if err != nil {
		return nil, errors.Join(err, c.close())
	}
	return c, nil
}

// announced waits for the address the program prints.
func announced(out io.Reader) (*url.URL, error) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, address, found := strings.Cut(lines.Text(), "http://"); found {
			return url.Parse("http://" + strings.TrimSpace(address))
		}
	}
	return nil, errors.New("the program printed no address")
}

func (c *caller) enter(ctx context.Context, address *url.URL) error {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	c.client, c.origin = &http.Client{Jar: jar, Timeout: patience}, "http://"+address.Host
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return err
	}
	answer, err := c.client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("open page: %s", answer.Status)
	}
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}

// call runs a bound method and says how long the page had to wait.
func (c *caller) call(ctx context.Context, method string, args ...any) (json.RawMessage, time.Duration, error) {
	if args == nil {
		args = []any{}
	}
	body, err := json.Marshal(args)
	if err != nil {
		return nil, 0, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.origin+"/local/call/"+method, bytes.NewReader(body))
	if err != nil {
		return nil, 0, err
	}
	request.Header.Set("Origin", c.origin)
	start := time.Now()
	answer, err := c.client.Do(request)
	if err != nil {
		return nil, 0, err
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	took := time.Since(start)
	if err != nil {
		return nil, 0, err
	}
	result, err := outcome(data)
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", method, err)
	}
	return result, took, nil
}

func outcome(data []byte) (json.RawMessage, error) {
	var got struct{ Result, Error json.RawMessage }
	if err := json.Unmarshal(data, &got); err != nil {
		return nil, err
	}
	if got.Error != nil {
		return nil, fmt.Errorf("refused: %s", got.Error)
	}
	return got.Result, nil
}

// close ends the program as a person would who presses Ctrl+C.
func (c *caller) close() error {
	if err := c.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	return c.cmd.Wait()
}
