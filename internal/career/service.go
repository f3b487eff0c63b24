package career

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// Store keeps the one ledger of a profile.
type Store interface {
	// Ledger returns the ledger as last saved, an empty one before the first save,
	// or a Locked fault.
	Ledger(ctx context.Context) (Ledger, error)
	// SaveLedger replaces the ledger; it is durable when it returns.
	SaveLedger(ctx context.Context, l Ledger) error
}

// Publisher tells the outside that the ledger has changed.
type Publisher interface{ CareerChanged() }

// undoDepth is how many steps back are kept while the app runs.
const undoDepth = 200

// Service applies the rules of the ledger. All changes pass through it one at a time.
// What changes nothing is no change: it isn't saved, told or undone.
type Service struct {
	store  Store
	events Publisher
	newID  func() string

	mu   sync.Mutex
	past []Ledger // ledgers before each change, the latest last
	next []Ledger // ledgers undone, the latest undone last
}

// NewService makes the service; it touches nothing yet.
func NewService(store Store, events Publisher) *Service {
	return &Service{store: store, events: events, newID: ident.NewItem}
}

// Get returns the whole ledger.
func (s *Service) Get(ctx context.Context) (Ledger, error) {
	return s.store.Ledger(ctx)
}

// UpdateBasics replaces the basics.
func (s *Service) UpdateBasics(ctx context.Context, b Basics) (Ledger, error) {
	return s.change(ctx, func(l *Ledger) error {
		l.Basics = cleanBasics(b)
		return l.Basics.checkLength()
	})
}

// Save adds an item (when its id is empty) or replaces the one with its id. The
// item is a Work, Education, Skill or Language.
func (s *Service) Save(ctx context.Context, item Item) (Ledger, error) {
	return s.change(ctx, func(l *Ledger) error {
		clean, err := item.clean(s.newID)
		if err != nil {
			return err
		}
		return clean.put(l)
	})
}

// Remove takes an item out; Undo brings it back.
func (s *Service) Remove(ctx context.Context, part Part, id ItemID) (Ledger, error) {
	return s.change(ctx, func(l *Ledger) error { return l.remove(part, id) })
}

// Move puts an item before another one of its part, or last if before is empty.
func (s *Service) Move(ctx context.Context, part Part, id, before ItemID) (Ledger, error) {
	return s.change(ctx, func(l *Ledger) error { return l.move(part, id, before) })
}

// Import merges a confirmed draft into the ledger and reports what came in and what
// was there already. Importing the same draft twice changes nothing the second time.
func (s *Service) Import(ctx context.Context, draft Ledger) (Ledger, Merge, error) {
	var merge Merge
	l, err := s.change(ctx, func(l *Ledger) error {
		merged, report, err := MergeDraft(*l, draft, s.newID)
		*l, merge = merged, report
		return err
	})
	return l, merge, err
}

// Undo goes one change back. With nothing to undo it is a Conflict.
func (s *Service) Undo(ctx context.Context) (Ledger, error) {
	return s.step(ctx, &s.past, &s.next, "career.nothingToUndo")
}

// Redo takes back the last Undo. With nothing to redo it is a Conflict.
func (s *Service) Redo(ctx context.Context) (Ledger, error) {
	return s.step(ctx, &s.next, &s.past, "career.nothingToRedo")
}

// Forget drops the steps that could be undone; called when the vault is locked.
func (s *Service) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.past, s.next = nil, nil
}

func (s *Service) change(ctx context.Context, edit func(*Ledger) error) (Ledger, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before, err := s.store.Ledger(ctx)
	if err != nil {
		return Ledger{}, fmt.Errorf("read ledger: %w", err)
	}
	after := before.clone()
	if err := edit(&after); err != nil {
		return Ledger{}, err
	}
	if reflect.DeepEqual(before, after) {
		return before, nil // nothing to save, and nothing to undo
	}
	if err := s.store.SaveLedger(ctx, after); err != nil {
		return Ledger{}, fmt.Errorf("save ledger: %w", err)
	}
	s.past, s.next = remember(s.past, before), nil
	s.events.CareerChanged()
	return after, nil
}

func (s *Service) step(ctx context.Context, from, to *[]Ledger, nothing string) (Ledger, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(*from) == 0 {
		return Ledger{}, fault.New(fault.Conflict, nothing)
	}
	now, err := s.store.Ledger(ctx)
	if err != nil {
		return Ledger{}, fmt.Errorf("read ledger: %w", err)
	}
	target := (*from)[len(*from)-1]
	if err := s.store.SaveLedger(ctx, target); err != nil {
		return Ledger{}, fmt.Errorf("save ledger: %w", err)
	}
	*from = (*from)[:len(*from)-1]
	*to = remember(*to, now)
	s.events.CareerChanged()
	return target, nil
}

func remember(steps []Ledger, l Ledger) []Ledger {
	steps = append(steps, l)
	return slices.Delete(steps, 0, max(0, len(steps)-undoDepth))
}
