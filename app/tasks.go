package app

import (
	"context"
	"slices"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

const (
	// keptEndings is how many tasks a page can still ask about after they ended: far
	// more than it has under way at once.
	keptEndings = 64
	// keptResults is how many results wait to be used. Each may hold a whole file, and a
	// page that went away never says that it wants none of them.
	keptResults = 4
)

// Tasks runs work that may take over a second: it starts, reports progress, can be
// cancelled, and leaves its result until that is used, the profile is locked, or newer
// ones take its place. How a task ended is told by an event, and kept for a page that
// missed it.
type Tasks struct {
	gate *Gate
	out  Emitter

	mu      sync.Mutex
	running map[string]running
	ended   []ended // the latest last
	locks   int     // how often the profile was locked: what began before leaves no result
	wait    sync.WaitGroup
}

// running is a task that goes on.
type running struct {
	kind   string
	cancel context.CancelFunc
}

// asksOthers are the kinds of tasks that send a person's words, or wait for a key.
var asksOthers = []string{taskAskProvider, taskSignIn, taskWriteDown, taskScore, taskHearVoice, taskPlan}

// ended is a task that is over.
type ended struct {
	event  TaskEvent
	result any // nil: none, used, or dropped
}

// NewTasks makes an empty registry.
func NewTasks(g *Gate, out Emitter) *Tasks {
	return &Tasks{gate: g, out: out, running: map[string]running{}}
}

// Progress is called by a task as it gets on; total 0 means unknown.
type Progress func(done, total int)

// Start runs work in the background and returns its id.
func (t *Tasks) Start(kind string, work func(context.Context, Progress) (any, error)) (string, error) {
	root, err := t.gate.enter()
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithCancel(root)
	id := ident.NewItem()
	t.mu.Lock()
	t.running[id] = running{kind, cancel}
	locks := t.locks
	t.mu.Unlock()
	t.wait.Go(func() { t.run(ctx, TaskEvent{TaskID: id, Kind: kind}, locks, work) })
	return id, nil
}

func (t *Tasks) run(ctx context.Context, e TaskEvent, locks int, work func(context.Context, Progress) (any, error)) {
	result, err := work(ctx, func(done, total int) {
		t.out.Emit(EventTaskProgress, TaskEvent{TaskID: e.TaskID, Kind: e.Kind, Done: done, Total: total})
	})
	if err == nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	name := EventTaskDone
	if err != nil {
		env := FormatError(err).(Envelope)
		e.Error, name, result = &env, EventTaskFailed, nil
	}
	t.end(e, locks, result)
	t.out.Emit(name, e)
}

// end moves a task from those that run to those that are over.
func (t *Tasks) end(e TaskEvent, locks int, result any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.running[e.TaskID].cancel()
	delete(t.running, e.TaskID)
	if locks != t.locks {
		result = nil
	}
	t.ended = append(t.ended, ended{e, result})
	t.ended = slices.Delete(t.ended, 0, max(0, len(t.ended)-keptEndings))
	results := 0
	for i := range slices.Backward(t.ended) {
		if t.ended[i].result == nil {
			continue
		}
		if results++; results > keptResults {
			t.ended[i].result = nil
		}
	}
}

// Cancel asks a task to stop; a task that is over is left alone.
func (t *Tasks) Cancel(id string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if r, ok := t.running[id]; ok {
		r.cancel()
	}
}

// State is how a task stands, for a page that may have missed the event.
func (t *Tasks) State(id string) TaskView {
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, ok := t.running[id]; ok {
		return TaskView{State: "running"}
	}
	e, ok := t.find(id)
	switch {
	case !ok:
		return TaskView{State: "unknown"}
	case e.event.Error != nil:
		return TaskView{State: "failed", Error: e.event.Error}
	}
	return TaskView{State: "done"}
}

// Forget drops results nobody fetched, and those to come of what is running, and calls off
// what asks others: nobody could keep what they answer. Called when the vault is locked.
func (t *Tasks) Forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.locks++
	for _, r := range t.running {
		if slices.Contains(asksOthers, r.kind) {
			r.cancel()
		}
	}
	for i := range t.ended {
		t.ended[i].result = nil
	}
}

// drop forgets a result that was used or isn't wanted.
func (t *Tasks) drop(id string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e, ok := t.find(id); ok {
		e.result = nil
	}
}

// find needs the lock.
func (t *Tasks) find(id string) (*ended, bool) {
	i := slices.IndexFunc(t.ended, func(e ended) bool { return e.event.TaskID == id })
	if i < 0 {
		return nil, false
	}
	return &t.ended[i], true
}

// Wait returns when no task runs any more.
func (t *Tasks) Wait() { t.wait.Wait() }

// result gives what a task left behind, which must be a T.
func result[T any](t *Tasks, id string) (T, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	var none T
	e, ok := t.find(id)
	if !ok {
		return none, fault.New(fault.NotFound, "task.noResult")
	}
	v, ok := e.result.(T)
	if !ok {
		return none, fault.New(fault.NotFound, "task.noResult")
	}
	return v, nil
}
