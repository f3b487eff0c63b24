package store

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/posting"
)

// BenchmarkDelete is one deletion among 10,000 records of about 1 KB.
func BenchmarkDelete(b *testing.B) {
	r := newRig(b)
	var ids []posting.ID
	r.hasty(b)
	for range 10_000 {
		id := posting.ID(ident.NewRecord())
		ok(b, r.postings.Put(ctx, posting.Posting{ID: id, Text: noise(700)}))
		ids = append(ids, id)
	}
	_, err := r.s.db.Exec("PRAGMA synchronous = FULL")
	ok(b, err)
	for b.Loop() {
		ok(b, r.postings.Delete(ctx, ids[0]))
		ids = ids[1:]
	}
}
