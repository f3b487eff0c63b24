package evaluation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// WriteJSON writes the report as indented JSON. The same results give the same
// bytes.
func WriteJSON(w io.Writer, r Report) error {
	raw, err := json.MarshalIndent(r, "", "  ")
	if err == nil {
		_, err = w.Write(append(raw, '\n'))
	}
	if err != nil {
		return fmt.Errorf("write evaluation: %w", err)
	}
	return nil
}

// WriteText writes the report as tables for reading, in English, as the rubric is.
// The same results give the same bytes.
func WriteText(w io.Writer, r Report) error {
	var t table
	t.heading("%d answers, %d without any outcome; set %s, rubric %s", r.Items, r.Failed, r.SetVersion, r.RubricVersion)
	t.note("Brackets hold 95 %% intervals; n/a is undefined. All answers are invented.")
	t.agreement(r.Agreement)
	t.confusion(r.Confusion)
	t.order(r.Order)
	t.repeats(r.Repeats, r.Runs)
	t.twins(r)
	t.lists(r)
	if _, err := w.Write(t.bytes()); err != nil {
		return fmt.Errorf("write evaluation: %w", err)
	}
	return nil
}

// table gathers lines whose cells are parted by tabs.
type table struct{ text bytes.Buffer }

func (t *table) bytes() []byte {
	var out bytes.Buffer
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	_, _ = w.Write(t.text.Bytes()) // a Buffer takes everything
	_ = w.Flush()
	lines := strings.Split(out.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return []byte(strings.Join(lines, "\n"))
}

// heading begins a part; without a tab in it, columns don't reach across.
func (t *table) heading(format string, values ...any) {
	if t.text.Len() > 0 {
		t.text.WriteByte('\n')
	}
	t.note(format, values...)
}

func (t *table) note(format string, values ...any) { fmt.Fprintf(&t.text, format+"\n", values...) }

func (t *table) row(cells ...any) {
	for _, c := range cells {
		fmt.Fprint(&t.text, c, "\t")
	}
	t.text.WriteByte('\n')
}

// String writes a figure with its interval.
func (f Figure) String() string {
	if !f.Value.Defined() {
		return "n/a"
	}
	return fmt.Sprintf("%s [%s, %s]", f.Value, f.Low, f.High)
}

func (t *table) agreement(all []Agreement) {
	t.heading("Agreement with the grades (kappa: quadratic weights)")
	t.row("criterion", "n", "kappa", "exact", "within one", "level minus grade", "refused", "empty seen", "not scored")
	for _, a := range all {
		t.row(a.Criterion, a.Kappa.N, a.Kappa, a.Exact, a.WithinOne, a.Lenience, a.Refused, a.Empty, a.NotScored)
	}
}

func (t *table) confusion(c Confusion) {
	t.heading("Marks by grade (rows) and level (columns)")
	head := []any{"", "none"}
	for level := 1; level <= rubric.Levels; level++ {
		head = append(head, level)
	}
	t.row(append(head, "not scored")...)
	for grade, counts := range c {
		row := []any{any(grade)}
		if grade == 0 {
			row[0] = "none"
		}
		for _, n := range counts {
			row = append(row, n)
		}
		t.row(row...)
	}
}

func (t *table) order(o Order) {
	t.heading("Order of the steps of a question")
	t.row("pairs in order", o.Right.N, o.Right)
	t.row("pairs level", "", o.Tied)
	t.row("pairs turned round", "", o.Reversed)
	t.row("Spearman, mean over questions", o.Spearman.N, o.Spearman)
	for _, n := range o.Neighbours {
		t.row(fmt.Sprintf("%s below %s", n.Lower, n.Upper), n.N, n.Right)
	}
}

func (t *table) repeats(r Retest, runs Runs) {
	t.heading("The same answer twice, and the runs behind a level")
	t.row("marks alike", r.Exact.N, r.Exact)
	t.row("marks within one", r.WithinOne.N, r.WithinOne)
	t.row("mean difference", r.Difference.N, r.Difference)
	t.row("intraclass correlation", r.Difference.N, r.Correlation)
	t.row("rose the second time", r.Difference.N, r.Rose)
	t.row("levels alike in all runs", runs.N, runs.Alike)
	t.row("mean width over the runs", runs.N, runs.Width)
}

func (t *table) twins(r Report) {
	t.heading("Twins that should score alike")
	t.row("twins", "n", "mean change", "median", fmt.Sprintf("rose > %.1f", Tolerance), fmt.Sprintf("fell > %.1f", Tolerance))
	for _, line := range []struct {
		name string
		is   Twins
	}{
		{"padded", r.Length.Padding}, {"compressed", r.Length.Compression},
		{"finer words", r.Wording.Eloquent}, {"another language", r.Wording.Translated},
	} {
		t.row(line.name, line.is.Change.N, line.is.Change, line.is.Median, line.is.Rose, line.is.Fell)
	}
	t.heading("Length, instructions and ways of speaking")
	t.row("residual with log words", r.Length.Residual.N, r.Length.Residual)
	t.row("injected: rose", r.Injection.Rose.N, r.Injection.Rose)
	t.row("injected: mean change", r.Injection.Change.N, r.Injection.Change)
	t.row("short or off, above "+fmt.Sprint(MaxCapped), r.Caps.Checked, len(r.Caps.Broken))
	for _, v := range r.Voices {
		t.row("level minus grade, "+v.Voice, v.Lenience.N, v.Lenience)
	}
}

// lists names answers, each list only if there are any.
func (t *table) lists(r Report) {
	var obeyed, far, causes, failed [][]any
	for _, o := range r.Injection.Obeyed {
		obeyed = append(obeyed, []any{o.ID, o.Form, o.Change})
	}
	for _, f := range r.Differences {
		far = append(far, []any{f.ID, f.Difference})
	}
	for _, c := range r.Causes {
		causes = append(causes, []any{c.Key, c.Items})
	}
	for _, f := range r.Failures {
		failed = append(failed, []any{f.ID, f.Cause})
	}
	t.list("Instructions obeyed (a criterion rose by two or more)", obeyed)
	t.list("Furthest from their grades", far)
	t.list("Causes of items without an outcome", causes)
	t.list("Items without an outcome", failed)
	if len(r.Caps.Broken) > 0 {
		t.heading("Short or off the question, and above %d", MaxCapped)
		t.note("%s", strings.Join(r.Caps.Broken, "\n"))
	}
}

func (t *table) list(heading string, rows [][]any) {
	if len(rows) == 0 {
		return
	}
	t.heading("%s", heading)
	for _, r := range rows {
		t.row(r...)
	}
}
