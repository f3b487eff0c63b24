package history

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

const (
	// burst is how soon after the last change of a field the next one belongs to the same step.
	burst = 2 * time.Second
	// largest is how many bytes of JSON the steps of a chunk take; a single step may be larger.
	largest = 48 << 10
)

// Step is one thing a person did.
type Step struct {
	Label string    `json:"label"` // what it was, for example "remove"
	Field string    `json:"field"` // the one field it wrote into; empty: it can't grow
	At    time.Time `json:"at"`    // of its last change
	Ops   []Op      `json:"ops"`
}

// Chunk is what is stored of a log: steps in a row.
type Chunk struct {
	ID    string `json:"id"`
	N     int    `json:"n"`    // its place in the log, from 1
	Done  int    `json:"done"` // how many of its steps are done; the others can be redone
	Steps []Step `json:"steps"`
}

// Change is what a turn changes of the stored log.
type Change struct {
	Put    []Chunk  // new, or replaced
	Remove []string // ids of chunks with nothing but steps that can't be redone any more
}

// Load reads a chunk by its id. One that is gone or can't be read any more is NotFound: the
// log then begins after it.
type Load func(ctx context.Context, id string) (Chunk, error)

// Log is the history of one document. It is a value: a turn gives the log as it would be.
type Log[T any] struct {
	load   Load
	clk    clock.Clock
	newID  func() string
	older  []string // chunks not read yet, oldest first
	chunks []Chunk  // those after them
	typing bool     // the last step was just recorded, so it may grow
}

// Turn is a document after a step, with what has to be saved along with it.
type Turn[T any] struct {
	Value  T
	Log    Log[T]
	Change Change
	Label  string // of the step that was recorded, undone or redone
}

// Open makes a log of the chunks with these ids, oldest first. It reads only as much as
// it takes to know where the document stands.
func Open[T any](ctx context.Context, chunks []string, load Load, clk clock.Clock, newID func() string) (Log[T], error) {
	l := Log[T]{load: load, clk: clk, newID: newID, older: slices.Clone(chunks)}
	return l.standing(ctx)
}

// standing is the log read back to where the document stands.
func (l Log[T]) standing(ctx context.Context) (Log[T], error) {
	for len(l.older) > 0 && !l.CanUndo() {
		next, err := l.reachBack(ctx)
		if err != nil {
			return l, err
		}
		l = next
	}
	return l, nil
}

// reachBack reads the newest chunk that isn't read yet. Where the row is broken, the log begins.
func (l Log[T]) reachBack(ctx context.Context) (Log[T], error) {
	last := len(l.older) - 1
	c, err := l.load(ctx, l.older[last])
	if err != nil && !fault.Has(err, fault.NotFound) {
		return l, fmt.Errorf("read history: %w", err)
	}
	if err != nil || len(l.chunks) > 0 && c.N != l.chunks[0].N-1 {
		l.older = nil
		return l, nil
	}
	l.older = l.older[:last]
	l.chunks = append([]Chunk{c}, l.chunks...)
	return l, nil
}

// CanUndo reports whether there is a step to take back.
func (l Log[T]) CanUndo() bool {
	return slices.ContainsFunc(l.chunks, func(c Chunk) bool { return c.Done > 0 })
}

// CanRedo reports whether there is a step that was taken back.
func (l Log[T]) CanRedo() bool {
	return slices.ContainsFunc(l.chunks, func(c Chunk) bool { return c.Done < len(c.Steps) })
}

// Record adds the step from before to after; what could be redone can't be any more. A
// step grows instead if the last one has the same label and field and is younger than two
// seconds. The field may be left empty: then it is the one text the step changes, if it
// changes nothing else. If nothing changed, the turn changes nothing.
func (l Log[T]) Record(before, after T, label, field string) (Turn[T], error) {
	was, err := treeOf(before)
	if err != nil {
		return Turn[T]{}, err
	}
	is, err := treeOf(after)
	if err != nil {
		return Turn[T]{}, err
	}
	ops := diff(was, is, nil)
	if len(ops) == 0 {
		return Turn[T]{Value: after, Log: l, Label: label}, nil
	}
	if field == "" {
		field = oneText(ops)
	}
	turn := Turn[T]{Value: after, Log: l, Label: label}
	step := Step{Label: label, Field: field, At: l.clk.Now(), Ops: ops}
	if top, ok := l.growing(step); ok {
		base, err := applyAll(was, inverses(top.Ops))
		if err == nil {
			step.Ops = diff(base, is, nil)
			turn.Log, turn.Change = l.grown(step)
			return turn, nil
		}
	}
	turn.Log, turn.Change = l.added(step)
	return turn, nil
}

// oneText is the path of the text that is all the operations change.
func oneText(ops []Op) string {
	if len(ops) != 1 || ops[0].Kind != Set && ops[0].Kind != Splice || !isText(ops[0].Before) || !isText(ops[0].After) {
		return ""
	}
	return strings.Join(ops[0].Path, "/")
}

func isText(raw json.RawMessage) bool { return len(raw) == 0 || raw[0] == '"' }

// growing gives the last step if the new one belongs to it.
func (l Log[T]) growing(step Step) (Step, bool) {
	if !l.typing || step.Field == "" {
		return Step{}, false
	}
	c := l.chunks[len(l.chunks)-1]
	if c.Done == 0 {
		return Step{}, false
	}
	top := c.Steps[c.Done-1]
	return top, top.Field == step.Field && top.Label == step.Label && step.At.Sub(top.At) < burst
}

// grown is the log with its last step replaced; a step that came to nothing is gone.
func (l Log[T]) grown(step Step) (Log[T], Change) {
	l.chunks = slices.Clone(l.chunks)
	c := &l.chunks[len(l.chunks)-1]
	c.Steps = slices.Clone(c.Steps[:c.Done-1])
	if len(step.Ops) > 0 {
		c.Steps = append(c.Steps, step)
	}
	c.Done = len(c.Steps)
	return l, Change{Put: []Chunk{*c}}
}

// added is the log with one more step, in a new chunk if the last is full.
func (l Log[T]) added(step Step) (Log[T], Change) {
	l, change := l.withoutRedo()
	l.typing = true
	if n := len(l.chunks); n > 0 && fits(l.chunks[n-1], step) {
		c := &l.chunks[n-1]
		c.Steps = append(slices.Clip(c.Steps), step)
		c.Done = len(c.Steps)
		change.Put = []Chunk{*c}
		return l, change
	}
	c := Chunk{ID: l.newID(), N: 1, Done: 1, Steps: []Step{step}}
	if n := len(l.chunks); n > 0 {
		c.N = l.chunks[n-1].N + 1
	}
	l.chunks = append(l.chunks, c)
	change.Put = append(change.Put, c)
	return l, change
}

// withoutRedo is the log up to where the document stands.
func (l Log[T]) withoutRedo() (Log[T], Change) {
	var change Change
	l.chunks = slices.Clone(l.chunks)
	for n := len(l.chunks) - 1; n > 0 && l.chunks[n].Done == 0; n-- {
		change.Remove = append(change.Remove, l.chunks[n].ID)
		l.chunks = l.chunks[:n]
	}
	if n := len(l.chunks); n > 0 && l.chunks[n-1].Done < len(l.chunks[n-1].Steps) {
		c := &l.chunks[n-1]
		c.Steps = c.Steps[:c.Done]
		change.Put = []Chunk{*c}
	}
	return l, change
}

func fits(c Chunk, step Step) bool {
	return len(c.Steps) == 0 || len(written(c.Steps))+len(written(step)) <= largest
}

// Undo takes the last step back from the document as it is now. With nothing to take back
// it is a Conflict history.nothingToUndo; if the document was changed behind the log's
// back, history.changedSince.
func (l Log[T]) Undo(ctx context.Context, now T) (Turn[T], error) {
	if !l.CanUndo() {
		return Turn[T]{}, fault.New(fault.Conflict, "history.nothingToUndo")
	}
	at := len(l.chunks) - 1
	for l.chunks[at].Done == 0 {
		at--
	}
	step := l.chunks[at].Steps[l.chunks[at].Done-1]
	turn, err := l.turn(now, at, -1, step, inverses(step.Ops))
	if err == nil {
		turn.Log, err = turn.Log.standing(ctx)
	}
	return turn, err
}

// Redo does again the step that was undone last. With none it is a Conflict
// history.nothingToRedo; if the document was changed in between, history.changedSince.
func (l Log[T]) Redo(now T) (Turn[T], error) {
	for at, c := range l.chunks {
		if c.Done < len(c.Steps) {
			return l.turn(now, at, 1, c.Steps[c.Done], c.Steps[c.Done].Ops)
		}
	}
	return Turn[T]{}, fault.New(fault.Conflict, "history.nothingToRedo")
}

func (l Log[T]) turn(now T, at, by int, step Step, ops []Op) (Turn[T], error) {
	document, err := treeOf(now)
	if err != nil {
		return Turn[T]{}, err
	}
	if document, err = applyAll(document, ops); err != nil {
		return Turn[T]{}, fault.Wrap(fault.Conflict, "history.changedSince", err)
	}
	var value T
	if err := json.Unmarshal(written(document), &value); err != nil {
		return Turn[T]{}, fmt.Errorf("read document: %w", err)
	}
	l.chunks, l.typing = slices.Clone(l.chunks), false
	l.chunks[at].Done += by
	return Turn[T]{value, l, Change{Put: []Chunk{l.chunks[at]}}, step.Label}, nil
}
