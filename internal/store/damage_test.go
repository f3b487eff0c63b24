package store

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// savePostings saves n of them, each with so many bytes of text, and gives their ids.
func (r *rig) savePostings(t *testing.T, n, bytes int) []posting.ID {
	t.Helper()
	var ids []posting.ID
	for range n {
		id := posting.ID(ident.NewRecord())
		ok(t, r.postings.Put(ctx, posting.Posting{ID: id, Title: "Nurse", Text: strings.Repeat("w", bytes)}))
		ids = append(ids, id)
	}
	return ids
}

// behindItsBack changes the database while the app is not running.
func (r *rig) behindItsBack(t *testing.T, change func(db *sql.DB)) {
	t.Helper()
	ok(t, r.home.Close())
	db, err := openDatabase(filepath.Join(r.dir, databaseFile))
	ok(t, err)
	change(db)
	ok(t, db.Close())
	r.wire()
}

func (r *rig) sealed(t *testing.T, id string) []byte {
	t.Helper()
	raw, err := ident.Bytes(id)
	ok(t, err)
	found, err := r.s.readRow(ctx, raw)
	ok(t, err)
	return found.sealed
}

func run(t *testing.T, db *sql.DB, statement string, args ...any) {
	t.Helper()
	_, err := db.Exec(statement, args...)
	ok(t, err)
}

func TestFlippedByteIsReportedAndTheRestWorks(t *testing.T) {
	r := newRig(t)
	ids := r.savePostings(t, 3, 10)
	bad, _ := ident.Bytes(string(ids[1]))
	sealed := r.sealed(t, string(ids[1]))
	sealed[len(sealed)/2] ^= 1
	r.behindItsBack(t, func(db *sql.DB) { run(t, db, "UPDATE records SET sealed = ? WHERE id = ?", sealed, bad[:]) })
	ok(t, r.home.Unlock(ctx, nil))
	if got := r.home.Damaged(); len(got) != 1 || got[0].ID != string(ids[1]) {
		t.Errorf("damaged: %+v, want %s", got, ids[1])
	}
	left, err := r.postings.List(ctx)
	ok(t, err)
	if len(left) != 2 || left[0].ID != ids[0] || left[1].ID != ids[2] {
		t.Errorf("the rest is %+v", left)
	}
	_, err = r.postings.Get(ctx, ids[1])
	wants(t, err, fault.NotFound, "store.notFound")
	r.savePostings(t, 1, 10)
}

// A row that was given another's bytes, class or revision is damaged, not believed.
func TestSwappedRowsAreRejected(t *testing.T) {
	for name, change := range map[string]string{
		"another record's bytes": "UPDATE records SET sealed = (SELECT sealed FROM records WHERE id = ?2) WHERE id = ?1",
		"another class":          "UPDATE records SET class = class + 1 WHERE id = ?1 AND ?2 NOTNULL",
		"another revision":       "UPDATE records SET rev = rev + 1 WHERE id = ?1 AND ?2 NOTNULL",
		"no bytes":               "UPDATE records SET sealed = x'' WHERE id = ?1 AND ?2 NOTNULL",
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			ids := r.savePostings(t, 2, 10)
			first, _ := ident.Bytes(string(ids[0]))
			other, _ := ident.Bytes(string(ids[1]))
			r.behindItsBack(t, func(db *sql.DB) { run(t, db, change, first[:], other[:]) })
			ok(t, r.home.Unlock(ctx, nil))
			if got := r.home.Damaged(); len(got) != 1 || got[0].ID != string(ids[0]) {
				t.Errorf("damaged: %+v, want the first", got)
			}
		})
	}
}

// resealed is a record of ours whose inside says something else.
func (r *rig) resealed(t *testing.T, id string, class vault.Class, plain string) []byte {
	t.Helper()
	raw, err := ident.Bytes(id)
	ok(t, err)
	sealed, err := r.s.vault.Seal(vault.Header{ID: raw, Class: class, Rev: 1}, []byte(plain))
	ok(t, err)
	return sealed
}

func TestRecordThatNamesAnotherRowIsRejected(t *testing.T) {
	r := newRig(t)
	ids := r.savePostings(t, 2, 10)
	sealed := r.resealed(t, string(ids[0]), vault.ClassDocument,
		`{"id":"`+string(ids[1])+`","kind":"posting","schema":1,"body":{}}`)
	first, _ := ident.Bytes(string(ids[0]))
	r.behindItsBack(t, func(db *sql.DB) { run(t, db, "UPDATE records SET sealed = ? WHERE id = ?", sealed, first[:]) })
	ok(t, r.home.Unlock(ctx, nil))
	if got := r.home.Damaged(); len(got) != 1 || got[0].ID != string(ids[0]) {
		t.Errorf("damaged: %+v, want the first", got)
	}
}

// A record of one kind can't be read as another, whoever asks for its id.
func TestKindsAreNotMixed(t *testing.T) {
	r := newRig(t)
	id := r.savePostings(t, 1, 10)[0]
	_, err := r.interview.GetRehearsal(ctx, interview.ID(id))
	wants(t, err, fault.NotFound, "store.notFound")
	wants(t, r.interview.DeleteRehearsal(ctx, interview.ID(id)), fault.NotFound, "store.notFound")
	_, err = r.career.GetDocument(ctx, career.DocumentID(id))
	wants(t, err, fault.NotFound, "store.notFound")
	_, err = r.postings.Get(ctx, id)
	ok(t, err)
}

// A page of the database is overwritten: what lies on it is reported, the rest works,
// and nothing is swept away meanwhile.
func TestDamagedPageIsIsolated(t *testing.T) {
	r := newRig(t)
	ids := r.savePostings(t, 60, 9000) // each has pages of its own
	victim := r.sealed(t, string(ids[30]))
	ok(t, r.interview.PutRehearsal(ctx, interview.Rehearsal{ID: interview.ID(ident.NewRecord())}))
	unnamed := filepath.Join(r.dir, blobFolder, ident.NewRecord())
	r.behindItsBack(t, func(db *sql.DB) {
		run(t, db, "PRAGMA wal_checkpoint(TRUNCATE)")
	})
	ok(t, os.WriteFile(unnamed, []byte("perhaps of the damaged one"), 0o600))
	breakPageOf(t, filepath.Join(r.dir, databaseFile), victim)
	ok(t, r.home.Unlock(ctx, nil))
	got := r.home.Damaged()
	if !slices.ContainsFunc(got, func(d account.Damage) bool { return d.ID == string(ids[30]) }) || len(got) > 3 {
		t.Fatalf("damaged: %+v, want %s and at most its neighbours", got, ids[30])
	}
	left, err := r.postings.List(ctx)
	ok(t, err)
	if len(left) != len(ids)-len(got) {
		t.Errorf("%d postings left of %d with %d damaged", len(left), len(ids), len(got))
	}
	if _, err := os.Stat(unnamed); err != nil {
		t.Error("a blob was removed although its record may be the damaged one")
	}
	all, err := r.interview.ListRehearsals(ctx)
	ok(t, err)
	if len(all) != 1 {
		t.Error("the rehearsal is lost")
	}
	ok(t, r.career.SaveLedger(ctx, career.Ledger{}, history.Change{}))
}

// breakPageOf overwrites the pages that hold the head of a row's bytes with rubbish.
func breakPageOf(t *testing.T, path string, sealed []byte) {
	t.Helper()
	raw, err := os.ReadFile(path)
	ok(t, err)
	at := bytes.Index(raw, sealed[:100])
	if at < 0 {
		t.Fatal("the row is not in the file")
	}
	page := at / 4096 * 4096
	copy(raw[page:page+4096], bytes.Repeat([]byte{0xA5}, 4096))
	ok(t, os.WriteFile(path, raw, 0o600))
}

// A page that breaks while the app is open takes only its records out of the lists.
func TestPageDamagedWhileOpen(t *testing.T) {
	r := newRig(t)
	ids := r.savePostings(t, 40, 9000)
	_, err := r.s.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	ok(t, err)
	breakPageOf(t, filepath.Join(r.dir, databaseFile), r.sealed(t, string(ids[20])))
	_, err = r.s.db.Exec("PRAGMA shrink_memory")
	ok(t, err)
	left, err := r.postings.List(ctx)
	ok(t, err)
	if len(left) < 36 || len(left) == 40 {
		t.Errorf("%d postings of 40 listed", len(left))
	}
	if !slices.ContainsFunc(left, func(p posting.Posting) bool { return p.ID == ids[0] }) {
		t.Error("the first is gone too")
	}
}

// The page that breaks holds no record, only the way to find them by their ids.
func TestRecordsAreFoundWithoutTheirIndex(t *testing.T) {
	r := newRig(t)
	ids := r.savePostings(t, 20, 100)
	var page int64
	r.behindItsBack(t, func(db *sql.DB) {
		run(t, db, "PRAGMA wal_checkpoint(TRUNCATE)")
		ok(t, db.QueryRow("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_records_1'").Scan(&page))
	})
	path := filepath.Join(r.dir, databaseFile)
	raw, err := os.ReadFile(path)
	ok(t, err)
	copy(raw[(page-1)*4096:page*4096], bytes.Repeat([]byte{0xA5}, 4096))
	ok(t, os.WriteFile(path, raw, 0o600))
	ok(t, r.home.Unlock(ctx, nil))
	left, err := r.postings.List(ctx)
	ok(t, err)
	if len(left) != len(ids) || len(r.home.Damaged()) > 0 {
		t.Errorf("%d postings left of %d, damaged: %v", len(left), len(ids), r.home.Damaged())
	}
	wants(t, r.postings.Put(ctx, posting.Posting{ID: ids[0], Title: "Nurse"}), fault.Unavailable, "store.damaged")
}

// An empty profile in the place of a full one would look as if nothing had ever been kept.
func TestLostDatabaseIsNotBegunAnew(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"removed": os.Remove,
		"emptied": func(path string) error { return os.Truncate(path, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			ok(t, r.home.Close())
			path := filepath.Join(r.dir, databaseFile)
			ok(t, lose(path))
			r.wire()
			wants(t, r.home.Unlock(ctx, nil), fault.Unavailable, "store.missing")
			if info, err := os.Stat(path); err == nil && info.Size() > 0 {
				t.Error("a new database was made")
			}
		})
	}
}

// Killed right after the profile was made, before its database was: nothing is lost.
func TestProfileWithoutADatabaseYet(t *testing.T) {
	r := newRig(t)
	ok(t, r.home.Close())
	ok(t, os.Remove(filepath.Join(r.dir, databaseFile)))
	ok(t, os.Remove(filepath.Join(r.dir, blobFolder)))
	r.wire()
	ok(t, r.home.Unlock(ctx, nil))
}

func TestSavingIntoARemovedDatabaseIsRefused(t *testing.T) {
	r := newRig(t)
	r.savePostings(t, 1, 10)
	ok(t, os.Rename(r.dir, r.dir+".moved"))
	err := r.postings.Put(ctx, posting.Posting{ID: posting.ID(ident.NewRecord()), Title: "Nurse"})
	wants(t, err, fault.Unavailable, "store.removed")
	ok(t, os.Rename(r.dir+".moved", r.dir))
	ok(t, r.postings.Put(ctx, posting.Posting{ID: posting.ID(ident.NewRecord()), Title: "Nurse"}))
}

func TestDatabaseOfNothingButRubbish(t *testing.T) {
	r := newRig(t)
	ok(t, r.home.Close())
	path := filepath.Join(r.dir, databaseFile)
	rubbish := bytes.Repeat([]byte("not a database "), 1000)
	ok(t, os.WriteFile(path, rubbish, 0o600))
	r.wire()
	wants(t, r.home.Unlock(ctx, nil), fault.Unavailable, "store.damaged")
	if _, err := r.postings.List(ctx); !fault.Has(err, fault.Locked) {
		t.Errorf("after a failed unlocking: %v, want Locked", err)
	}
	left, err := os.ReadFile(path)
	ok(t, err)
	if !bytes.Equal(left, rubbish) {
		t.Error("the damaged file was changed")
	}
}

func TestRecordOfANewerSchemaIsReadOnly(t *testing.T) {
	r := newRig(t)
	ids := r.savePostings(t, 2, 10)
	newer := func(id posting.ID, body string) []byte {
		return r.resealed(t, string(id), vault.ClassDocument, `{"id":"`+string(id)+`","kind":"posting","schema":2,"body":`+body+`}`)
	}
	readable := newer(ids[0], `{"id":"`+string(ids[0])+`","title":"From the future","colour":"blue"}`)
	strange := newer(ids[1], `{"id":{"was":"a string"}}`)
	blob := filepath.Join(r.dir, blobFolder, ident.NewRecord())
	r.behindItsBack(t, func(db *sql.DB) {
		for i, sealed := range [][]byte{readable, strange} {
			id, _ := ident.Bytes(string(ids[i]))
			run(t, db, "UPDATE records SET sealed = ? WHERE id = ?", sealed, id[:])
		}
	})
	ok(t, os.WriteFile(blob, []byte("of a kind to come"), 0o600))
	ok(t, r.home.Unlock(ctx, nil))
	p, err := r.postings.Get(ctx, ids[0])
	ok(t, err)
	if p.Title != "From the future" {
		t.Errorf("read %q", p.Title)
	}
	wants(t, r.postings.Put(ctx, p), fault.Conflict, "store.newerRecord")
	if !bytes.Equal(r.sealed(t, string(ids[0])), readable) {
		t.Error("the newer record was changed")
	}
	_, err = r.postings.Get(ctx, ids[1])
	wants(t, err, fault.Conflict, "store.newerRecord")
	if left, err := r.postings.List(ctx); err != nil || len(left) != 1 {
		t.Errorf("listed %d, %v", len(left), err)
	}
	if _, err := os.Stat(blob); err != nil {
		t.Error("a blob was removed although a newer version may name it")
	}
}
