package importer_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/importer"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/pdfmake"
)

// The test binary is its own child: started with one of these arguments, it behaves as
// a reader does, or as one that a file has taken over.
var children = map[string]func() int{
	importer.ChildCommand: func() int { return importer.ServeChild(os.Args[2:], os.Stdin, os.Stdout) },
	"child-loops": func() int {
		limited() // not to outlive a test that was killed
		for {
			_, _ = io.Copy(io.Discard, os.Stdin) // for ever: the file has long ended
		}
	},
	"child-eats": func() int {
		limited()
		for held := [][]byte{}; ; {
			held = append(held, bytes.Repeat([]byte("x"), 8<<20))
			if len(held) > 512 { // 4 GiB: nothing stopped it
				return 0
			}
		}
	},
	"child-crashes":  func() int { panic("a secret of the document") },
	"child-recurses": func() int { limited(); return recurse(0) },
	"child-babbles":  func() int { fmt.Print("no reply"); return 0 },
	"child-is-mute":  func() int { return 0 },
	"child-floods": func() int {
		for {
			if _, err := os.Stdout.Write(make([]byte, 1<<20)); err != nil {
				return 1
			}
		}
	},
}

// limited puts the limits of a real child on this process.
func limited() {
	if err := importer.LimitSelf(); err != nil {
		panic(err)
	}
}

func recurse(n int) int { return recurse(n+1) + n } //nolint:staticcheck // endless: the limit on its stack is what is tested

func TestMain(m *testing.M) {
	if len(os.Args) > 1 {
		if child, ok := children[os.Args[1]]; ok {
			os.Exit(child())
		}
	}
	os.Exit(runTests(m))
}

func runTests(m *testing.M) int {
	dir, err := os.MkdirTemp("", "child")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	childFolder = dir
	return m.Run()
}

func sandbox(t *testing.T, clk clock.Clock, child string) importer.Sandbox {
	t.Helper()
	program, err := childProgram()
	if err != nil {
		t.Fatal(err)
	}
	return importer.NewSandbox(clk, program, child)
}

// childProgram is this test binary, or one like it built without the race detector.
var childProgram = sync.OnceValues(func() (string, error) {
	if !raceDetector {
		return os.Executable()
	}
	program := filepath.Join(childFolder, "child.test")
	out, err := exec.Command("go", "test", "-c", "-race=false", "-o", program, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build child: %w\n%s", err, out)
	}
	return program, nil
})

var childFolder string

func TestReadInChild(t *testing.T) {
	s := sandbox(t, testkit.NewClock(), importer.ChildCommand)
	draft, err := s.ReadPDF(t.Context(), pdfmake.OneColumn().Bytes())
	if err != nil || draft.Ledger.Basics.Name != "Mara Lindqvist" || len(draft.Source.Pages) != 1 {
		t.Errorf("ReadPDF = %+v, %v", draft.Ledger.Basics, err)
	}
}

func TestInspectInChild(t *testing.T) {
	s := sandbox(t, testkit.NewClock(), importer.ChildCommand)
	d := pdfmake.OneColumn()
	d.Describe("A résumé", "en")
	r, err := s.Inspect(t.Context(), d.Bytes())
	if err != nil || r.Draft.Ledger.Basics.Name != "Mara Lindqvist" || r.Facts.Title != "A résumé" || len(r.Facts.Pages) != 1 {
		t.Errorf("Inspect = %+v, %v", r.Facts, err)
	}
	if _, err := s.Inspect(t.Context(), pdfmake.Scan()); !errors.Is(err, fault.New(fault.Invalid, "import.noText")) {
		t.Errorf("Inspect = %v", err)
	}
	if _, err := sandbox(t, testkit.NewClock(), "child-eats").Inspect(t.Context(), nil); !errors.Is(err, fault.New(fault.Invalid, "import.tooComplex")) {
		t.Errorf("Inspect = %v", err)
	}
}

func TestRefusalsCrossTheProcess(t *testing.T) {
	s := sandbox(t, testkit.NewClock(), importer.ChildCommand)
	for name, tt := range map[string]struct {
		data []byte
		want *fault.Error
	}{
		"scan":           {pdfmake.Scan(), fault.New(fault.Invalid, "import.noText")},
		"not a PDF":      {[]byte("hello"), fault.New(fault.Invalid, "import.notPDF")},
		"too large":      {make([]byte, 30<<20), fault.New(fault.Invalid, "import.tooLarge")},
		"300 pages":      {pdfmake.ManyPages(300), fault.New(fault.Invalid, "import.tooManyPages")},
		"deep object":    {pdfmake.DeepObject(), fault.New(fault.Invalid, "import.damaged")},
		"lies in itself": {pdfmake.SelfContained(), fault.New(fault.Invalid, "import.damaged")},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := s.ReadPDF(t.Context(), tt.data); !errors.Is(err, tt.want) {
				t.Errorf("ReadPDF = %v, want %v", err, tt.want)
			}
		})
	}
	_, err := s.ReadPDF(t.Context(), pdfmake.ManyPages(60))
	if f := fault.Of(err); f == nil || f.Params["pages"] != "60" {
		t.Errorf("params were lost: %v", err)
	}
}

func TestChildrenThatMisbehave(t *testing.T) {
	for child, want := range map[string]*fault.Error{
		"child-eats":     fault.New(fault.Invalid, "import.tooComplex"),
		"child-crashes":  fault.New(fault.Invalid, "import.damaged"),
		"child-recurses": fault.New(fault.Invalid, "import.damaged"),
		"child-babbles":  fault.New(fault.Internal, "fault.internal"),
		"child-is-mute":  fault.New(fault.Internal, "fault.internal"),
		"child-floods":   fault.New(fault.Invalid, "import.tooComplex"),
	} {
		t.Run(child, func(t *testing.T) {
			_, err := sandbox(t, testkit.NewClock(), child).ReadPDF(t.Context(), []byte("%PDF-"))
			if got := fault.Of(err); got == nil || !got.Is(want) {
				t.Fatalf("ReadPDF = %v, want %v", err, want)
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("words of the document are in the error: %v", err)
			}
		})
	}
}

func TestALoopingChildIsKilledAtTenSeconds(t *testing.T) {
	clk := testkit.NewClock()
	done := make(chan error, 1)
	go func() {
		_, err := sandbox(t, clk, "child-loops").ReadPDF(t.Context(), []byte("%PDF-"))
		done <- err
	}()
	waitForWaiter(t, clk)
	clk.Advance(importer.ReadLimit - 1)
	if clk.Waiting() != 1 {
		t.Fatal("gave up early")
	}
	clk.Advance(1)
	if err := <-done; !errors.Is(err, fault.New(fault.Invalid, "import.tooSlow")) {
		t.Errorf("ReadPDF = %v, want import.tooSlow", err)
	}
}

func waitForWaiter(t *testing.T, clk *testkit.Clock) {
	t.Helper()
	for clk.Waiting() == 0 {
		runtime.Gosched()
	}
}

func TestCancelKillsTheChild(t *testing.T) {
	clk := testkit.NewClock()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		_, err := sandbox(t, clk, "child-loops").ReadPDF(ctx, []byte("%PDF-"))
		done <- err
	}()
	waitForWaiter(t, clk)
	cancel()
	if err := <-done; !fault.Has(err, fault.Canceled) {
		t.Errorf("ReadPDF = %v, want canceled", err)
	}
}

func TestNoSuchProgram(t *testing.T) {
	_, err := importer.NewSandbox(testkit.NewClock(), "/no/such/program").ReadPDF(t.Context(), nil)
	if !fault.Has(err, fault.Internal) {
		t.Errorf("ReadPDF = %v, want an internal fault", err)
	}
}

func TestWriteLosses(t *testing.T) {
	var b strings.Builder
	err := importer.WriteLosses(&b, []career.Loss{
		{Reason: career.LossUnplaced, Page: 2, Text: "Ask me about \"bees\" \x1b[2J é"}, {Reason: career.LossTooMany},
	}, func(r career.LossReason) string { return "<" + string(r) + ">" })
	if want := "p. 2: <unplaced> \"Ask me about \\\"bees\\\" \\x1b[2J é\"\n<tooMany>\n"; err != nil || b.String() != want {
		t.Errorf("report %q, %v, want %q", b.String(), err, want)
	}
}
