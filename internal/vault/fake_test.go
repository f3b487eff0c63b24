package vault

import (
	"context"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// fakeRing is a keyring in memory; with err set it answers nothing else.
type fakeRing struct {
	entries map[string]string
	err     error
	forgets bool // accepts entries and has none afterwards
	touched int
}

func newRing() *fakeRing { return &fakeRing{entries: map[string]string{}} }

func (r *fakeRing) Get(service, user string) (string, error) {
	r.touched++
	if r.err != nil {
		return "", r.err
	}
	secret, ok := r.entries[service+"|"+user]
	if !ok {
		return "", ErrKeyringMissing
	}
	return secret, nil
}

func (r *fakeRing) Set(service, user, secret string) error {
	r.touched++
	if r.err == nil && !r.forgets {
		r.entries[service+"|"+user] = secret
	}
	return r.err
}

func (r *fakeRing) Delete(service, user string) error {
	r.touched++
	if r.err != nil {
		return r.err
	}
	if _, ok := r.entries[service+"|"+user]; !ok {
		return ErrKeyringMissing
	}
	delete(r.entries, service+"|"+user)
	return nil
}

// rig is a vault whose passphrases cost next to nothing and are counted.
type rig struct {
	*Vault
	ring   *fakeRing
	clk    *testkit.Clock
	argons int
}

func newRig(t testing.TB) *rig {
	t.Helper()
	return rigIn(filepath.Join(t.TempDir(), "profile"), newRing(), testkit.NewClock())
}

func rigIn(dir string, ring *fakeRing, clk *testkit.Clock) *rig {
	r := &rig{Vault: New(dir, ring, clk, FloorLockParams()), ring: ring, clk: clk}
	r.stretched = func(passphrase []byte, s stretch) []byte {
		r.argons++
		h := sha256.Sum256(append(append([]byte{}, s.Salt...), passphrase...))
		return h[:]
	}
	return r
}

// again is the same profile as a fresh start of the app sees it.
func (r *rig) again() *rig { return rigIn(r.dir, r.ring, r.clk) }

func created(t testing.TB, passphrase string) *rig {
	t.Helper()
	r := newRig(t)
	ok(t, r.Create(context.Background(), CreateOptions{Passphrase: []byte(passphrase)}))
	return r
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected error: %v", err)
	}
}

// wants checks code and key of a fault.
func wants(t testing.TB, err error, code fault.Code, key string) {
	t.Helper()
	if !errors.Is(err, fault.New(code, key)) {
		t.Fatalf("error is %v, want %s %s", err, code, key)
	}
}

func (r *rig) file(t testing.TB) []byte {
	t.Helper()
	raw, err := os.ReadFile(r.path())
	ok(t, err)
	return raw
}

var (
	ctx    = context.Background()
	header = Header{ID: [16]byte{1, 2, 3}, Class: ClassDocument, Rev: 7}
)

// sealed is proof of who holds the same vaultKey: it opens only there.
func (r *rig) sealed(t testing.TB) []byte {
	t.Helper()
	out, err := r.Seal(header, []byte(`{"name":"Ada"}`))
	ok(t, err)
	return out
}

func (r *rig) mustOpen(t testing.TB, sealed []byte) {
	t.Helper()
	plain, err := r.Open(header, sealed)
	ok(t, err)
	if string(plain) != `{"name":"Ada"}` {
		t.Fatalf("opened %q", plain)
	}
}
