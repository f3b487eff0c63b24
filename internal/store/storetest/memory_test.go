package storetest

import (
	"errors"
	"testing"

	"github.com/jobjourney/jobjourney/internal/posting"
)

// inMemory is Memory as a Subject; reopening it is locking and unlocking.
type inMemory struct{ *Memory }

func (m inMemory) Stores() Stores {
	return Stores{m.Memory, m.Memory, m.Memory, m.Memory, m.Memory, m.Memory, m.Memory, m.Memory, m.Memory, m.Memory, m.Memory, m.Memory, m.Memory}
}

func (m inMemory) Unlock(*testing.T) { m.Memory.Unlock() }

func (m inMemory) Reopen(*testing.T) {
	m.Lock()
	m.Memory.Unlock()
}

func TestMemory(t *testing.T) {
	Run(t, func(*testing.T) Subject { return inMemory{NewMemory()} })
}

func TestBrokenMemoryKeepsWhatItHad(t *testing.T) {
	m, broken := NewMemory(), errors.New("broken")
	must(t, m.Put(ctx, aPosting("p")))
	m.Break(broken)
	changed := aPosting("p")
	changed.Title = "Matron"
	if err := m.Put(ctx, changed); !errors.Is(err, broken) {
		t.Errorf("Put: %v", err)
	}
	if err := m.Delete(ctx, "p"); !errors.Is(err, broken) {
		t.Errorf("Delete: %v", err)
	}
	same(t, "posting", read(t, m.Get, posting.ID("p")), aPosting("p"))
}
