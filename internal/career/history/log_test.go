package history_test

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// document has every shape that occurs: texts, lists of items in items, lists of words,
// values that may be absent, and keys nobody knows.
type document struct {
	Title string            `json:"title"`
	Items []item            `json:"items"`
	Words map[string]string `json:"words"`
	Extra map[string]any    `json:"extra,omitempty"`
}

type item struct {
	ID    string   `json:"id"`
	Text  string   `json:"text"`
	On    bool     `json:"on"`
	Tags  []string `json:"tags"`
	Lines []item   `json:"lines,omitempty"`
}

// shelf is a history.Store.
type shelf struct {
	order  []string
	chunks map[string][]byte
}

func newShelf() *shelf { return &shelf{chunks: map[string][]byte{}} }

func (s *shelf) Chunks(context.Context, string) ([]string, error) { return slices.Clone(s.order), nil }

func (s *shelf) Chunk(_ context.Context, id string) (c history.Chunk, err error) {
	data, ok := s.chunks[id]
	if !ok {
		return c, fault.New(fault.NotFound, "store.notFound")
	}
	return c, json.Unmarshal(data, &c)
}

func (s *shelf) save(t testing.TB, change history.Change) {
	for _, c := range change.Put {
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if _, known := s.chunks[c.ID]; !known {
			s.order = append(s.order, c.ID)
		}
		s.chunks[c.ID] = data
	}
	for _, id := range change.Remove {
		delete(s.chunks, id)
		s.order = slices.DeleteFunc(s.order, func(known string) bool { return known == id })
	}
}

// desk is somebody who edits one document.
type desk struct {
	t    testing.TB
	clk  *testkit.Clock
	kept *shelf
	logs *history.Logs[document]
	now  document
}

func newDesk(t testing.TB) *desk {
	d := &desk{t: t, clk: testkit.NewClock(), kept: newShelf()}
	d.reopen()
	return d
}

func (d *desk) reopen() { d.logs = history.NewLogs[document](d.kept, d.clk) }

func (d *desk) log() history.Log[document] {
	l, err := d.logs.Of(d.t.Context(), "it")
	if err != nil {
		d.t.Fatal(err)
	}
	return l
}

func (d *desk) keep(turn history.Turn[document], err error) {
	if err != nil {
		d.t.Fatal(err)
	}
	d.kept.save(d.t, turn.Change)
	d.logs.Keep("it", turn.Log)
	d.now = turn.Value
}

func (d *desk) change(label string, to document) { d.keep(d.log().Record(d.now, to, label, "")) }
func (d *desk) undo()                            { d.keep(d.log().Undo(d.t.Context(), d.now)) }
func (d *desk) redo()                            { d.keep(d.log().Redo(d.now)) }

func (d *desk) write(words ...string) {
	for _, w := range words {
		to := d.now
		to.Title = w
		d.change("type", to)
	}
}

func TestABurstOfTypingIsOneStep(t *testing.T) {
	d := newDesk(t)
	d.write("O", "On", "One")
	d.clk.Advance(2 * time.Second)
	d.write("One t", "One two")
	for _, want := range []string{"One", ""} {
		if d.undo(); d.now.Title != want {
			t.Fatalf("undone to %q, want %q", d.now.Title, want)
		}
	}
	d.redo()
	d.write("One!") // after a step back a new step begins
	if d.undo(); d.now.Title != "One" {
		t.Errorf("undone to %q", d.now.Title)
	}
	d.write("One!", "One")
	if d.log().CanRedo() || !d.log().CanUndo() {
		t.Error("typing and deleting leave something to redo, or nothing to undo")
	}
	if d.undo(); d.now.Title != "" {
		t.Errorf("a burst that came to nothing is a step: %q", d.now.Title)
	}
}

func TestOtherFieldsAndLabelsAreOtherSteps(t *testing.T) {
	d := newDesk(t)
	d.write("a")
	words := d.now
	words.Words = map[string]string{"en": "x"}
	d.change("type", words)
	d.write("b")
	cleared := d.now
	cleared.Title = ""
	d.change("clear", cleared)
	for _, want := range []string{"b", "a", "a", ""} {
		if d.undo(); d.now.Title != want {
			t.Fatalf("undone to %q, want %q", d.now.Title, want)
		}
	}
	if _, err := d.log().Undo(t.Context(), d.now); fault.Of(err).Key != "history.nothingToUndo" {
		t.Errorf("got %v", err)
	}
}

// Only typing goes together: two moves in a second are two.
func TestMovesAreStepsOfTheirOwn(t *testing.T) {
	d := newDesk(t)
	d.now.Items = []item{{ID: "a"}, {ID: "b"}, {ID: "c"}}
	for range 2 {
		d.change("move", document{Items: append(slices.Clone(d.now.Items[1:]), d.now.Items[0])})
	}
	if d.undo(); d.now.Items[0].ID != "b" {
		t.Errorf("undone to %+v", d.now.Items)
	}
}

func TestWhatChangesNothingIsNoStep(t *testing.T) {
	d := newDesk(t)
	turn, err := d.log().Record(d.now, d.now, "save", "")
	if err != nil || len(turn.Change.Put) != 0 || turn.Log.CanUndo() {
		t.Errorf("got %+v, %v", turn.Change, err)
	}
}

// A turn that isn't kept, because saving it failed, has not happened.
func TestATurnThatFailedHasNotHappened(t *testing.T) {
	d := newDesk(t)
	d.write("a")
	d.undo()
	if _, err := d.log().Record(d.now, document{Title: "b"}, "set", ""); err != nil {
		t.Fatal(err)
	}
	if d.redo(); d.now.Title != "a" {
		t.Errorf("redone to %q", d.now.Title)
	}
}

func TestADocumentChangedBehindItsBack(t *testing.T) {
	d := newDesk(t)
	d.write("a")
	d.now.Title = "from elsewhere"
	_, err := d.log().Undo(t.Context(), d.now)
	if fault.Of(err).Key != "history.changedSince" {
		t.Errorf("got %v", err)
	}
}

// Steps lie in many chunks; one that is lost ends the history there and harms nothing.
func TestChunks(t *testing.T) {
	d := newDesk(t)
	const steps = 60
	for i := range steps {
		d.change("set", document{Title: fmt.Sprint(i, strings.Repeat(string(rune(97+i%26)), 2<<10))})
		d.clk.Advance(time.Minute)
		d.change("on", document{Title: d.now.Title, Words: map[string]string{"n": fmt.Sprint(i)}})
	}
	if n := len(d.kept.order); n < 5 || n > 20 {
		t.Errorf("%d chunks", n)
	}
	for id, data := range d.kept.chunks {
		if len(data) > 64<<10 {
			t.Errorf("chunk %s has %d bytes", id, len(data))
		}
	}
	d.reopen()
	for range steps {
		d.undo()
		d.undo()
	}
	if !reflect.DeepEqual(d.now, document{}) || d.log().CanUndo() {
		t.Errorf("undone to %.80v", d.now)
	}
	d.reopen()
	for range 2 * steps {
		d.redo()
	}
	delete(d.kept.chunks, d.kept.order[1])
	d.reopen()
	undone := 0
	for ; undone < 2*steps; undone++ {
		turn, err := d.log().Undo(t.Context(), d.now)
		if fault.Has(err, fault.Conflict) {
			break
		}
		d.keep(turn, err)
	}
	if undone < steps || undone == 2*steps || d.log().CanUndo() {
		t.Errorf("%d steps undone past the lost chunk", undone)
	}
}

// Whatever is done, in whatever order, undo and redo go through the same documents, also
// when the app was closed in between.
func TestUndoAndRedoGoThroughTheSameDocuments(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(t)
		seen, at := []string{shown(d.now)}, 0
		for range rapid.IntRange(1, 40).Draw(rt, "turns") {
			switch rapid.IntRange(0, 5).Draw(rt, "turn") {
			case 0:
				if at > 0 {
					at--
					d.undo()
				}
			case 1:
				if at < len(seen)-1 {
					at++
					d.redo()
				}
			case 2:
				d.reopen()
			default:
				to := edited(rt, d.now)
				if shown(to) == shown(d.now) {
					continue
				}
				d.clk.Advance(time.Minute)
				d.change("edit", to)
				seen, at = append(seen[:at+1], shown(to)), at+1
			}
			if got := shown(d.now); got != seen[at] {
				rt.Fatalf("at %d stands %s, want %s", at, got, seen[at])
			}
			if l := d.log(); l.CanUndo() != (at > 0) || l.CanRedo() != (at < len(seen)-1) {
				rt.Fatalf("at %d of %d: undo %v, redo %v", at, len(seen), l.CanUndo(), l.CanRedo())
			}
		}
	})
}

// shown is the document as a comparable: an empty list and a missing one differ.
func shown(d document) string {
	data, err := json.Marshal(d)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// edited is a copy of the document with some of everything changed at once.
func edited(rt *rapid.T, d document) document {
	var out document
	if err := json.Unmarshal([]byte(shown(d)), &out); err != nil {
		rt.Fatal(err)
	}
	text := rapid.OneOf(rapid.StringN(0, 4, -1), rapid.Custom(func(rt *rapid.T) string {
		return strings.Repeat("é", 40) + rapid.StringN(0, 3, -1).Draw(rt, "middle") + strings.Repeat("ê", 40)
	}))
	if rapid.Bool().Draw(rt, "title?") {
		out.Title = text.Draw(rt, "title")
	}
	if rapid.Bool().Draw(rt, "items?") {
		out.Items = rearranged(rt, out.Items, text, 2)
	}
	if rapid.Bool().Draw(rt, "words?") {
		out.Words = rapid.MapOfN(rapid.SampledFrom([]string{"en", "de", "a/b"}), text, 0, 3).Draw(rt, "words")
	}
	if rapid.Bool().Draw(rt, "extra?") {
		out.Extra = map[string]any{"n": rapid.Float64Range(-1e20, 1e20).Draw(rt, "n"), "deep": []any{nil, map[string]any{"x": true}}}
	}
	return out
}

// rearranged takes items out, puts others in, changes some and shuffles.
func rearranged(rt *rapid.T, items []item, text *rapid.Generator[string], depth int) []item {
	out := []item{}
	for _, it := range items {
		if rapid.IntRange(0, 4).Draw(rt, "goes") == 0 {
			continue
		}
		if rapid.Bool().Draw(rt, "changes") {
			it.Text, it.On = text.Draw(rt, "text"), !it.On
			it.Tags = rapid.SliceOfN(text, 0, 2).Draw(rt, "tags")
			if depth > 0 {
				it.Lines = rearranged(rt, it.Lines, text, depth-1)
			}
		}
		out = append(out, it)
	}
	for range rapid.IntRange(0, 2).Draw(rt, "new") {
		id := fmt.Sprint("id", rapid.IntRange(0, 1000).Draw(rt, "id"))
		if !slices.ContainsFunc(out, func(it item) bool { return it.ID == id }) {
			out = append(out, item{ID: id, Text: text.Draw(rt, "text")})
		}
	}
	if rapid.Bool().Draw(rt, "shuffle") && len(out) > 1 {
		out = rapid.Permutation(out).Draw(rt, "order")
	}
	return out
}

func TestAMoveIsOneOperation(t *testing.T) {
	list := func(ids string) document {
		var d document
		for _, id := range ids {
			d.Items = append(d.Items, item{ID: string(id)})
		}
		return d
	}
	for _, to := range []string{"bcdea", "eabcd", "acdbe", "badce"} {
		d := newDesk(t)
		d.now = list("abcde")
		turn, err := d.log().Record(d.now, list(to), "move", "")
		if err != nil {
			t.Fatal(err)
		}
		want := 1
		if to == "badce" {
			want = 2
		}
		if ops := turn.Change.Put[0].Steps[0].Ops; len(ops) != want || ops[0].Kind != history.Move {
			t.Errorf("%s: %+v", to, ops)
		}
	}
}
