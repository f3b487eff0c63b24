package resume

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// Store keeps résumés and the steps that lead to them. What isn't there is NotFound.
type Store interface {
	GetResume(ctx context.Context, id ID) (Resume, error)
	ListResumes(ctx context.Context) ([]Resume, error)
	// SaveResume keeps a résumé and what its history changes by, both or neither.
	SaveResume(ctx context.Context, r Resume, c history.Change) error
	// DeleteResume removes a résumé, its versions and its history, for good.
	DeleteResume(ctx context.Context, id ID) error
	history.Store
}

// Ledger is where the facts are.
type Ledger interface {
	Get(ctx context.Context) (career.Ledger, error)
	UpdateBasics(ctx context.Context, b career.Basics) (career.Ledger, error)
	Save(ctx context.Context, item career.Item) (career.Ledger, error)
}

// Publisher is told which résumé was made, changed or deleted, after it was stored.
type Publisher interface{ ResumeChanged(id ID) }

// Deps are what the service works with.
type Deps struct {
	Store    Store
	Versions Versions
	Ledger   Ledger
	Events   Publisher
	Clock    clock.Clock
	Words    Lexicons
	Formats  map[string]Format // by name: what can be exported to
}

// Service is what a person can do with résumés. It is safe for concurrent use.
type Service struct {
	Deps
	logs *history.Logs[step]

	writing sync.Mutex       // one change at a time, so that none is lost between reading and saving
	latest  map[ID]time.Time // when the last version of a résumé was made, as far as known
}

// NewService makes the service; it touches nothing yet.
func NewService(d Deps) *Service {
	return &Service{Deps: d, logs: history.NewLogs[step](d.Store, d.Clock), latest: map[ID]time.Time{}}
}

// Studio is a résumé put together, and whether there is a step to go back or forward.
type Studio struct {
	Resume   Resume
	Document Document
	CanUndo  bool
	CanRedo  bool
}

// Create makes a résumé that shows the whole ledger, also what comes later.
func (s *Service) Create(ctx context.Context, name, template, language string) (Studio, error) {
	r := Resume{
		Name: name, Language: language, Overlay: Overlay{Follow: true},
		Layout: Layout{Template: template, Paper: "a4", PageNumbers: true, ShowPicture: true},
	}
	return s.add(ctx, r)
}

// Duplicate makes another résumé of one, under a name of its own; its history begins anew.
func (s *Service) Duplicate(ctx context.Context, id ID, name string) (Studio, error) {
	r, err := s.Store.GetResume(ctx, id)
	if err != nil {
		return Studio{}, fmt.Errorf("duplicate resume: %w", err)
	}
	r.Name, r.TrashedAt = name, time.Time{}
	return s.add(ctx, r)
}

func (s *Service) add(ctx context.Context, r Resume) (Studio, error) {
	r.Name = tidy(r.Name, false)
	if err := r.check(); err != nil {
		return Studio{}, err
	}
	now := s.Clock.Now().UTC()
	r.ID, r.CreatedAt, r.UpdatedAt = ID(ident.NewRecord()), now, now
	if err := s.Store.SaveResume(ctx, r, history.Change{}); err != nil {
		return Studio{}, fmt.Errorf("create resume: %w", err)
	}
	s.Events.ResumeChanged(r.ID)
	return s.studio(ctx, r)
}

// List returns the résumés that aren't in the trash, the one changed last first.
func (s *Service) List(ctx context.Context) ([]Resume, error) {
	return s.list(ctx, func(r Resume) bool { return r.TrashedAt.IsZero() })
}

func (s *Service) list(ctx context.Context, wanted func(Resume) bool) ([]Resume, error) {
	all, err := s.Store.ListResumes(ctx)
	if err != nil {
		return nil, fmt.Errorf("list resumes: %w", err)
	}
	all = slices.DeleteFunc(all, func(r Resume) bool { return !wanted(r) })
	slices.SortFunc(all, func(a, b Resume) int {
		return cmp.Or(b.UpdatedAt.Compare(a.UpdatedAt), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

// Get puts one résumé together.
func (s *Service) Get(ctx context.Context, id ID) (Studio, error) {
	r, err := s.Store.GetResume(ctx, id)
	if err != nil {
		return Studio{}, fmt.Errorf("get resume: %w", err)
	}
	return s.studio(ctx, r)
}

func (s *Service) studio(ctx context.Context, r Resume) (Studio, error) {
	l, err := s.Ledger.Get(ctx)
	if err != nil {
		return Studio{}, fmt.Errorf("read ledger: %w", err)
	}
	log, err := s.logs.Of(ctx, string(r.ID))
	if err != nil {
		return Studio{}, fmt.Errorf("read history: %w", err)
	}
	return Studio{Resume: r, Document: Apply(l, r), CanUndo: log.CanUndo(), CanRedo: log.CanRedo()}, nil
}

// Forget drops what it has read; called when the vault is locked.
func (s *Service) Forget() {
	s.writing.Lock()
	defer s.writing.Unlock()
	clear(s.latest)
	s.logs.Forget()
}

// change is one step: it is saved, can be undone, and a version of what was before is kept
// if the last one is long ago. What changes nothing is no step. The field is what was
// written into, if it was a field: what is typed in one go is one step.
func (s *Service) change(ctx context.Context, id ID, label string, field Field, edit func(career.Ledger, *Resume) error) (Studio, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	r, l, err := s.writable(ctx, id)
	if err != nil {
		return Studio{}, err
	}
	after := r
	if err := edit(l, &after); err != nil {
		return Studio{}, err
	}
	if err := after.check(); err != nil {
		return Studio{}, err
	}
	if reflect.DeepEqual(r, after) {
		return s.studio(ctx, r)
	}
	if err := s.keepIfDue(ctx, r, l); err != nil {
		return Studio{}, err
	}
	log, err := s.logs.Of(ctx, string(id))
	if err != nil {
		return Studio{}, fmt.Errorf("read history: %w", err)
	}
	turn, err := log.Record(stepOf(r), stepOf(after), label, string(field))
	if err != nil {
		return Studio{}, err
	}
	return s.keep(ctx, after, turn)
}

// writable reads a résumé that isn't in the trash, and the ledger.
func (s *Service) writable(ctx context.Context, id ID) (Resume, career.Ledger, error) {
	r, err := s.Store.GetResume(ctx, id)
	if err != nil {
		return Resume{}, career.Ledger{}, fmt.Errorf("read resume: %w", err)
	}
	if !r.TrashedAt.IsZero() {
		return Resume{}, career.Ledger{}, fault.New(fault.Conflict, "resume.inTrash")
	}
	l, err := s.Ledger.Get(ctx)
	if err != nil {
		return Resume{}, career.Ledger{}, fmt.Errorf("read ledger: %w", err)
	}
	return r, l, nil
}

// keep saves a résumé after a turn of its history.
func (s *Service) keep(ctx context.Context, r Resume, turn history.Turn[step]) (Studio, error) {
	r.UpdatedAt = s.Clock.Now().UTC()
	if err := s.Store.SaveResume(ctx, r, turn.Change); err != nil {
		return Studio{}, fmt.Errorf("save resume: %w", err)
	}
	s.logs.Keep(string(r.ID), turn.Log)
	s.Events.ResumeChanged(r.ID)
	return s.studio(ctx, r)
}

// Undo goes one step back, Redo forward again. With none it is a Conflict.
func (s *Service) Undo(ctx context.Context, id ID) (Studio, error) {
	return s.turn(ctx, id, func(log history.Log[step], now step) (history.Turn[step], error) { return log.Undo(ctx, now) })
}

// Redo takes back the last Undo.
func (s *Service) Redo(ctx context.Context, id ID) (Studio, error) {
	return s.turn(ctx, id, history.Log[step].Redo)
}

func (s *Service) turn(ctx context.Context, id ID, do func(history.Log[step], step) (history.Turn[step], error)) (Studio, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	r, _, err := s.writable(ctx, id)
	if err != nil {
		return Studio{}, err
	}
	log, err := s.logs.Of(ctx, string(id))
	if err != nil {
		return Studio{}, fmt.Errorf("read history: %w", err)
	}
	turn, err := do(log, stepOf(r))
	if err != nil {
		return Studio{}, err
	}
	return s.keep(ctx, turn.Value.onto(r), turn)
}
