package store

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// oldLedger is a ledger as it was saved before it had a list for every section.
const oldLedger = `{
	"basics": {"name": "Ada Lindqvist", "label": "", "email": "", "phone": "", "url": "", "summary": "Calm.",
		"location": {"address": "", "postalCode": "", "city": "Leeds", "region": "", "countryCode": "GB"}, "profiles": []},
	"work": [{"id": "w1", "name": "St Mary's", "position": "Nurse", "location": "", "url": "", "startDate": "2019-04", "endDate": "",
		"current": true, "summary": "", "highlights": [{"id": "h1", "text": "Cut falls."}]}],
	"education": [{"id": "e1", "institution": "Leeds", "studyType": "BSc", "area": "Nursing", "startDate": "", "endDate": "",
		"current": false, "score": "", "courses": ["Ethics"]}],
	"skills": [{"id": "s1", "name": "Triage", "level": "", "keywords": []}],
	"languages": [{"id": "l1", "language": "Swedish", "fluency": "Native"}],
	"sections": [{"id": "x1", "kind": "awards", "heading": "Awards", "lines": ["Nurse of the year"]}]
}`

func TestALedgerOfAnOlderVersion(t *testing.T) {
	r := newRig(t)
	r.s.mu.Lock()
	id := ident.NewRecord()
	ok(t, r.s.saveTogether(ctx, []saving{{
		env:     envelope{ID: id, Kind: KindLedger, Schema: 1, Body: json.RawMessage(oldLedger)},
		e:       entry{kind: KindLedger, schema: 1, class: vault.ClassDocument, rev: 1},
		reindex: func(context.Context) error { return nil },
	}}, nil))
	r.s.mu.Unlock()
	r.Reopen(t)
	l, err := r.career.Ledger(ctx)
	ok(t, err)
	if l.Projects == nil || l.Custom == nil || l.Interests == nil || l.Work[0].Highlights[0].Text != "Cut falls." || l.Sections[0].Lines[0] != "Nurse of the year" {
		t.Errorf("the old ledger reads %+v", l)
	}
	svc := career.NewService(r.career, quiet{}, r.clk)
	after, err := svc.Adopt(ctx, "x1")
	ok(t, err)
	if len(after.Awards) != 1 || after.Awards[0].Title != "Nurse of the year" || len(after.Sections) != 0 {
		t.Errorf("adopted: %+v", after)
	}
	r.Reopen(t)
	back, err := career.NewService(r.career, quiet{}, r.clk).Undo(ctx)
	ok(t, err)
	if !reflect.DeepEqual(back, l) {
		t.Errorf("undone after a restart: %+v, want %+v", back, l)
	}
}

// quiet is a publisher nobody listens to.
type quiet struct{}

func (quiet) CareerChanged() {}

// The record and its history are saved both or neither.
func TestARecordAndItsHistoryGoTogether(t *testing.T) {
	r := newRig(t)
	ok(t, r.career.SaveLedger(ctx, career.Ledger{Basics: career.Basics{Name: "Ada"}}, history.Change{}))
	bad := history.Change{Put: []history.Chunk{{ID: ident.NewRecord(), N: 1}}, Remove: []string{"no id"}}
	if err := r.career.SaveLedger(ctx, career.Ledger{Basics: career.Basics{Name: "Bea"}}, bad); err == nil {
		t.Fatal("a change that can't be made was not told")
	}
	for range 2 {
		l, err := r.career.Ledger(ctx)
		ok(t, err)
		chunks, err := r.career.Chunks(ctx, career.HistoryOfLedger)
		ok(t, err)
		if l.Basics.Name != "Ada" || len(chunks) != 0 {
			t.Errorf("half of it was saved: %s, %v", l.Basics.Name, chunks)
		}
		r.crash(t)
	}
}

func TestDeletingARecordDeletesItsHistory(t *testing.T) {
	r := newRig(t)
	chunk := history.Chunk{ID: ident.NewRecord(), N: 1, Done: 1, Steps: []history.Step{{Label: noise(3000)}}}
	ok(t, r.career.SaveLedger(ctx, career.Ledger{}, history.Change{Put: []history.Chunk{chunk}}))
	sealed := r.sealed(t, chunk.ID)
	id := r.s.index.kinds[KindLedger][0]
	ok(t, deleteWithHistory(ctx, r.career.ledger, r.career.steps, id))
	r.noTraceOf(t, "history", sealed)
	wants(t, deleteWithHistory(ctx, r.career.ledger, r.career.steps, id), fault.NotFound, "store.notFound")
}

// A damaged chunk is the end of what can be undone, and keeps nobody from writing.
func TestADamagedChunk(t *testing.T) {
	r := newRig(t)
	svc := career.NewService(r.career, quiet{}, r.clk)
	_, err := svc.Save(ctx, career.Skill{Name: "Triage"})
	ok(t, err)
	chunks, err := r.career.Chunks(ctx, career.HistoryOfLedger)
	ok(t, err)
	r.spoil(t, r.s.db, chunks[0], r.sealed(t, chunks[0]))
	svc.Forget()
	_, err = svc.Undo(ctx)
	wants(t, err, fault.Conflict, "history.nothingToUndo")
	_, err = svc.Save(ctx, career.Skill{Name: "Taping"})
	ok(t, err)
	l, err := svc.Undo(ctx)
	if err != nil || len(l.Skills) != 1 {
		t.Errorf("undone to %+v, %v", l.Skills, err)
	}
}

func TestPicturesNobodyNamesAreSwept(t *testing.T) {
	r := newRig(t)
	id := func() career.PictureID { return career.PictureID(ident.NewRecord()) }
	left := map[string]career.PictureID{"of the ledger": id(), "of a step": id(), "of nobody": id()}
	for _, p := range left {
		ok(t, r.career.CreatePicture(ctx, career.PictureFile{ID: p, Type: "image/png"}, []byte("bytes")))
	}
	step := history.Step{Ops: []history.Op{{Kind: history.Set, Path: []string{"basics", "picture", "id"}, Before: []byte(`"` + left["of a step"] + `"`)}}}
	ok(t, r.career.SaveLedger(ctx, career.Ledger{Basics: career.Basics{Picture: &career.Picture{ID: left["of the ledger"]}}},
		history.Change{Put: []history.Chunk{{ID: ident.NewRecord(), N: 1, Done: 1, Steps: []history.Step{step}}}}))
	sealed := r.sealed(t, string(left["of nobody"]))
	r.Reopen(t)
	for name, p := range left {
		_, data, err := r.career.OpenPicture(ctx, p)
		if name == "of nobody" {
			wants(t, err, fault.NotFound, "store.notFound")
			continue
		}
		ok(t, err)
		ok(t, data.Close())
	}
	if n := len(r.blobFiles(t)); n != 2 {
		t.Errorf("%d blobs are left", n)
	}
	r.noTraceOf(t, "picture", sealed)
	r.spoilUnread(t)
}

// spoilUnread proves that with a record nobody can read no picture goes.
func (r *rig) spoilUnread(t *testing.T) {
	t.Helper()
	ok(t, r.career.SaveLedger(ctx, career.Ledger{}, history.Change{}))
	r.spoil(t, r.s.db, r.s.index.kinds[KindLedger][0], r.sealed(t, r.s.index.kinds[KindLedger][0]))
	before := r.blobFiles(t)
	r.Reopen(t)
	if after := r.blobFiles(t); !slices.Equal(before, after) {
		t.Errorf("blobs %v became %v", before, after)
	}
}
