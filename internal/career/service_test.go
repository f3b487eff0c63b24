package career_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// memory is a career.Store that can be told to break.
type memory struct {
	ledger career.Ledger
	broken error
	order  []string
	chunks map[string]history.Chunk
}

// Ledger gives lists, never null, as the store does.
func (m *memory) Ledger(context.Context) (career.Ledger, error) {
	return m.ledger.EmptyLists(), m.broken
}

func (m *memory) SaveLedger(_ context.Context, l career.Ledger, change history.Change) error {
	if m.broken != nil {
		return m.broken
	}
	m.ledger = l
	for _, c := range change.Put {
		if _, known := m.chunks[c.ID]; !known {
			m.order = append(m.order, c.ID)
		}
		m.chunks[c.ID] = c
	}
	for _, id := range change.Remove {
		delete(m.chunks, id)
		m.order = slices.DeleteFunc(m.order, func(known string) bool { return known == id })
	}
	return nil
}

func (m *memory) Chunks(context.Context, string) ([]string, error) { return slices.Clone(m.order), nil }

func (m *memory) Chunk(_ context.Context, id string) (history.Chunk, error) { return m.chunks[id], nil }

type counter int

func (c *counter) CareerChanged() { *c++ }

func newService() (*career.Service, *memory, *counter) {
	m, c := &memory{chunks: map[string]history.Chunk{}}, new(counter)
	return career.NewService(m, c, testkit.NewClock()), m, c
}

func TestSaveAddsThenReplaces(t *testing.T) {
	svc, _, events := newService()
	ctx := t.Context()
	l, err := svc.Save(ctx, career.Work{Name: "  Brackwell   Distribution ", Position: "Lead", StartDate: "2021-03",
		Highlights: []career.Highlight{{Text: " Cut late dispatches. "}, {Text: "  "}}})
	if err != nil {
		t.Fatal(err)
	}
	w := l.Work[0]
	if w.Name != "Brackwell Distribution" || len(w.Highlights) != 1 || w.Highlights[0].Text != "Cut late dispatches." {
		t.Errorf("not tidied: %+v", w)
	}
	w.Position = "Manager"
	if l, err = svc.Save(ctx, w); err != nil || len(l.Work) != 1 || l.Work[0].Position != "Manager" {
		t.Errorf("second save: %+v, %v", l.Work, err)
	}
	if l.Work[0].Highlights[0].ID != w.Highlights[0].ID {
		t.Error("the highlight got another id")
	}
	if *events != 2 {
		t.Errorf("%d events, want 2", *events)
	}
}

func TestRulesNameTheField(t *testing.T) {
	tests := map[string]struct {
		item  career.Item
		field string
	}{
		"a role without a name":     {career.Work{Summary: "something"}, "position"},
		"no such day":               {career.Work{Name: "A", StartDate: "2021-02-30"}, "startDate"},
		"an end before the start":   {career.Work{Name: "A", StartDate: "2021-05", EndDate: "2020"}, "endDate"},
		"words instead of a date":   {career.Education{Institution: "A", EndDate: "summer"}, "endDate"},
		"a course without anything": {career.Education{}, "institution"},
		"a skill without a name":    {career.Skill{}, "name"},
		"a language without a name": {career.Language{Fluency: "C1"}, "language"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			svc, m, events := newService()
			_, err := svc.Save(t.Context(), tt.item)
			if f := fault.Of(err); f == nil || f.Code != fault.Invalid || f.Field != tt.field {
				t.Errorf("got %v, want Invalid about %s", err, tt.field)
			}
			if len(m.ledger.Work) != 0 || *events != 0 {
				t.Error("something was saved all the same")
			}
		})
	}
}

func TestMoveAndRemove(t *testing.T) {
	svc, _, _ := newService()
	ctx := t.Context()
	var ids []career.ItemID
	for _, name := range []string{"a", "b", "c"} {
		l, err := svc.Save(ctx, career.Skill{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, l.Skills[len(l.Skills)-1].ID)
	}
	order := func(l career.Ledger) (out string) {
		for _, k := range l.Skills {
			out += k.Name
		}
		return out
	}
	steps := []struct {
		do   func() (career.Ledger, error)
		want string
	}{
		{func() (career.Ledger, error) { return svc.Move(ctx, career.PartSkills, ids[2], ids[0]) }, "cab"},
		{func() (career.Ledger, error) { return svc.Move(ctx, career.PartSkills, ids[2], "") }, "abc"},
		{func() (career.Ledger, error) { return svc.Move(ctx, career.PartSkills, ids[0], ids[0]) }, "abc"},
		{func() (career.Ledger, error) { return svc.Remove(ctx, career.PartSkills, ids[1]) }, "ac"},
		{func() (career.Ledger, error) { return svc.Undo(ctx) }, "abc"},
		{func() (career.Ledger, error) { return svc.Redo(ctx) }, "ac"},
	}
	for i, s := range steps {
		if l, err := s.do(); err != nil || order(l) != s.want {
			t.Fatalf("step %d: %q, %v; want %q", i, order(l), err, s.want)
		}
	}
	if _, err := svc.Move(ctx, career.PartSkills, ids[1], ""); !fault.Has(err, fault.NotFound) {
		t.Errorf("moving what is gone: %v", err)
	}
	if _, err := svc.Remove(ctx, "hobbies", ids[0]); !fault.Has(err, fault.Invalid) {
		t.Errorf("an unknown part: %v", err)
	}
}

func TestADiskThatFailsChangesNothing(t *testing.T) {
	svc, m, events := newService()
	ctx := t.Context()
	if _, err := svc.Save(ctx, career.Skill{Name: "welding"}); err != nil {
		t.Fatal(err)
	}
	m.broken = errors.New("disk full")
	if _, err := svc.Save(ctx, career.Skill{Name: "soldering"}); err == nil {
		t.Fatal("the failure was swallowed")
	}
	m.broken = nil
	l, err := svc.Undo(ctx)
	if err != nil || len(l.Skills) != 0 {
		t.Errorf("undo after the failure: %+v, %v", l, err)
	}
	if *events != 2 {
		t.Errorf("%d events, want one for the save and one for the undo", *events)
	}
}

// Saving what is there already must not cost a press of "Undo" later.
func TestWhatChangesNothingIsNoStep(t *testing.T) {
	svc, m, events := newService()
	ctx := t.Context()
	basics := career.Basics{Name: "Ada", Profiles: []career.Profile{{Network: "web", URL: "https://example.org"}}}
	draft := career.Ledger{Education: []career.Education{{Institution: "A", Area: "B"}}}
	w, err := svc.Save(ctx, career.Work{Name: "A", Highlights: []career.Highlight{{Text: "did it"}}})
	if err != nil {
		t.Fatal(err)
	}
	same := map[string]func() error{
		"basics": func() error { _, err := svc.UpdateBasics(ctx, basics); return err },
		"import": func() error { _, _, err := svc.Import(ctx, draft); return err },
		"item":   func() error { _, err := svc.Save(ctx, w.Work[0]); return err },
		"move":   func() error { _, err := svc.Move(ctx, career.PartWork, w.Work[0].ID, ""); return err },
	}
	for name, do := range same {
		if err := do(); err != nil {
			t.Fatal(name, err)
		}
	}
	before, told := m.ledger, *events
	for name, do := range same {
		if err := do(); err != nil || *events != told {
			t.Errorf("%s again: %v, %d events more", name, err, *events-told)
		}
	}
	if l, err := svc.Undo(ctx); err != nil || reflect.DeepEqual(l, before) {
		t.Errorf("undo did nothing: %v", err)
	}
	if _, err := svc.UpdateBasics(ctx, m.ledger.Basics); err != nil {
		t.Fatal(err)
	}
	if l, err := svc.Redo(ctx); err != nil || !reflect.DeepEqual(l, before) {
		t.Errorf("what changed nothing took redo away: %v", err)
	}
}

// Whatever is done, undoing all of it gives the ledger there was.
func TestUndoIsTheReverseOfEverything(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		svc, m, _ := newService()
		ctx := context.Background()
		ops := rapid.IntRange(1, 30).Draw(rt, "operations")
		done := 0
		for range ops {
			if randomEdit(rt, svc, m) == nil {
				done++
			}
		}
		for range done {
			if _, err := svc.Undo(ctx); err != nil {
				rt.Fatal(err)
			}
		}
		if len(m.ledger.Work)+len(m.ledger.Skills) != 0 {
			rt.Fatalf("left over: %+v", m.ledger)
		}
	})
}

func randomEdit(rt *rapid.T, svc *career.Service, m *memory) error {
	ctx := context.Background()
	var err error
	switch rapid.IntRange(0, 3).Draw(rt, "kind") {
	case 0:
		_, err = svc.Save(ctx, career.Work{Name: rapid.StringMatching(`[a-z]{1,5}`).Draw(rt, "name")})
	case 1:
		_, err = svc.Save(ctx, career.Skill{Name: rapid.StringMatching(`[a-z]{1,5}`).Draw(rt, "name")})
	case 2:
		if n := len(m.ledger.Work); n > 0 {
			_, err = svc.Remove(ctx, career.PartWork, m.ledger.Work[rapid.IntRange(0, n-1).Draw(rt, "i")].ID)
			return err
		}
		return errors.New("nothing to remove")
	default:
		if n := len(m.ledger.Skills); n > 1 {
			_, err = svc.Move(ctx, career.PartSkills, m.ledger.Skills[n-1].ID, m.ledger.Skills[0].ID)
			return err
		}
		return errors.New("nothing to move")
	}
	return err
}

// Locking forgets what was read, not what was done; what is typed in one go is one step.
func TestStepsOutliveALock(t *testing.T) {
	svc, _, _ := newService()
	ctx := t.Context()
	l, err := svc.Save(ctx, career.Work{Position: "Nurse"})
	if err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"C", "Ca", "Calm"} {
		w := l.Work[0]
		w.Summary = typed
		if l, err = svc.Save(ctx, w); err != nil {
			t.Fatal(err)
		}
	}
	svc.Forget()
	if undo, redo, err := svc.Steps(ctx); !undo || redo || err != nil {
		t.Errorf("steps: %v, %v, %v", undo, redo, err)
	}
	if l, err = svc.Undo(ctx); err != nil || l.Work[0].Summary != "" {
		t.Errorf("undone to %+v, %v", l.Work, err)
	}
	svc.Forget()
	if l, err = svc.Redo(ctx); err != nil || l.Work[0].Summary != "Calm" {
		t.Errorf("redone to %+v, %v", l.Work, err)
	}
}
