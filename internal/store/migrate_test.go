package store

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

var writeFixture = flag.Bool("write-fixture", false, "write a profile of the newest schema version to testdata/profiles")

// fixtures are whole profiles, one of each schema version that was ever released, with
// the keyring entries that open them. They are never written again.
const fixtures = "testdata/profiles"

// TestEveryOldVersionOpens migrates each of them to the newest schema.
func TestEveryOldVersionOpens(t *testing.T) {
	if *writeFixture {
		newFixture(t)
	}
	versions, err := os.ReadDir(fixtures)
	ok(t, err)
	files, err := migrations()
	ok(t, err)
	steps, err := fs.Glob(files, "*.sql")
	ok(t, err)
	if len(versions) != len(steps) {
		t.Errorf("%d fixtures for %d versions: run this test with -write-fixture after adding a migration", len(versions), len(steps))
	}
	for _, v := range versions {
		t.Run(v.Name(), func(t *testing.T) { openFixture(t, filepath.Join(fixtures, v.Name())) })
	}
}

func openFixture(t *testing.T, from string) {
	r := &rig{dir: filepath.Join(t.TempDir(), "profile"), ring: &memoryKeyring{}, clk: testkit.NewClock()}
	ok(t, os.CopyFS(r.dir, os.DirFS(from)))
	entries, err := os.ReadFile(filepath.Join(from, "keyring.json"))
	ok(t, err)
	ok(t, json.Unmarshal(entries, &r.ring.entries))
	r.restart(t)
	defer r.home.Close()
	l, err := r.career.Ledger(ctx)
	ok(t, err)
	found, err := r.postings.List(ctx)
	ok(t, err)
	docs, err := r.career.ListDocuments(ctx)
	ok(t, err)
	if l.Basics.Name != "Ada Lindqvist" || len(found) != 1 || found[0].Title != "Nurse" || len(docs) != 1 || len(r.s.Damaged()) != 0 {
		t.Errorf("ledger %+v, postings %+v, documents %+v, damaged %v", l, found, docs, r.s.Damaged())
	}
	if got := r.documentBytes(t, docs[0].ID); string(got) != "the file" {
		t.Errorf("the kept file reads %q", got)
	}
}

// newFixture writes one; its keys open nothing but invented facts.
func newFixture(t *testing.T) {
	r := newRig(t)
	ok(t, r.career.SaveLedger(ctx, career.Ledger{Basics: career.Basics{Name: "Ada Lindqvist"}}, history.Change{}))
	r.savePostings(t, 1, 10)
	ok(t, r.career.CreateDocument(ctx, career.Document{ID: career.DocumentID(ident.NewRecord()), Name: "cv.pdf"}, []byte("the file")))
	ok(t, r.home.Close())
	entries, err := json.MarshalIndent(r.ring.entries, "", "  ")
	ok(t, err)
	ok(t, os.WriteFile(filepath.Join(r.dir, "keyring.json"), append(entries, '\n'), 0o600))
	ok(t, os.CopyFS(filepath.Join(fixtures, "1"), os.DirFS(r.dir)))
}

// withStep gives the store one more migration than there is.
func (r *rig) withStep(t *testing.T, statement string) {
	t.Helper()
	files, err := migrations()
	ok(t, err)
	first, err := fs.ReadFile(files, "00001_records.sql")
	ok(t, err)
	r.s.steps = func() (fs.FS, error) {
		return fstest.MapFS{
			"00001_records.sql": {Data: first},
			"00002_next.sql":    {Data: []byte("-- +goose Up\n" + statement + "\n-- +goose Down\nSELECT 1;\n")},
		}, nil
	}
}

func (r *rig) copies(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(r.dir, copyFolder, "*"))
	ok(t, err)
	return found
}

func TestMigrationCopiesFirstAndDeletionReachesTheCopy(t *testing.T) {
	r := newRig(t)
	ids := r.savePostings(t, 2, 10)
	sealed := r.sealed(t, string(ids[0]))
	ok(t, r.home.Close())
	r.wire()
	r.withStep(t, "ALTER TABLE records ADD COLUMN colour TEXT;")
	ok(t, r.home.Unlock(ctx, nil))
	if left, err := r.postings.List(ctx); err != nil || len(left) != 2 {
		t.Fatalf("after the migration: %d postings, %v", len(left), err)
	}
	if got := r.copies(t); len(got) != 1 || filepath.Base(got[0]) != "before-1.db" {
		t.Fatalf("copies are %v", got)
	}
	if len(filesWith(t, r.dir, sealed)) < 2 {
		t.Error("the copy does not hold the record")
	}
	r.noColumn(t, r.copies(t)[0])
	ok(t, r.postings.Delete(ctx, ids[0]))
	if got := r.copies(t); len(got) != 0 {
		t.Errorf("copies after a deletion: %v", got)
	}
	r.noTraceOf(t, "posting", sealed)
}

// noColumn proves that the copy is from before the step.
func (r *rig) noColumn(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+uriPath(path)+"?mode=ro")
	ok(t, err)
	defer db.Close()
	if _, err := db.Exec("SELECT colour FROM records"); err == nil {
		t.Error("the copy has the new column already")
	}
	var n int
	ok(t, db.QueryRow("SELECT count(*) FROM records").Scan(&n))
}

func TestFailedMigrationLeavesTheOldVersion(t *testing.T) {
	r := newRig(t)
	r.savePostings(t, 2, 10)
	ok(t, r.home.Close())
	r.wire()
	r.withStep(t, "ALTER TABLE records ADD COLUMN colour TEXT; UPDATE nothing SET x = 1;")
	if err := r.home.Unlock(ctx, nil); err == nil {
		t.Fatal("a broken migration was not told")
	}
	ok(t, r.home.Close())
	r.restart(t)
	if left, err := r.postings.List(ctx); err != nil || len(left) != 2 {
		t.Errorf("with the old version: %d postings, %v", len(left), err)
	}
}

func TestNewerVersionIsNotTouched(t *testing.T) {
	r := newRig(t)
	r.savePostings(t, 1, 10)
	r.behindItsBack(t, func(db *sql.DB) {
		run(t, db, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)")
		run(t, db, "PRAGMA wal_checkpoint(TRUNCATE)")
	})
	path := filepath.Join(r.dir, databaseFile)
	before, err := os.ReadFile(path)
	ok(t, err)
	wants(t, r.home.Unlock(ctx, nil), fault.Conflict, "store.newerVersion")
	_, err = r.postings.Get(ctx, posting.ID(ident.NewRecord()))
	wants(t, err, fault.Locked, "vault.locked")
	after, err := os.ReadFile(path)
	ok(t, err)
	if !bytes.Equal(before, after) || slices.Contains(r.blobFiles(t), "copies") || len(r.copies(t)) != 0 {
		t.Error("the newer profile was changed")
	}
}
