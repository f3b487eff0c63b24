package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"time"
)

// shell is the studio somewhere: in the real window, or as a page in headless Chromium.
type shell interface {
	evaluate(expression string, into any) error
	press(ctx context.Context, text string) error // key by key, at a person's pace
	pid() int                                     // whose descendants show the page
	close() error
}

// pace is how long a person takes from the key before to key n: 150 ms on average.
func pace(n int) time.Duration { return time.Duration(90+n*53%121) * time.Millisecond }

func tool(ctx context.Context, name string, args ...string) error {
	if out, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, bytes.TrimSpace(out))
	}
	return nil
}

func fetch(ctx context.Context, address string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

// soon asks ten times a second until ctx ends.
func soon(ctx context.Context, holds func() bool) error {
	for !holds() {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return nil
}
