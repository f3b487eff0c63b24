package evaluation

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

func TestWriteText(t *testing.T) {
	testkit.Golden(t, "testdata/small.txt", text(t, smallReport(t)))
}

func TestWriteJSON(t *testing.T) {
	var first, second bytes.Buffer
	if err := errors.Join(WriteJSON(&first, smallReport(t)), WriteJSON(&second, smallReport(t))); err != nil || first.String() != second.String() {
		t.Errorf("%v; %s", err, testkit.FirstDifference(second.String(), first.String()))
	}
	testkit.Golden(t, "testdata/small.json", first.Bytes())
	var back Report
	if err := json.Unmarshal(first.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if again := text(t, back); !bytes.Equal(again, text(t, smallReport(t))) {
		t.Errorf("read back: %s", again)
	}
	if err := json.Unmarshal([]byte(strings.ReplaceAll(first.String(), "null", "0")), &back); err != nil {
		t.Error("only undefined figures are null:", err)
	}
}

// A report with everything in it to name quotes no answer.
func TestReportsHoldNoAnswer(t *testing.T) {
	r := judged(t, func(a Answer) (Outcome, error) {
		if a.Kind == Repeat {
			return nil, fault.New(fault.Unavailable, "ai.cutOff")
		}
		return flat(Mark{Level: 1 + len(a.Text)%5}), nil
	})
	var out bytes.Buffer
	if err := WriteJSON(&out, r); err != nil {
		t.Fatal(err)
	}
	report := out.String() + string(text(t, r))
	for _, a := range all(load(t)) {
		if start := a.Text[:min(12, len(a.Text))]; len(start) > 5 && strings.Contains(report, start) || a.Injection != "" && strings.Contains(report, a.Injection) {
			t.Errorf("%s is quoted", a.ID)
		}
	}
	if !strings.Contains(report, "conflict-nurse/full-repeat") {
		t.Error("a failed item isn't named")
	}
}

// noDisk refuses everything.
type noDisk struct{}

func (noDisk) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWritersTellThatTheyCouldNot(t *testing.T) {
	if WriteText(noDisk{}, Report{}) == nil || WriteJSON(noDisk{}, Report{}) == nil {
		t.Error("what wasn't written was taken for written")
	}
}
