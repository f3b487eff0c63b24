package importer

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume/check"
)

// ReadLimit is how long a child may read one document.
const ReadLimit = 10 * time.Second

const (
	replyLimit = 64 << 20    // bytes of a reply; the text of fifty pages is far less
	killGrace  = time.Second // for the pipes of a killed child to close

	crashed = 2 // exit code of a Go program that gave up
)

// errSlow is the cause of a kill by the clock.
var errSlow = errors.New("read limit passed")

// Sandbox reads documents in a child process.
type Sandbox struct {
	command []string // program and arguments that run ServeChild
	clk     clock.Clock
}

// NewSandbox makes a sandbox. The command starts a program that calls ServeChild: the
// path of this very program and ChildCommand.
func NewSandbox(clk clock.Clock, command ...string) Sandbox { return Sandbox{command, clk} }

// ReadPDF understands a PDF file in a child process. Besides the faults of pdf.Read it
// gives the Invalid faults import.tooSlow (maxSeconds), import.tooComplex (maxMb: out
// of memory) and import.damaged (the file made the reader crash), and Canceled when ctx
// ends. The child is gone when it returns.
func (s Sandbox) ReadPDF(ctx context.Context, data []byte) (career.Draft, error) {
	r, err := s.ask(ctx, data)
	if err != nil {
		return career.Draft{}, err
	}
	return *r.Draft, nil
}

// Inspect reads a PDF file in a child process as ReadPDF does, with the facts pdf.Inspect
// tells about it. The faults are the same.
func (s Sandbox) Inspect(ctx context.Context, data []byte) (check.Reading, error) {
	r, err := s.ask(ctx, data, withFacts)
	if err != nil {
		return check.Reading{}, err
	}
	if r.Facts == nil {
		return check.Reading{}, errors.New("decode facts: none in the reply")
	}
	return check.Reading{Draft: *r.Draft, Facts: *r.Facts}, nil
}

// ask runs a child with further arguments and gives its reply, in which a draft is set.
func (s Sandbox) ask(ctx context.Context, data []byte, args ...string) (reply, error) {
	run, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	go s.killLate(run, stop)
	out, errs := &boundedBuffer{limit: replyLimit, full: func() { stop(errLongReply) }}, &crashWatch{}
	err := s.child(run, data, args, out, errs).Run()
	switch {
	case ctx.Err() != nil:
		return reply{}, fmt.Errorf("read pdf: %w", ctx.Err())
	case errors.Is(context.Cause(run), errSlow):
		return reply{}, fault.Wrap(fault.Invalid, "import.tooSlow", errSlow).With("maxSeconds", fmt.Sprint(int(ReadLimit.Seconds())))
	case errors.Is(context.Cause(run), errLongReply):
		return reply{}, tooComplex(errLongReply)
	case err != nil:
		return reply{}, s.crashFault(err, errs.sawOutOfMemory)
	}
	return decodeReply(out.kept.Bytes())
}

func (s Sandbox) killLate(run context.Context, stop context.CancelCauseFunc) {
	select {
	case <-s.clk.After(ReadLimit):
		stop(errSlow)
	case <-run.Done():
	}
}

// child is the process to be. What it prints on standard error is looked at and
// dropped: a trace of a crash could hold words of the document.
func (s Sandbox) child(ctx context.Context, data []byte, args []string, out *boundedBuffer, errs *crashWatch) *exec.Cmd {
	cmd := exec.CommandContext(ctx, s.command[0], slices.Concat(s.command[1:], args)...) //nolint:gosec // our own program, named by main
	cmd.Env = append(os.Environ(), "GOTRACEBACK=none")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(data), out, errs
	cmd.WaitDelay = killGrace
	return cmd
}

// crashFault says why a child ended without a reply. One killed by the system, not by
// us, was killed for its memory.
func (s Sandbox) crashFault(err error, sawOutOfMemory bool) error {
	exit, ok := errors.AsType[*exec.ExitError](err)
	switch {
	case !ok:
		return fmt.Errorf("run reader: %w", err)
	case sawOutOfMemory, !exit.Exited():
		return tooComplex(err)
	case exit.ExitCode() == crashed:
		return fault.Wrap(fault.Invalid, "import.damaged", err)
	}
	return fmt.Errorf("run reader: %w", err)
}

func tooComplex(err error) error {
	return fault.Wrap(fault.Invalid, "import.tooComplex", err).With("maxMb", fmt.Sprint(memoryLimit>>20))
}

func decodeReply(data []byte) (reply, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return reply{}, fmt.Errorf("decode draft: %w", err)
	}
	switch {
	case r.Fault != nil:
		return reply{}, &fault.Error{Code: r.Fault.Code, Key: r.Fault.Key, Params: r.Fault.Params}
	case r.Draft == nil:
		return reply{}, errors.New("decode draft: empty reply")
	}
	return r, nil
}
