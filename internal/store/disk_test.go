package store

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/posting"
)

// A full disk is told, costs nothing that was saved, and is over when there is room.
func TestDatabaseFull(t *testing.T) {
	r := newRig(t)
	ids := r.savePostings(t, 3, 1000)
	_, err := r.s.db.Exec("PRAGMA max_page_count = 20")
	ok(t, err)
	big := posting.Posting{ID: posting.ID(ident.NewRecord()), Title: "Big", Text: strings.Repeat("w", 200_000)}
	wants(t, r.postings.Put(ctx, big), fault.Unavailable, "store.diskFull")
	changed := posting.Posting{ID: ids[0], Title: "Changed", Text: big.Text}
	wants(t, r.postings.Put(ctx, changed), fault.Unavailable, "store.diskFull")
	if left, err := r.postings.List(ctx); err != nil || len(left) != 3 || left[0].Title != "Nurse" {
		t.Errorf("after a full disk: %d postings, %v", len(left), err)
	}
	if n := len(r.hits(t, "changed big")); n != 0 {
		t.Error("search finds what was not saved")
	}
	ok(t, r.postings.Delete(ctx, ids[1])) // deleting makes room
	_, err = r.s.db.Exec("PRAGMA max_page_count = 100000")
	ok(t, err)
	ok(t, r.postings.Put(ctx, big))
	r.Reopen(t)
	if left, err := r.postings.List(ctx); err != nil || len(left) != 3 || len(r.home.Damaged()) != 0 {
		t.Errorf("in the end: %d postings, %v, damaged %v", len(left), err, r.home.Damaged())
	}
}
