package vault

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/tink-crypto/tink-go/v2/keyset"
	"golang.org/x/crypto/argon2"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// mode says what it takes to unwrap vaultKey on this computer. There is one wrap and
// one mode at a time: two wraps would be as weak as the weaker one.
type mode string

const (
	modeDevice     mode = "device"            // the keyring's entry: no app lock
	modeBoth       mode = "device+passphrase" // app lock
	modePassphrase mode = "passphrase"        // app lock where there is no keyring
)

func (m mode) usesKeyring() bool     { return m == modeDevice || m == modeBoth }
func (m mode) needsPassphrase() bool { return m == modePassphrase || m == modeBoth }

// number stands for the mode in associated data; 0 is no mode.
func (m mode) number() byte {
	switch m {
	case modeDevice:
		return 1
	case modeBoth:
		return 2
	case modePassphrase:
		return 3
	}
	return 0
}

// lock is vaultKey wrapped for this computer, and what is needed to derive its KEK
// (key encryption key) apart from the secrets.
type lock struct {
	Mode       mode     `json:"mode"`
	Argon2id   *stretch `json:"argon2id"`   // nil without a passphrase
	WrappedKey []byte   `json:"wrappedKey"` // Tink's EncryptedKeyset
}

// stretch is how a passphrase becomes lockKey.
type stretch struct {
	LockParams
	Salt []byte `json:"salt"` // 16 random bytes, fresh with every passphrase
}

// LockParams are the costs of Argon2id (RFC 9106).
type LockParams struct {
	MemoryKiB uint32 `json:"memoryKiB"`
	Passes    uint32 `json:"passes"`
	Lanes     uint8  `json:"lanes"`
}

const (
	floorMemory   = 64 << 10 // KiB; weaker parameters are refused wherever they come from
	floorPasses   = 3
	ceilingMemory = 1 << 20 // KiB; more would only be an attack on this computer
	ceilingPasses = 10
	ceilingLanes  = 16
	saltSize      = 16
)

// DefaultLockParams cost about a second on a computer of 2020.
func DefaultLockParams() LockParams {
	return LockParams{MemoryKiB: 256 << 10, Passes: 3, Lanes: 4}
}

// FloorLockParams are the weakest that are accepted. Tests use them.
func FloorLockParams() LockParams {
	return LockParams{MemoryKiB: floorMemory, Passes: floorPasses, Lanes: 1}
}

// check refuses what is too weak to protect and too strong to be meant.
func (p LockParams) check() error {
	if p.MemoryKiB < floorMemory || p.Passes < floorPasses || p.Lanes < 1 {
		return fault.New(fault.Denied, "vault.weakParameters")
	}
	if p.MemoryKiB > ceilingMemory || p.Passes > ceilingPasses || p.Lanes > ceilingLanes {
		return damagedProfile(fmt.Errorf("Argon2id costs out of range: %+v", p))
	}
	return nil
}

func (l *lock) check() error {
	if l.Mode.number() == 0 {
		return damagedProfile(fmt.Errorf("lock mode %q", l.Mode))
	}
	if !l.Mode.needsPassphrase() {
		return nil
	}
	if l.Argon2id == nil || len(l.Argon2id.Salt) != saltSize {
		return damagedProfile(errors.New("a passphrase without its salt"))
	}
	return nil // the costs are checked where a passphrase is stretched: recovery needs none
}

// newLock is a lock without its wrap yet.
func newLock(m mode, params LockParams) *lock {
	l := &lock{Mode: m}
	if m.needsPassphrase() {
		l.Argon2id = &stretch{LockParams: params, Salt: make([]byte, saltSize)}
		rand.Read(l.Argon2id.Salt) // documented never to return an error
	}
	return l
}

// stretchFunc turns a passphrase into lockKey; a field of Vault, so that tests can count.
type stretchFunc func(passphrase []byte, s stretch) []byte

func argon2id(passphrase []byte, s stretch) []byte {
	return argon2.IDKey(passphrase, s.Salt, s.Passes, s.MemoryKiB, s.Lanes, keySize)
}

// kek derives the key that wraps vaultKey from whichever of the two secrets the mode
// takes: HKDF-SHA256(deviceKey | lockKey). deviceKey is nil without a keyring.
func (l *lock) kek(vaultID [16]byte, deviceKey, passphrase []byte, stretched stretchFunc) ([]byte, error) {
	secret := make([]byte, 0, 2*keySize)
	defer func() { clear(secret[:cap(secret)]) }()
	if l.Mode.usesKeyring() {
		secret = append(secret, deviceKey...)
	}
	if l.Mode.needsPassphrase() {
		if err := l.Argon2id.check(); err != nil {
			return nil, err
		}
		lockKey := stretched(passphrase, *l.Argon2id)
		secret = append(secret, lockKey...)
		clear(lockKey)
	}
	return deriveKey(secret, vaultID, "jobjourney/v1/kek/"+string(l.Mode))
}

// deriveKey is HKDF-SHA256 (RFC 5869) with the vault id as salt; info separates uses.
func deriveKey(secret []byte, vaultID [16]byte, info string) ([]byte, error) {
	key, err := hkdf.Key(sha256.New, secret, vaultID[:], info, keySize)
	if err != nil {
		return nil, fmt.Errorf("derive key: %w", err)
	}
	return key, nil
}

const (
	wrapVersion     byte = 1
	purposeLock     byte = 1
	purposeRecovery byte = 2
)

// wrap encrypts vaultKey under the secrets the mode takes.
func (l *lock) wrap(h *keyset.Handle, vaultID [16]byte, deviceKey, passphrase []byte, f stretchFunc) error {
	kek, err := l.kek(vaultID, deviceKey, passphrase, f)
	if err != nil {
		return err
	}
	defer clear(kek)
	l.WrappedKey, err = wrapKeyset(h, kek, l.associated(vaultID))
	return err
}

// unwrap is the reverse of wrap.
func (l *lock) unwrap(vaultID [16]byte, deviceKey, passphrase []byte, f stretchFunc) (*keyset.Handle, error) {
	kek, err := l.kek(vaultID, deviceKey, passphrase, f)
	if err != nil {
		return nil, err
	}
	defer clear(kek)
	h, err := unwrapKeyset(l.WrappedKey, kek, l.associated(vaultID))
	if err != nil {
		return nil, l.Mode.wrongKey(err)
	}
	return h, nil
}

// wrongKey blames the secret that is likely to be wrong.
func (m mode) wrongKey(err error) error {
	if m.needsPassphrase() {
		return fault.Wrap(fault.Denied, "vault.wrongPassphrase", err)
	}
	return fault.Wrap(fault.Unavailable, "vault.keyringMismatch", err)
}

// associated binds a wrap to its vault, its mode and its parameters: none of them can
// be exchanged for those of another profile or for weaker ones.
func (l *lock) associated(vaultID [16]byte) []byte {
	out := append([]byte{wrapVersion}, vaultID[:]...)
	out = append(out, purposeLock, l.Mode.number())
	var s stretch
	if l.Argon2id != nil {
		s = *l.Argon2id
	}
	out = binary.BigEndian.AppendUint32(out, s.MemoryKiB)
	out = binary.BigEndian.AppendUint32(out, s.Passes)
	out = append(out, s.Lanes)
	var salt [saltSize]byte
	copy(salt[:], s.Salt)
	return append(out, salt[:]...)
}
