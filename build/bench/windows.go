package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// patience is how long a window or a call may take before measuring gives up.
const patience = 60 * time.Second

// sight is what one start of a program showed.
type sight struct {
	usable time.Duration // from exec to the first list painted after a bound call
	work   int64         // milliseconds of processor time by then, of the process tree
	memory int64         // bytes, summed PSS of the process tree, once it rests
}

// windows opens both programs in turn, so that a busy moment hits both alike.
func windows(ctx context.Context, b bench) ([]figure, error) {
	profile := filepath.Join(b.scratch, "small")
	if err := fill(ctx, profile, nil, 20); err != nil {
		return nil, err
	}
	commands := [2][]string{{b.app, "--bench", "--profile", profile}, {b.bare}}
	var usable, work, memory [2][]float64
	for n := range b.runs + 1 {
		for i, command := range commands {
			seen, err := look(ctx, command)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", filepath.Base(command[0]), err)
			}
			if n == 0 {
				continue // the first start reads from a cold disk
			}
			usable[i] = append(usable[i], milliseconds(seen.usable))
			work[i] = append(work[i], float64(seen.work))
			memory[i] = append(memory[i], float64(seen.memory)/(1<<20))
		}
	}
	return []figure{
		{"exec to usable, median", quantile(usable[0], 0.5), "ms", quantile(usable[1], 0.5), "ratio 1.5"},
		{"exec to usable, slowest", quantile(usable[0], 1), "ms", quantile(usable[1], 1), ""},
		{"processor time to usable, median", quantile(work[0], 0.5), "ms", quantile(work[1], 0.5), ""},
		{"memory of the process tree (PSS), median", quantile(memory[0], 0.5), "MiB", quantile(memory[1], 0.5), "ratio 1.4"},
	}, nil
}

// look starts a program, waits for the line "usable", weighs it and ends it.
func look(ctx context.Context, command []string) (sight, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	start := time.Now()
	cmd, err := launch(ctx, command)
	if err != nil {
		return sight{}, err
	}
	defer func() { cancel(); _ = cmd.Wait() }() // it was killed: its exit code says nothing
	seen := sight{usable: time.Since(start)}
	if seen.work, err = treeWork(cmd.Process.Pid); err != nil {
		return sight{}, err
	}
	seen.memory, err = atRest(ctx, cmd.Process.Pid)
	return seen, err
}

// launch starts a program, ended with ctx, and waits for the line "usable".
func launch(ctx context.Context, command []string, environment ...string) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = append(os.Environ(), environment...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	// The web view's processes belong to the same group.
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = time.Second
	words, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	if err := awaitUsable(words); err != nil {
		return nil, errors.Join(err, cmd.Cancel(), cmd.Wait())
	}
	go func() { _, _ = io.Copy(io.Discard, words) }() // a full pipe would stop the program
	return cmd, nil
}

func awaitUsable(words io.Reader) error {
	var last string
	lines := bufio.NewScanner(words)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "usable") {
			return nil
		}
		last = lines.Text()
	}
	return errors.New("ended, or took longer than a minute, without a usable window; last words: " + last)
}

// atRest weighs a process tree once a second until it changes by less than a hundredth.
func atRest(ctx context.Context, pid int) (int64, error) {
	before := int64(0)
	for range 15 {
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(time.Second):
		}
		now, err := treePSS(pid)
		if err != nil {
			return 0, err
		}
		if change := now - before; max(change, -change) < now/100 {
			return now, nil
		}
		before = now
	}
	return before, nil
}
