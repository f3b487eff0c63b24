package vault

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

const (
	profileFile   = "profile.json"
	profileFormat = 1
	maxProfile    = 1 << 20 // bytes; a profile has about two thousand
)

// profile is profile.json: everything about a vault that must be readable before it
// is open. No field is omitted when empty, so that a rewrite can tell "empty now" from
// "a field of a later version", which it keeps.
type profile struct {
	Format  int    `json:"format"`
	VaultID string `json:"vaultId"`
	// DeviceEntry is the last part of the keyring entry's name: a UUID, or empty for a
	// profile that was made here and not restored from a backup.
	DeviceEntry string      `json:"deviceEntry"`
	Lock        *lock       `json:"lock"`     // nil only while wiping
	Recovery    *recovery   `json:"recovery"` // nil: no recovery key
	Attempts    attempts    `json:"attempts"`
	Appearance  *Appearance `json:"appearance"`
	Window      *Window     `json:"window"`
	Wiping      bool        `json:"wiping"`

	read json.RawMessage // the file as it was read
}

// recovery is vaultKey wrapped under the recovery key.
type recovery struct {
	WrappedKey []byte `json:"wrappedKey"`
}

// attempts counts wrong passphrases since the last right one.
type attempts struct {
	Count  int       `json:"count"`
	LastAt time.Time `json:"lastAt"`
}

func (v *Vault) path() string { return filepath.Join(v.dir, profileFile) }

// readProfile reads and checks the file. A missing one is NotFound vault.none, one of a
// later version Conflict vault.newerFormat, any other trouble Unavailable
// vault.profileDamaged.
func (v *Vault) readProfile() (*profile, error) {
	raw, err := readSmallFile(v.path())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault.Wrap(fault.NotFound, "vault.none", err)
	}
	if err != nil {
		return nil, fmt.Errorf("read profile: %w", diskFault(err))
	}
	return parseProfile(raw)
}

func readSmallFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxProfile {
		return nil, damagedProfile(fmt.Errorf("%d bytes are too many", info.Size()))
	}
	return os.ReadFile(path)
}

func parseProfile(raw []byte) (*profile, error) {
	// The format comes first: what else a later version changed is not known here.
	var head struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return nil, damagedProfile(err)
	}
	if head.Format > profileFormat {
		return nil, fault.New(fault.Conflict, "vault.newerFormat")
	}
	p := profile{read: raw}
	if err := json.Unmarshal(raw, &p); err != nil {
		return nil, damagedProfile(err)
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	return &p, nil
}

func (p *profile) check() error {
	if p.Format != profileFormat {
		return damagedProfile(fmt.Errorf("format %d", p.Format))
	}
	if p.Wiping {
		return nil // whatever else is in it, there is nothing left to protect
	}
	if _, err := parseVaultID(p.VaultID); err != nil {
		return damagedProfile(err)
	}
	if _, err := ident.Bytes(p.DeviceEntry); err != nil && p.DeviceEntry != "" {
		return damagedProfile(err)
	}
	if p.Attempts.Count < 0 {
		return damagedProfile(errors.New("negative attempts"))
	}
	if p.Lock == nil || len(p.Lock.WrappedKey) == 0 {
		return damagedProfile(errors.New("no wrapped key"))
	}
	return p.Lock.check()
}

func damagedProfile(err error) error {
	return fault.Wrap(fault.Unavailable, "vault.profileDamaged", fmt.Errorf("read profile: %w", err))
}

// saveProfile replaces the file in one step: after a crash the old one is there or
// the new one, never a part.
func (v *Vault) saveProfile(p *profile) error {
	next, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("write profile: %w", err)
	}
	if p.read == nil {
		p.read = json.RawMessage("{}")
	}
	merged, err := keepUnknown(p.read, next)
	if err != nil {
		return fmt.Errorf("write profile: %w", err)
	}
	if err := replaceFile(v.path(), merged); err != nil {
		return fmt.Errorf("write profile: %w", diskFault(err))
	}
	p.read = merged
	return v.dropStrays()
}

// keepUnknown adds to next what only old has, in every object both have: fields a later
// version wrote, which an older one must not drop.
func keepUnknown(old, next json.RawMessage) (json.RawMessage, error) {
	var was, is map[string]json.RawMessage
	if json.Unmarshal(old, &was) != nil || was == nil || json.Unmarshal(next, &is) != nil || is == nil {
		return next, nil //nolint:nilerr // not two objects: there is nothing to add to
	}
	for name, value := range was {
		merged := value
		if now, known := is[name]; known {
			var err error
			if merged, err = keepUnknown(value, now); err != nil {
				return nil, err
			}
		}
		is[name] = merged
	}
	return json.MarshalIndent(is, "", "  ")
}
