package vault

import (
	"bytes"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestWeakParametersAreRefused(t *testing.T) {
	for name, weaken := range map[string]func(*LockParams){
		"memory": func(p *LockParams) { p.MemoryKiB = floorMemory - 1 },
		"passes": func(p *LockParams) { p.Passes = floorPasses - 1 },
		"lanes":  func(p *LockParams) { p.Lanes = 0 },
	} {
		t.Run(name, func(t *testing.T) {
			r := created(t, "correct horse")
			p, err := r.readProfile()
			ok(t, err)
			weaken(&p.Lock.Argon2id.LockParams)
			ok(t, r.saveProfile(p))
			next := r.again()
			wants(t, next.Unlock(ctx, []byte("correct horse")), fault.Denied, "vault.weakParameters")
			if next.argons != 0 {
				t.Error("the passphrase was put through weak parameters")
			}
			fresh := newRig(t)
			weaken(&fresh.params)
			wants(t, fresh.Create(ctx, CreateOptions{}), fault.Denied, "vault.weakParameters")
		})
	}
}

func TestExcessiveParametersAreDamage(t *testing.T) {
	r := created(t, "correct horse")
	p, err := r.readProfile()
	ok(t, err)
	p.Lock.Argon2id.MemoryKiB = ceilingMemory + 1
	ok(t, r.saveProfile(p))
	wants(t, r.again().Unlock(ctx, []byte("correct horse")), fault.Unavailable, "vault.profileDamaged")
}

// Parameters are associated data: raising them is noticed as well as lowering them.
func TestParametersAreBound(t *testing.T) {
	r := created(t, "correct horse")
	for name, alter := range map[string]func(*lock){
		"memory": func(l *lock) { l.Argon2id.MemoryKiB++ },
		"passes": func(l *lock) { l.Argon2id.Passes++ },
		"lanes":  func(l *lock) { l.Argon2id.Lanes++ },
		"salt":   func(l *lock) { l.Argon2id.Salt[0] ^= 1 },
		"mode":   func(l *lock) { l.Mode = modePassphrase },
	} {
		t.Run(name, func(t *testing.T) {
			p, err := r.readProfile()
			ok(t, err)
			if bytes.Equal(p.Lock.associated(r.id), func() []byte { alter(p.Lock); return p.Lock.associated(r.id) }()) {
				t.Error("the associated data did not change")
			}
		})
	}
}

func TestDerivationZeroesTheLockKey(t *testing.T) {
	var lockKey []byte
	l := newLock(modeBoth, FloorLockParams())
	_, err := l.kek([16]byte{}, newSecret(), []byte("words"), func([]byte, stretch) []byte {
		lockKey = newSecret()
		return lockKey
	})
	ok(t, err)
	if !bytes.Equal(lockKey, make([]byte, keySize)) {
		t.Error("lockKey is still in its buffer")
	}
}

// The last guard, at the only place where a passphrase is stretched.
func TestWeakCostsNeverStretchAPassphrase(t *testing.T) {
	l := newLock(modePassphrase, LockParams{MemoryKiB: 8, Passes: 1, Lanes: 1})
	_, err := l.kek([16]byte{}, nil, []byte("words"), func([]byte, stretch) []byte {
		t.Error("stretched")
		return newSecret()
	})
	wants(t, err, fault.Denied, "vault.weakParameters")
}

func TestProductionCostsAreAboveTheFloor(t *testing.T) {
	if got := DefaultLockParams(); got != (LockParams{MemoryKiB: 262144, Passes: 3, Lanes: 4}) {
		t.Errorf("default costs are %+v", got)
	}
	ok(t, DefaultLockParams().check())
	ok(t, FloorLockParams().check())
}
