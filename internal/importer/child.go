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
)

// ChildCommand is the hidden command of the program that is the sandbox's other side.
const ChildCommand = "read-pdf"

const (
	memoryLimit = 512 << 20 // bytes a child may hold
	stackLimit  = 64 << 20  // bytes of one stack: endless recursion ends soon
)

// reply is what the child says, as JSON. Exactly one of the two is set.
type reply struct {
	Draft *career.Draft `json:"draft,omitempty"`
	Fault *childFault   `json:"fault,omitempty"`
}

// childFault is a fault without its cause, which may quote the file.
type childFault struct {
	Code   fault.Code        `json:"code"`
	Key    string            `json:"key"`
	Params map[string]string `json:"params,omitempty"`
}

// ServeChild is the child's side: it limits this process, reads one PDF from stdin and
// writes one reply to stdout. It returns the exit code of the process: 0 if a reply was
// written, be it a fault; 1 if standard input or output broke.
func ServeChild(stdin io.Reader, stdout io.Writer) int {
	if err := limitSelf(); err != nil {
		return 1 // without limits nothing is read
	}
	if err := answer(stdin, stdout, pdf.Read); err != nil {
		return 1
	}
	return 0
}

// limitSelf bounds this process, so that it ends by itself even if whoever started it
// is gone and can't kill it.
func limitSelf() error {
	debug.SetMaxStack(stackLimit)
	time.AfterFunc(2*ReadLimit, func() { os.Exit(crashed) })
	return limitMemory()
}

// answer reads one document and writes what came of it.
func answer(stdin io.Reader, stdout io.Writer, read func([]byte) (career.Draft, error)) error {
	data, err := io.ReadAll(io.LimitReader(stdin, pdf.MaxBytes+1))
	if err != nil {
		return fmt.Errorf("receive document: %w", err)
	}
	var r reply
	if draft, err := read(data); err != nil {
		f := fault.Of(err)
		r.Fault = &childFault{f.Code, f.Key, f.Params}
	} else {
		r.Draft = &draft
	}
	if err := json.NewEncoder(stdout).Encode(r); err != nil {
		return fmt.Errorf("send draft: %w", err)
	}
	return nil
}
