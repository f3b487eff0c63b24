package app

import (
	"context"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// Tasks runs work that may take over a second: it starts, reports progress, can be
// cancelled, and leaves its result until that is used or the profile is locked.
type Tasks struct {
	gate *Gate
	out  Emitter

	mu      sync.Mutex
	running map[string]context.CancelFunc
	results map[string]any
	wait    sync.WaitGroup
}

// NewTasks makes an empty registry.
func NewTasks(g *Gate, out Emitter) *Tasks {
	return &Tasks{gate: g, out: out, running: map[string]context.CancelFunc{}, results: map[string]any{}}
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
	t.running[id] = cancel
	t.mu.Unlock()
	t.wait.Go(func() { t.run(ctx, TaskEvent{TaskID: id, Kind: kind}, work) })
	return id, nil
}

func (t *Tasks) run(ctx context.Context, e TaskEvent, work func(context.Context, Progress) (any, error)) {
	result, err := work(ctx, func(done, total int) {
		t.out.Emit(EventTaskProgress, TaskEvent{TaskID: e.TaskID, Kind: e.Kind, Done: done, Total: total})
	})
	if err == nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	t.mu.Lock()
	t.running[e.TaskID]()
	delete(t.running, e.TaskID)
	if err == nil && result != nil {
		t.results[e.TaskID] = result
	}
	t.mu.Unlock()
	if err != nil {
		env := FormatError(err).(Envelope)
		e.Error = &env
		t.out.Emit(EventTaskFailed, e)
		return
	}
	t.out.Emit(EventTaskDone, e)
}

// Cancel asks a task to stop; a task that is over is left alone.
func (t *Tasks) Cancel(id string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if cancel, ok := t.running[id]; ok {
		cancel()
	}
}

// Forget drops results nobody fetched; called when the vault is locked.
func (t *Tasks) Forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	clear(t.results)
}

// drop forgets a result that was used.
func (t *Tasks) drop(id string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.results, id)
}

// Wait returns when no task runs any more.
func (t *Tasks) Wait() { t.wait.Wait() }

// result gives what a task left behind, which must be a T.
func result[T any](t *Tasks, id string) (T, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	v, ok := t.results[id].(T)
	if !ok {
		return v, fault.New(fault.NotFound, "task.noResult")
	}
	return v, nil
}
