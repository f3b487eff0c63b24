package store

import (
	"fmt"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
)

// Two hundred at once: each finds what it saved, and the one ledger and profile stay one.
func TestManyAtOnce(t *testing.T) {
	r := newRig(t)
	r.hasty(t)
	var wait sync.WaitGroup
	for n := range 200 {
		wait.Go(func() {
			if err := r.everything(n); err != nil {
				t.Errorf("%d: %v", n, err)
			}
		})
	}
	wait.Wait()
	for kind, want := range map[string]int{KindLedger: 1, "profile": 1, KindPosting: 180, "recording": 200} {
		if got := len(r.s.index.kinds[kind]); got != want {
			t.Errorf("%d records of kind %s, want %d", got, kind, want)
		}
	}
}

// everything is one life of everything, of which most of the postings stay.
func (r *rig) everything(n int) error {
	id, rec := posting.ID(ident.NewRecord()), interview.RecordingID(ident.NewRecord())
	steps := []func() error{
		func() error { return r.postings.Put(ctx, posting.Posting{ID: id, Title: fmt.Sprint("job", n)}) },
		func() error { return r.career.SaveLedger(ctx, career.Ledger{}, history.Change{}) },
		func() error { return r.profile.SaveProfile(ctx, profile.Profile{}) },
		func() error { _, err := r.interview.CreateRecording(ctx, interview.Recording{ID: rec}); return err },
		func() error { return r.interview.Append(ctx, rec, []int16{int16(n)}) },
		func() error { return r.interview.FinishRecording(ctx, rec) },
		func() error { _, err := r.s.Search(ctx, "job", 5); return err },
		func() error { _, err := r.postings.List(ctx); return err },
		func() error { r.home.Status(); r.home.Damaged(); return r.s.SaveLatestTime(ctx, r.clk.Now()) },
		func() error { return r.found(id, fmt.Sprint("job", n)) },
	}
	for i, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("step %d: %w", i, err)
		}
	}
	if n%10 > 0 {
		return nil
	}
	return r.postings.Delete(ctx, id)
}

func (r *rig) found(id posting.ID, title string) error {
	p, err := r.postings.Get(ctx, id)
	if err == nil && p.Title != title {
		err = fmt.Errorf("found %q, want %q", p.Title, title)
	}
	return err
}

// Locking may come at any moment: calls are done or answer Locked, and nothing else.
func TestLockingWhileInUse(t *testing.T) {
	r := newRig(t)
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() {
			for range 10 {
				if err := r.postings.Put(ctx, posting.Posting{ID: posting.ID(ident.NewRecord())}); err != nil && !fault.Has(err, fault.Locked) {
					t.Errorf("saving: %v", err)
				}
				if _, err := r.s.Search(ctx, "nurse", 5); err != nil && !fault.Has(err, fault.Locked) {
					t.Errorf("searching: %v", err)
				}
			}
		})
	}
	for range 5 {
		r.home.Lock()
		ok(t, r.home.Unlock(ctx, nil))
	}
	wait.Wait()
	if got := r.home.Damaged(); len(got) != 0 {
		t.Errorf("damaged: %v", got)
	}
}
