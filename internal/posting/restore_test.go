package posting_test

import (
	"context"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/posting"
)

// undone takes the middle requirement of the advert out and brings it back as edited.
func undone(t *testing.T, change func(*posting.RequirementEdit)) (before, after posting.Posting) {
	t.Helper()
	ctx := context.Background()
	s, _, _, _ := newService()
	before, err := s.Create(ctx, advert)
	if err != nil {
		t.Fatal(err)
	}
	all := edits(before)
	less := slices.Delete(slices.Clone(all), 1, 2)
	between := posting.Edit{Requirements: &less}
	if _, err = s.Update(ctx, before.ID, between); err != nil {
		t.Fatal(err)
	}
	back := posting.RequirementEdit{Text: all[1].Text, Must: all[1].Must, Source: before.Requirements[1].Source}
	change(&back)
	list := slices.Insert(less, 1, back)
	if after, err = s.Update(ctx, before.ID, posting.Edit{Requirements: &list}); err != nil {
		t.Fatal(err)
	}
	return before, after
}

func as(*posting.RequirementEdit) {}

func TestARequirementComesBackWithItsSentence(t *testing.T) {
	before, after := undone(t, as)
	want := before.Requirements[1]
	want.ID = after.Requirements[1].ID
	if got := after.Requirements[1]; got != want || got.ID == "" {
		t.Errorf("came back as %+v, want %+v", got, want)
	}
	if len(after.Corrections.Removed) != 0 {
		t.Errorf("still remembered as taken out: %q", after.Corrections.Removed)
	}
}

func TestARewordedRequirementComesBackAsItWas(t *testing.T) {
	before, after := undone(t, func(e *posting.RequirementEdit) { e.Text = "Running a site" })
	got := after.Requirements[1]
	if !got.Corrected || got.Text != "Running a site" || got.Source != before.Requirements[1].Source || got.Sentence != before.Requirements[1].Sentence {
		t.Errorf("came back as %+v", got)
	}
}

// Nothing is pointed at where the text has lost the sentence meanwhile.
func TestARequirementComesBackWithoutASentenceThatIsGone(t *testing.T) {
	ctx := context.Background()
	s, _, _, _ := newService()
	p, err := s.Create(ctx, advert)
	if err != nil {
		t.Fatal(err)
	}
	gone := p.Requirements[2]
	less := edits(p)[:2]
	if _, err = s.Update(ctx, p.ID, posting.Edit{Requirements: &less}); err != nil {
		t.Fatal(err)
	}
	if _, err = s.Update(ctx, p.ID, posting.Edit{Text: ptr(advert[:len(advert)-len("- A driving licence\n")])}); err != nil {
		t.Fatal(err)
	}
	list := append(less, posting.RequirementEdit{Text: gone.Text, Must: gone.Must, Source: gone.Source})
	p, err = s.Update(ctx, p.ID, posting.Edit{Requirements: &list})
	if err != nil || len(p.Requirements) != 3 {
		t.Fatalf("%+v, %v", p.Requirements, err)
	}
	if got := p.Requirements[2]; !got.Sentence.Empty() || !got.Corrected || got.Source != gone.Source {
		t.Errorf("came back as %+v", got)
	}
	if p, err = s.Update(ctx, p.ID, posting.Edit{Text: ptr(advert)}); err != nil || len(p.Requirements) != 3 || p.Requirements[2].Sentence.Empty() {
		t.Errorf("after the sentence came back: %+v, %v", p.Requirements, err)
	}
}

// A source nobody took out is no way to point at the text.
func TestAForeignSourceIsIgnored(t *testing.T) {
	_, after := undone(t, func(e *posting.RequirementEdit) { e.Source = "SMSTS" })
	if got := after.Requirements[1]; got.Source != "" || !got.Sentence.Empty() || !got.Corrected {
		t.Errorf("added as %+v", got)
	}
}
