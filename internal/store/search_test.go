package store

import (
	"context"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/posting"
)

func (r *rig) hits(t *testing.T, query string) []string {
	t.Helper()
	found, err := r.s.Search(ctx, query, 50)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	var out []string
	for _, h := range found {
		out = append(out, h.Kind+" "+h.Title)
	}
	return out
}

func TestSearch(t *testing.T) {
	r := newRig(t)
	id := posting.ID(ident.NewRecord())
	ok(t, r.postings.Put(ctx, posting.Posting{ID: id, Title: "Infirmière", Company: "Göteborg clinic", Text: `She said "triage" AND NOT much else`}))
	ok(t, r.career.SaveLedger(ctx, career.Ledger{Work: []career.Work{{ID: "w1", Position: "Ward manager", Name: "Northbridge"}}}, history.Change{}))
	job, work := "posting Infirmière Göteborg clinic", "ledger Ward manager"
	for query, want := range map[string]string{
		"infirmiere": job, "INFIRMIÈRE": job, "goteb": job, "inf clin": job, "northb": work, "manager ward": work,
		"ward clinic": "", "": "", "   ": "", "xylophone": "",
		`"`: "", `"triage"`: job, `'`: "", "*": "", "triage*": job, "title:triage": "", "NOT": job, "AND OR": "", "a OR b": "",
		"NEAR(ward": "", "(": "", "-ward": work, "^ward": work, "{": "", "--": "", ";": "", "\x00": "", "tri\x00age": "", "triage\x00": job, "\xff": "",
	} {
		got := strings.Join(r.hits(t, query), ", ")
		if got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	found, err := r.s.Search(ctx, "northbridge", 5)
	ok(t, err)
	if len(found) != 1 || found[0].Item != "w1" {
		t.Errorf("the hit names %+v, want item w1", found)
	}
}

// A whole document pasted into the search is not looked for word by word: that took
// minutes, in which nothing else could be done.
func TestSearchLooksForTheFirstWordsOnly(t *testing.T) {
	r := newRig(t)
	ok(t, r.postings.Put(ctx, posting.Posting{ID: posting.ID(ident.NewRecord()), Title: "Nurse"}))
	if got := r.hits(t, strings.Repeat("nurse ", 200_000)); len(got) != 1 {
		t.Errorf("a long query of one word finds %q", got)
	}
	if got := matchExpression(strings.Repeat("a ", 1000)); strings.Count(got, `"a"*`) != mostWords {
		t.Errorf("looks for %d words", strings.Count(got, `"a"*`))
	}
	if got := matchExpression(strings.Repeat("é", 1000)); got != `"`+strings.Repeat("é", longestQuery)+`"*` {
		t.Errorf("looks for a word of %d bytes", len(got))
	}
}

func TestSearchFollowsChanges(t *testing.T) {
	r := newRig(t)
	id := posting.ID(ident.NewRecord())
	ok(t, r.postings.Put(ctx, posting.Posting{ID: id, Title: "Nurse"}))
	ok(t, r.postings.Put(ctx, posting.Posting{ID: id, Title: "Teacher"}))
	if n, m := len(r.hits(t, "nurse")), len(r.hits(t, "teacher")); n != 0 || m != 1 {
		t.Errorf("after a change: %d old and %d new hits", n, m)
	}
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	_, _ = r.s.Search(canceled, "teacher", 5)
	if n := len(r.hits(t, "teacher")); n != 1 {
		t.Errorf("after a search that was called off: %d hits", n)
	}
	r.home.Lock()
	_, err := r.s.Search(ctx, "teacher", 5)
	wants(t, err, fault.Locked, "vault.locked")
	r.Unlock(t)
	r.home.filled.Wait()
	if n := len(r.hits(t, "teacher")); n != 1 {
		t.Errorf("after unlocking: %d hits", n)
	}
	ok(t, r.postings.Delete(ctx, id))
	if n := len(r.hits(t, "teacher")); n != 0 {
		t.Errorf("after deleting: %d hits", n)
	}
}
