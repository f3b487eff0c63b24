package posting_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// shelf is a Store in memory that keeps JSON, as the real one does.
type shelf struct {
	mu      sync.Mutex
	records map[posting.ID][]byte
	broken  error
}

func (s *shelf) Get(_ context.Context, id posting.ID) (posting.Posting, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	raw, ok := s.records[id]
	if !ok {
		return posting.Posting{}, fault.New(fault.NotFound, "posting.notFound")
	}
	var p posting.Posting
	return p, json.Unmarshal(raw, &p)
}

func (s *shelf) List(ctx context.Context) ([]posting.Posting, error) {
	var out []posting.Posting
	for id := range s.records {
		p, err := s.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, s.broken
}

func (s *shelf) Put(_ context.Context, p posting.Posting) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return s.broken
	}
	raw, err := json.Marshal(p)
	s.records[p.ID] = raw
	return err
}

func (s *shelf) Delete(_ context.Context, id posting.ID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.records[id]; !ok {
		return fault.New(fault.NotFound, "posting.notFound")
	}
	delete(s.records, id)
	return s.broken
}

// noted remembers what was published.
type noted struct {
	mu  sync.Mutex
	ids []posting.ID
}

func (n *noted) PostingChanged(id posting.ID) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.ids = append(n.ids, id)
}

func newService() (*posting.Service, *shelf, *noted, *testkit.Clock) {
	store, pub, clock := &shelf{records: map[posting.ID][]byte{}}, &noted{}, testkit.NewClock()
	return posting.New(store, pub, clock), store, pub, clock
}

const advert = "Site Manager | Orrin Homes | Perth\n\nWe build homes that last and we are looking for you.\n\nRequirements\n- SMSTS\n- Experience of site management\n- A driving licence\n"

func ptr[T any](v T) *T { return &v }

func edits(p posting.Posting) []posting.RequirementEdit {
	var out []posting.RequirementEdit
	for _, r := range p.Requirements {
		out = append(out, posting.RequirementEdit{ID: r.ID, Text: r.Text, Must: r.Must})
	}
	return out
}

func texts(p posting.Posting) []string {
	var out []string
	for _, r := range p.Requirements {
		out = append(out, r.Text)
	}
	return out
}

func TestCreateReadsAndKeeps(t *testing.T) {
	ctx := context.Background()
	s, _, pub, clock := newService()
	p, err := s.Create(ctx, advert)
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "Site Manager" || p.Company != "Orrin Homes" || p.Place != "Perth" || len(p.Requirements) != 3 {
		t.Errorf("read %+v", p)
	}
	if !p.CreatedAt.Equal(clock.Now()) || !slices.Equal(pub.ids, []posting.ID{p.ID}) {
		t.Errorf("created at %v, published %v", p.CreatedAt, pub.ids)
	}
	kept, err := s.Get(ctx, p.ID)
	if err != nil || kept.Text != p.Text || !slices.Equal(kept.Requirements, p.Requirements) {
		t.Errorf("kept %+v, %v", kept, err)
	}
}

func TestCreateKeepsWhatItCannotRead(t *testing.T) {
	s, _, _, _ := newService()
	p, err := s.Create(context.Background(), "مطلوب ممرضة للعمل في مستشفى الشفاء مع فريق من الأطباء")
	if err != nil || p.Language != "ar" || p.Covered || p.Text == "" {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := s.Create(context.Background(), "  "); !errors.Is(err, fault.New(fault.Invalid, "posting.empty")) {
		t.Errorf("an empty text: %v", err)
	}
}

func TestCorrectionsSurviveReadingAgain(t *testing.T) {
	ctx := context.Background()
	s, _, _, clock := newService()
	p, err := s.Create(ctx, advert)
	if err != nil {
		t.Fatal(err)
	}
	list := edits(p)
	list[0].Text = "SMSTS or SSSTS"
	list[1].Must = false
	list = append(list[:2], posting.RequirementEdit{Text: "Own boots", Must: true}) // the licence goes
	clock.Advance(time.Hour)
	p2, err := s.Update(ctx, p.ID, posting.Edit{Company: ptr(" Orrin  Homes Ltd "), Requirements: &list, Keywords: &[]string{"SMSTS", "boots", "smsts", ""}})
	if err != nil {
		t.Fatal(err)
	}
	if p2.Company != "Orrin Homes Ltd" || !p2.CompanyFrom.Empty() || !p2.UpdatedAt.After(p2.CreatedAt) {
		t.Errorf("after the edit: %+v", p2)
	}
	again, err := s.Update(ctx, p.ID, posting.Edit{Text: ptr("Senior " + advert + "- First aid certificate\n")})
	if err != nil {
		t.Fatal(err)
	}
	if again.Title != "Senior Site Manager" || again.Company != "Orrin Homes Ltd" {
		t.Errorf("title %q, company %q", again.Title, again.Company)
	}
	want := []string{"SMSTS or SSSTS", "Experience of site management", "First aid certificate", "Own boots"}
	if !slices.Equal(texts(again), want) {
		t.Errorf("requirements %q, want %q", texts(again), want)
	}
	if again.Requirements[0].ID != p.Requirements[0].ID || again.Requirements[1].Must || again.Requirements[0].Sentence.Empty() {
		t.Errorf("ids, wording and source are not kept: %+v", again.Requirements)
	}
	if len(again.Keywords) != 2 || again.Keywords[1].Term != "boots" || again.Keywords[0].Sentence.Empty() || !again.Keywords[1].Sentence.Empty() {
		t.Errorf("keywords %+v", again.Keywords)
	}
}

func TestUpdateRefuses(t *testing.T) {
	ctx := context.Background()
	s, _, pub, _ := newService()
	p, err := s.Create(ctx, advert)
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		id   posting.ID
		edit posting.Edit
		want *fault.Error
	}{
		"no such posting":     {"none", posting.Edit{}, fault.New(fault.NotFound, "posting.notFound")},
		"an empty text":       {p.ID, posting.Edit{Text: ptr(" ")}, fault.New(fault.Invalid, "posting.empty")},
		"an empty line":       {p.ID, posting.Edit{Requirements: &[]posting.RequirementEdit{{Text: " "}}}, fault.New(fault.Invalid, "posting.requirementEmpty")},
		"unknown requirement": {p.ID, posting.Edit{Requirements: &[]posting.RequirementEdit{{ID: "x", Text: "y"}}}, fault.New(fault.Invalid, "posting.requirementUnknown")},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := s.Update(ctx, tt.id, tt.edit); !errors.Is(err, tt.want) {
				t.Errorf("Update: %v, want %v", err, tt.want)
			}
		})
	}
	if kept, _ := s.Get(ctx, p.ID); !slices.Equal(texts(kept), texts(p)) || len(pub.ids) != 1 {
		t.Errorf("a refused change left %q and published %v", texts(kept), pub.ids)
	}
}

func TestABrokenStoreIsNotPublished(t *testing.T) {
	ctx := context.Background()
	s, store, pub, _ := newService()
	store.broken = fault.New(fault.Unavailable, "store.disk")
	if _, err := s.Create(ctx, advert); !errors.Is(err, store.broken) || len(pub.ids) != 0 {
		t.Errorf("create: %v, published %v", err, pub.ids)
	}
}

func TestDeleteAndList(t *testing.T) {
	ctx := context.Background()
	s, _, pub, clock := newService()
	var ids []posting.ID
	for range 3 {
		p, err := s.Create(ctx, advert)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
		clock.Advance(time.Minute)
	}
	if err := s.Delete(ctx, ids[1]); err != nil {
		t.Fatal(err)
	}
	list, err := s.List(ctx)
	if err != nil || len(list) != 2 || list[0].ID != ids[2] || list[1].ID != ids[0] {
		t.Errorf("list %v, %v", list, err)
	}
	if err := s.Delete(ctx, ids[1]); !fault.Has(err, fault.NotFound) || len(pub.ids) != 4 {
		t.Errorf("deleting twice: %v, %d events", err, len(pub.ids))
	}
}

func TestConcurrentChangesAreAllKept(t *testing.T) {
	ctx := context.Background()
	s, _, _, _ := newService()
	p, err := s.Create(ctx, advert)
	if err != nil {
		t.Fatal(err)
	}
	changes := []posting.Edit{{Title: ptr("A")}, {Company: ptr("B")}, {Place: ptr("C")}, {Keywords: &[]string{"D"}}}
	var wg sync.WaitGroup
	for _, e := range changes {
		wg.Go(func() {
			if _, err := s.Update(ctx, p.ID, e); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	p, err = s.Get(ctx, p.ID)
	if err != nil || p.Title != "A" || p.Company != "B" || p.Place != "C" || len(p.Keywords) != 1 {
		t.Errorf("a change was lost: %q %q %q %v, %v", p.Title, p.Company, p.Place, p.Keywords, err)
	}
}

// Whatever a person did to the list, reading the same text again changes nothing.
func TestReadingAgainIsIdle(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		s, _, _, _ := newService()
		p, err := s.Create(ctx, advert)
		if err != nil {
			t.Fatal(err)
		}
		var list []posting.RequirementEdit
		for _, e := range edits(p) {
			if rapid.Bool().Draw(t, "keep") {
				e.Must = rapid.Bool().Draw(t, "must")
				e.Text = rapid.SampledFrom([]string{e.Text, e.Text + " too"}).Draw(t, "text")
				list = append(list, e)
			}
		}
		for i := range rapid.IntRange(0, 2).Draw(t, "added") {
			list = append(list, posting.RequirementEdit{Text: []string{"one", "two"}[i]})
		}
		if p, err = s.Update(ctx, p.ID, posting.Edit{Requirements: &list}); err != nil {
			t.Fatal(err)
		}
		again, err := s.Update(ctx, p.ID, posting.Edit{Text: ptr(p.Text)})
		if err != nil || !slices.Equal(again.Requirements, p.Requirements) {
			t.Fatalf("before %+v\nafter %+v, %v", p.Requirements, again.Requirements, err)
		}
	})
}
