package importer

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/importer/pdf"
	"github.com/jobjourney/jobjourney/internal/resume/check"
)

// ChildCommand is the hidden command of the program that is the sandbox's other side.
const ChildCommand = "read-pdf"

// withFacts is the argument of the command that asks for facts about the file too. They
// take a walk through all of its tags, which an import has no use for.
const withFacts = "facts"

const (
	memoryLimit = 512 << 20 // bytes a child may hold
	stackLimit  = 64 << 20  // bytes of one stack: endless recursion ends soon
)

// reply is what the child says, as JSON. Either Draft is set, and Facts if they were
// asked for, or Fault is.
type reply struct {
	Draft *career.Draft   `json:"draft,omitempty"`
	Facts *check.PDFFacts `json:"facts,omitempty"`
	Fault *childFault     `json:"fault,omitempty"`
}

// childFault is a fault without its cause, which may quote the file.
type childFault struct {
	Code   fault.Code        `json:"code"`
	Key    string            `json:"key"`
	Params map[string]string `json:"params,omitempty"`
}

// ServeChild is the child's side: it limits this process, reads one PDF from stdin and
// writes one reply to stdout. The arguments are those behind ChildCommand. It returns the
// exit code of the process: 0 if a reply was written, be it a fault; 1 if standard input
// or output broke.
func ServeChild(args []string, stdin io.Reader, stdout io.Writer) int {
	if err := limitSelf(); err != nil {
		return 1 // without limits nothing is read
	}
	read := readDraft
	if len(args) == 1 && args[0] == withFacts {
		read = readFacts
	}
	if err := answer(stdin, stdout, read); err != nil {
		return 1
	}
	return 0
}

func readDraft(data []byte) (reply, error) {
	draft, err := pdf.Read(data)
	return reply{Draft: &draft}, err
}

func readFacts(data []byte) (reply, error) {
	r, err := pdf.Inspect(data)
	return reply{Draft: &r.Draft, Facts: &r.Facts}, err
}

// limitSelf bounds this process, so that it ends by itself even if whoever started it
// is gone and can't kill it.
func limitSelf() error {
	debug.SetMaxStack(stackLimit)
	time.AfterFunc(2*ReadLimit, func() { os.Exit(crashed) })
	return limitMemory()
}

// answer reads one document and writes what came of it.
func answer(stdin io.Reader, stdout io.Writer, read func([]byte) (reply, error)) error {
	data, err := io.ReadAll(io.LimitReader(stdin, pdf.MaxBytes+1))
	if err != nil {
		return fmt.Errorf("receive document: %w", err)
	}
	r, err := read(data)
	if err != nil {
		f := fault.Of(err)
		r = reply{Fault: &childFault{f.Code, f.Key, f.Params}}
	}
	if err := json.NewEncoder(stdout).Encode(r); err != nil {
		return fmt.Errorf("send reply: %w", err)
	}
	return nil
}
