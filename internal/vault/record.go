package vault

import (
	"encoding/binary"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// Class is the retention class of a record. It stands outside the seal, because
// clocks and sync need it, and is bound to it, so that it can't be relabelled.
type Class uint8

// The classes. The numbers are part of the format and never change.
const (
	ClassDocument   Class = 1 // kept until deleted
	ClassRecording  Class = 2 // kept until its clock runs out
	ClassTranscript Class = 3 // answers, kept until deleted
	ClassSettings   Class = 4 // how the app behaves
	ClassDevice     Class = 5 // belongs to this computer, never pushed
)

// Header is what stands outside a sealed record. A record opens only under the header
// it was sealed with.
type Header struct {
	ID    [16]byte // random
	Class Class
	Rev   uint64 // from 1
}

const (
	recordVersion   = 1
	lengthPrefix    = 4        // bytes
	maxRecord       = 32 << 20 // bytes of JSON; far above any document a person writes
	associatedBytes = 1 + 16 + 16 + 1 + 8
)

// Seal encrypts plaintext (the record's JSON) under the header. The result is what the
// store, the wire and the cloud keep, byte for byte.
// Faults: Locked vault.locked, Invalid vault.recordTooLarge.
func (v *Vault) Seal(h Header, plaintext []byte) ([]byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.seals == nil {
		return nil, errLocked()
	}
	if err := h.check(); err != nil {
		return nil, err
	}
	if len(plaintext) > maxRecord {
		return nil, fault.New(fault.Invalid, "vault.recordTooLarge")
	}
	full := pad(plaintext)
	defer clear(full)
	sealed, err := v.seals.Encrypt(full, h.associated(v.id))
	if err != nil {
		return nil, fmt.Errorf("seal record: %w", err)
	}
	return append([]byte{recordVersion}, sealed...), nil
}

// Open is the reverse of Seal. The caller owns the result.
// Faults: Locked vault.locked; Unavailable vault.damaged for everything else, be it an
// altered byte, another record's bytes, another header or another vault.
func (v *Vault) Open(h Header, sealed []byte) ([]byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.seals == nil {
		return nil, errLocked()
	}
	if len(sealed) < 1 || sealed[0] != recordVersion {
		return nil, damaged("open record: unknown format")
	}
	full, err := v.seals.Decrypt(sealed[1:], h.associated(v.id))
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, "vault.damaged", fmt.Errorf("open record: %w", err))
	}
	return unpad(full)
}

func (h Header) check() error {
	if h.Class < ClassDocument || h.Class > ClassDevice || h.Rev == 0 {
		return fmt.Errorf("seal record: class %d, rev %d: not a header", h.Class, h.Rev)
	}
	return nil
}

// associated is the associated data: every field has a fixed width, so no two headers
// give the same bytes.
func (h Header) associated(vaultID [16]byte) []byte {
	out := make([]byte, 0, associatedBytes)
	out = append(out, recordVersion)
	out = append(out, vaultID[:]...)
	out = append(out, h.ID[:]...)
	out = append(out, byte(h.Class))
	return binary.BigEndian.AppendUint64(out, h.Rev)
}

// pad lays out length, content and zeros.
func pad(plaintext []byte) []byte {
	full := make([]byte, padded(lengthPrefix+len(plaintext)))
	binary.BigEndian.PutUint32(full, uint32(len(plaintext))) // at most maxRecord
	copy(full[lengthPrefix:], plaintext)
	return full
}

// unpad checks the layout too: what is authentic and still malformed was made by a
// mistake of ours, and must not be passed on as somebody's words.
func unpad(full []byte) ([]byte, error) {
	if len(full) < minPadded {
		return nil, damaged("open record: shorter than any record")
	}
	n := int(binary.BigEndian.Uint32(full))
	if n > len(full)-lengthPrefix || padded(lengthPrefix+n) != len(full) {
		return nil, damaged("open record: length does not fit its size")
	}
	for _, b := range full[lengthPrefix+n:] {
		if b != 0 {
			return nil, damaged("open record: padding is not empty")
		}
	}
	return full[lengthPrefix : lengthPrefix+n : lengthPrefix+n], nil
}

func damaged(reason string) error {
	return fault.Wrap(fault.Unavailable, "vault.damaged", fmt.Errorf("%s", reason))
}

// parseVaultID gives the bytes that are bound into every seal.
func parseVaultID(id string) ([16]byte, error) { return ident.Bytes(id) }
