package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/evaluation"
)

// Exit codes of commands.
const (
	exitRead    = 0 // done
	exitFault   = 1 // something went wrong that is not the document's doing
	exitUsage   = 2
	exitRefused = 3 // the document can't be read, and the reason was printed
)

// Commands are what the program does without a window, before keyring, vault or
// microphone are touched.
type Commands struct {
	Reader     Reader                                                                         // reads a PDF in a process of its own
	ServeChild func(args []string, in io.Reader, out io.Writer) int                           // is that process
	JSONResume func(career.Ledger) ([]byte, error)                                            // writes JSON Resume
	Losses     func(w io.Writer, all []career.Loss, say func(career.LossReason) string) error // writes what was not understood
	Scorer     func(evaluation.Model) (evaluation.Scorer, error)                              // a model that is to be evaluated
	Sentence   func(key string, p map[string]string) string                                   // the words behind a fault's key
	Stdin      io.Reader
	Stdout     io.Writer
	Stderr     io.Writer
}

// Options are how the app is opened.
type Options struct {
	Browser bool   // as a page, even where there is a display
	Example bool   // with the profile of an invented person
	Profile string // another profile folder; empty: the usual one
	Bench   bool   // say on standard error when the app can be used
}

// Folder is where the profile lies, from the root of the disk on; usual tells where it
// lies if no other folder was named.
func (o Options) Folder(usual func() (string, error)) (string, error) {
	if o.Profile != "" {
		return filepath.Abs(o.Profile)
	}
	dir, err := usual()
	if err != nil {
		return "", err
	}
	return filepath.Abs(dir)
}

// Announce tells at which address the page is open.
func (c *Commands) Announce(address string) {
	fmt.Fprintln(c.Stdout, c.Sentence("shell.openAt", map[string]string{"address": address}))
}

// Painted says so, once, if that was asked for.
func (o Options) Painted(stderr io.Writer) func() {
	var once sync.Once
	return func() {
		if o.Bench {
			once.Do(func() { fmt.Fprintln(stderr, "usable") })
		}
	}
}

// Dispatch runs the command args name, if they name one; otherwise it gives the options
// to open the app with. The program that writes the bindings has neither.
func (c Commands) Dispatch(args []string) (o Options, exitCode int, handled bool) {
	if Generating {
		return o, 0, false
	}
	if len(args) > 0 {
		if code, done := c.command(args[0], args[1:]); done {
			return o, code, true
		}
	}
	set := flag.NewFlagSet("jobjourney", flag.ContinueOnError)
	set.SetOutput(c.Stderr)
	set.Usage = func() { c.usage(c.Stderr) }
	set.BoolVar(&o.Browser, "browser", false, "")
	set.BoolVar(&o.Example, "example", false, "")
	set.BoolVar(&o.Bench, "bench", false, "")
	set.StringVar(&o.Profile, "profile", "", "")
	if set.Parse(args) != nil || set.NArg() > 0 {
		return o, exitUsage, true
	}
	return o, 0, false
}

func (c Commands) command(name string, args []string) (exitCode int, done bool) {
	switch name {
	case "read-pdf": // hidden: the child of "import" and of the app itself
		return c.ServeChild(args, c.Stdin, c.Stdout), true
	case "import":
		return c.importFile(args), true
	case "eval-scorer":
		return c.evalScorer(args), true
	case "version", "--version":
		fmt.Fprintln(c.Stdout, "JobJourney", Version)
		return exitRead, true
	case "help", "--help", "-h":
		c.usage(c.Stdout)
		return exitRead, true
	}
	return 0, false
}

// Say gives the sentence of a key at the time it is wanted, in the language of then.
func (c *Commands) Say(key string) func() string {
	return func() string { return c.Sentence(key, nil) }
}

// usage says how the program is called.
func (c Commands) usage(w io.Writer) { fmt.Fprintln(w, c.Sentence("shell.usage", nil)) }

func (c Commands) importFile(args []string) int {
	if len(args) != 1 {
		c.usage(c.Stderr)
		return exitUsage
	}
	data, err := readDocument(args[0])
	if err != nil {
		return c.refuse(err)
	}
	draft, err := c.Reader.ReadPDF(context.Background(), data)
	if err != nil {
		return c.refuse(err)
	}
	if err := c.writeOut(draft); err != nil {
		return c.refuse(fault.Wrap(fault.Unavailable, "import.notWritten", err))
	}
	return exitRead
}

// readDocument reads a file up to where a reader refuses it for its size: a device or a
// pipe may have no end. It gives the faults file.notThere and file.unreadable (name).
func readDocument(name string) ([]byte, error) {
	file, err := os.Open(name) // #nosec G304 -- the file the person named
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault.Wrap(fault.NotFound, "file.notThere", err).With("name", name)
	}
	if err != nil {
		return nil, fault.Wrap(fault.Denied, "file.unreadable", err).With("name", name)
	}
	defer func() { _ = file.Close() }()
	data, err := io.ReadAll(io.LimitReader(file, maxDocumentMiB<<20+1))
	if err != nil {
		return nil, fault.Wrap(fault.Denied, "file.unreadable", err).With("name", name)
	}
	return data, nil
}

// writeOut prints JSON Resume, and on standard error what was not understood.
func (c Commands) writeOut(draft career.Draft) error {
	out, err := c.JSONResume(draft.Ledger)
	if err != nil {
		return err
	}
	if _, err := c.Stdout.Write(out); err != nil {
		return fmt.Errorf("write résumé: %w", err)
	}
	return c.Losses(c.Stderr, draft.Losses, c.reason)
}

// reason is the sentence for why something found no place.
func (c Commands) reason(r career.LossReason) string { return c.Sentence("loss."+string(r), nil) }

// Explain is the sentence behind an error.
func (c Commands) Explain(err error) string {
	f := fault.Of(err)
	return c.Sentence(f.Key, f.Params)
}

func (c Commands) refuse(err error) int {
	f := fault.Of(err)
	fmt.Fprintln(c.Stderr, c.Explain(err))
	if f.Code == fault.Invalid {
		return exitRefused
	}
	return exitFault
}
