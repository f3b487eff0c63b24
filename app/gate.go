package app

import (
	"context"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Gate holds the context that bound methods work under, because Wails gives them
// none. Calls wait until the shell has opened it and fail after it was closed.
type Gate struct {
	once  sync.Once
	ready chan struct{}
	ctx   context.Context
	stop  context.CancelFunc
}

// NewGate makes a closed gate.
func NewGate() *Gate { return &Gate{ready: make(chan struct{})} }

// Open lets calls through; they end when ctx does. Only the first Open counts.
func (g *Gate) Open(ctx context.Context) {
	g.once.Do(func() {
		g.ctx, g.stop = context.WithCancel(ctx)
		close(g.ready)
	})
}

// Close ends every call that is going on and all that come later.
func (g *Gate) Close() {
	select {
	case <-g.ready:
		g.stop()
	default:
	}
}

// enter waits for the shell and gives the context to work under.
func (g *Gate) enter() (context.Context, error) {
	<-g.ready
	if g.ctx.Err() != nil {
		return nil, fault.New(fault.Canceled, "fault.closing")
	}
	return g.ctx, nil
}

// call runs one service method under the gate and maps its result to a view.
func call[T, V any](g *Gate, do func(context.Context) (T, error), view func(T) V) (V, error) {
	var none V
	ctx, err := g.enter()
	if err != nil {
		return none, err
	}
	out, err := do(ctx)
	if err != nil {
		return none, err
	}
	return view(out), nil
}

// act is call for methods that return nothing.
func act(g *Gate, do func(context.Context) error) error {
	ctx, err := g.enter()
	if err != nil {
		return err
	}
	return do(ctx)
}

// same is the view of what is a view already.
func same[T any](v T) T { return v }
