package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
)

// slow is somebody who takes the backup and meanwhile goes on working.
type slow struct {
	file bytes.Buffer
	work func()
}

func (s *slow) Write(p []byte) (int, error) {
	if s.work != nil {
		s.work()
		s.work = nil
	}
	return s.file.Write(p)
}

func TestNobodyWaitsForWhoTakesABackup(t *testing.T) {
	r := filled(t)
	r.recoveryKey(t)
	saved := false
	out := &slow{work: func() {
		ok(t, r.career.SaveLedger(ctx, career.Ledger{Basics: career.Basics{Name: "Meanwhile"}}, history.Change{}))
		saved = true
	}}
	ok(t, r.home.WriteBackup(ctx, out))
	if !saved || out.file.Len() == 0 {
		t.Errorf("saved %v, %d bytes", saved, out.file.Len())
	}
	if left, _ := filepath.Glob(filepath.Join(r.dir, stagedBackup)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestUnfinishedBackupsGoAtTheNextUnlocking(t *testing.T) {
	r := filled(t)
	path := filepath.Join(r.dir, "backup-123.tmp")
	ok(t, os.WriteFile(path, []byte("sealed"), 0o600))
	r.Reopen(t)
	if _, err := os.Stat(path); err == nil {
		t.Error("still there")
	}
}
