package career

import (
	"context"
	"fmt"
	"reflect"
	"sync"

	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// HistoryOfLedger names the ledger to the store of histories: it has one.
const HistoryOfLedger = "ledger"

// Store keeps the one ledger of a profile, and its history.
type Store interface {
	// Ledger returns the ledger as last saved, an empty one before the first save,
	// or a Locked fault.
	Ledger(ctx context.Context) (Ledger, error)
	// SaveLedger replaces the ledger and changes its history, both or neither; they are
	// durable when it returns.
	SaveLedger(ctx context.Context, l Ledger, c history.Change) error
	history.Store
}

// Publisher tells the outside that the ledger has changed.
type Publisher interface{ CareerChanged() }

// Service applies the rules of the ledger. All changes pass through it one at a time.
// What changes nothing is no change: it isn't saved, told or undone.
type Service struct {
	store  Store
	events Publisher
	newID  func() string

	mu   sync.Mutex
	logs *history.Logs[Ledger]
}

// NewService makes the service; it touches nothing yet.
func NewService(store Store, events Publisher, clk clock.Clock) *Service {
	return &Service{store: store, events: events, newID: ident.NewItem, logs: history.NewLogs[Ledger](store, clk)}
}

// Get returns the whole ledger.
func (s *Service) Get(ctx context.Context) (Ledger, error) {
	return s.store.Ledger(ctx)
}

// UpdateBasics replaces the basics, but for the picture: of that it takes the description.
func (s *Service) UpdateBasics(ctx context.Context, b Basics) (Ledger, error) {
	return s.change(ctx, "save", func(l *Ledger) error {
		l.Basics = b.clean(l.Basics)
		return l.Basics.checkLength()
	})
}

// Save adds an item (when its id is empty) or replaces the one with its id.
func (s *Service) Save(ctx context.Context, item Item) (Ledger, error) {
	return s.change(ctx, "save", func(l *Ledger) error { return l.put(item, s.newID) })
}

// Remove takes an item out; Undo brings it back. The part may be ItemsOf a section.
func (s *Service) Remove(ctx context.Context, part Part, id ItemID) (Ledger, error) {
	return s.change(ctx, "remove", func(l *Ledger) error { return l.remove(part, id) })
}

// Move puts an item before another one of its part, or last if before is empty. The part
// may be ItemsOf a section.
func (s *Service) Move(ctx context.Context, part Part, id, before ItemID) (Ledger, error) {
	return s.change(ctx, "move", func(l *Ledger) error {
		found, err := l.list(part)
		if err != nil {
			return err
		}
		return found.move(l, id, before)
	})
}

// Adopt makes items of the lines of a kept section, in one step.
func (s *Service) Adopt(ctx context.Context, section ItemID) (Ledger, error) {
	return s.change(ctx, "adopt", func(l *Ledger) error { return l.adopt(section, s.newID) })
}

// Import merges a confirmed draft into the ledger and reports what came in and what
// was there already. Importing the same draft twice changes nothing the second time.
func (s *Service) Import(ctx context.Context, draft Ledger) (Ledger, Merge, error) {
	var merge Merge
	l, err := s.change(ctx, "import", func(l *Ledger) error {
		merged, report, err := MergeDraft(*l, draft, s.newID)
		*l, merge = merged, report
		return err
	})
	return l, merge, err
}

func (l *Ledger) put(item Item, newID func() string) error {
	found, err := l.list(item.part())
	if err != nil {
		return err
	}
	return found.put(l, item, newID)
}

func (l *Ledger) remove(part Part, id ItemID) error {
	found, err := l.list(part)
	if err != nil {
		return err
	}
	return found.take(l, id)
}

// Undo goes one change back. With nothing to undo it is a Conflict.
func (s *Service) Undo(ctx context.Context) (Ledger, error) {
	return s.step(ctx, func(log history.Log[Ledger], now Ledger) (history.Turn[Ledger], error) { return log.Undo(ctx, now) })
}

// Redo takes back the last Undo. With nothing to redo it is a Conflict.
func (s *Service) Redo(ctx context.Context) (Ledger, error) {
	return s.step(ctx, history.Log[Ledger].Redo)
}

// Steps says whether there is anything to undo and to redo.
func (s *Service) Steps(ctx context.Context) (undo, redo bool, err error) {
	log, err := s.logs.Of(ctx, HistoryOfLedger)
	return log.CanUndo(), log.CanRedo(), err
}

// Forget drops the steps it has read; called when the vault is locked.
func (s *Service) Forget() { s.logs.Forget() }

func (s *Service) change(ctx context.Context, label string, edit func(*Ledger) error) (Ledger, error) {
	return s.step(ctx, func(log history.Log[Ledger], before Ledger) (history.Turn[Ledger], error) {
		after := before.clone()
		if err := edit(&after); err != nil {
			return history.Turn[Ledger]{}, err
		}
		return log.Record(before, after, label, "")
	})
}

// step takes a turn of the ledger's history and saves what comes of it.
func (s *Service) step(ctx context.Context, turn func(history.Log[Ledger], Ledger) (history.Turn[Ledger], error)) (Ledger, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before, err := s.store.Ledger(ctx)
	if err != nil {
		return Ledger{}, fmt.Errorf("read ledger: %w", err)
	}
	log, err := s.logs.Of(ctx, HistoryOfLedger)
	if err != nil {
		return Ledger{}, err
	}
	made, err := turn(log, before)
	if err != nil {
		return Ledger{}, err
	}
	if reflect.DeepEqual(before, made.Value) {
		return before, nil // nothing to save, and nothing to undo
	}
	if err := s.store.SaveLedger(ctx, made.Value, made.Change); err != nil {
		return Ledger{}, fmt.Errorf("save ledger: %w", err)
	}
	s.logs.Keep(HistoryOfLedger, made.Log)
	s.events.CareerChanged()
	return made.Value, nil
}
