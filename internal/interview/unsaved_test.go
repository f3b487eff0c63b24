package interview

import (
	"errors"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// On a full disk the same words come again and again: each time they are either kept or
// refused, never taken for kept because they came before.
func TestDraftThatCouldNotBeSavedIsSavedLater(t *testing.T) {
	full := errors.New("disk full")
	for name, first := range map[string]func(*rig, ID) (Standing, error){
		"draft": func(r *rig, id ID) (Standing, error) { return r.SaveDraft(id, whole) },
		"done":  func(r *rig, id ID) (Standing, error) { return r.Done(id, whole) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			id := r.planned()
			r.ok(r.Start(bg, id, Typed))
			r.store.breakDown("PutAnswer", full)
			if _, err := first(r, id); !errors.Is(err, full) {
				t.Fatalf("got %v", err)
			}
			if _, err := r.SaveDraft(id, whole); !errors.Is(err, full) {
				t.Fatalf("the same words again: %v", err)
			}
			r.store.breakDown("PutAnswer", nil)
			r.ok(r.SaveDraft(id, whole))
			if a := r.answers(id)[0]; a.Text != whole || !a.DoneAt.IsZero() {
				t.Errorf("kept is %+v", a)
			}
		})
	}
}

func TestWhatIsPastedByMistakeIsNoAnswer(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.SaveDraft(id, strings.Repeat("é", longestAnswer)))
	book := strings.Repeat("é", longestAnswer+1)
	for name, move := range map[string]func() error{
		"draft":      func() error { _, err := r.SaveDraft(id, book); return err },
		"done":       func() error { _, err := r.Done(id, book); return err },
		"skip":       func() error { _, err := r.Skip(id, book); return err },
		"pause":      func() error { _, err := r.Pause(id, book); return err },
		"end":        func() error { _, err := r.End(bg, id, book); return err },
		"key points": func() error { return r.SaveKeyPoints(bg, r.answers(id)[0].ID, book) },
	} {
		if f := fault.Of(move()); f == nil || f.Key != "interview.tooLong" || f.Params["limit"] != "20000" {
			t.Errorf("%s: %v", name, f)
		}
	}
	if st := r.standing(id); st.State.Phase != Listening || len([]rune(st.Draft)) != longestAnswer {
		t.Errorf("afterwards: %s, a draft of %d", st.State.Phase, len(st.Draft))
	}
}
