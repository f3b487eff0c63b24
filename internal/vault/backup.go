package vault

import (
	"bytes"
	"crypto/hpke"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/tink-crypto/tink-go/v2/streamingaead/subtle"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

const (
	backupMagic   = "JJBACKUP"
	backupVersion = 1
	backupInfo    = "jobjourney/v1/backup"
	backupSegment = 1 << 20 // bytes, as in Tink's AES256_GCM_HKDF_1MB
	backupFixed   = len(backupMagic) + 1 + 16
	maxFileKey    = 4 << 10 // bytes; a sealed file key has 1,168
)

// BackupHeader is what stands in clear at the start of a backup.
type BackupHeader struct {
	Version int
	VaultID string // of the vault it was made from
}

// SealBackup starts a backup file: what is written to the result arrives at w encrypted.
// Close finishes the file (w stays open); without it the backup is damaged. Whoever has
// the recovery key behind recoveryPublic can open it, and nobody else, this vault
// included. The vault has to be unlocked.
func (v *Vault) SealBackup(w io.Writer, recoveryPublic []byte) (io.WriteCloser, error) {
	v.mu.RLock()
	id, open := v.id, v.seals != nil
	v.mu.RUnlock()
	if !open {
		return nil, errLocked()
	}
	fileKey := newSecret()
	defer clear(fileKey)
	header, err := sealBackupHeader(id, recoveryPublic, fileKey)
	if err != nil {
		return nil, fmt.Errorf("seal backup: %w", err)
	}
	if _, err := w.Write(header); err != nil {
		return nil, fmt.Errorf("seal backup: %w", diskFault(err))
	}
	stream, err := backupStream(fileKey)
	if err != nil {
		return nil, err
	}
	out, err := stream.NewEncryptingWriter(w, header)
	if err != nil {
		return nil, fmt.Errorf("seal backup: %w", diskFault(err))
	}
	return out, nil
}

// sealBackupHeader is magic | version | vaultId | u16 length | fileKey sealed to the
// recovery pair. All of it is associated data of the stream, its clear part of the
// sealed key too.
func sealBackupHeader(vaultID [16]byte, recoveryPublic, fileKey []byte) ([]byte, error) {
	kem, kdf, seals := pairSuite()
	public, err := kem.NewPublicKey(recoveryPublic)
	if err != nil {
		return nil, err
	}
	header := append([]byte(backupMagic), backupVersion)
	header = append(header, vaultID[:]...)
	sealed, err := hpke.Seal(public, kdf, seals, backupKeyInfo(header), fileKey)
	if err != nil {
		return nil, err
	}
	header = binary.BigEndian.AppendUint16(header, uint16(len(sealed))) // 1,168
	return append(header, sealed...), nil
}

// OpenBackup opens a backup file with the recovery key. What the reader yields is
// authentic as far as it goes, but only io.EOF says that it is all: the caller must take
// everything to a place aside and use it only then, so that a truncated or altered file
// never restores a part.
//
// Faults, of OpenBackup or of the reader: Invalid vault.recoveryMalformed,
// vault.notABackup, vault.backupDamaged (the same file stays damaged: it is not tried
// again); Denied vault.recoveryWrong; Conflict vault.newerFormat.
func OpenBackup(r io.Reader, recoveryText string) (io.Reader, BackupHeader, error) {
	key, err := readRecoveryKey(recoveryText)
	if err != nil {
		return nil, BackupHeader{}, err
	}
	defer clear(key)
	header, sealedKey, err := readBackupHeader(r)
	if err != nil {
		return nil, BackupHeader{}, err
	}
	about := BackupHeader{Version: backupVersion, VaultID: ident.FromBytes([16]byte(header[len(backupMagic)+1 : backupFixed]))}
	fileKey, err := openFileKey(key, header[:backupFixed], sealedKey)
	if err != nil {
		return nil, about, err
	}
	defer clear(fileKey)
	stream, err := backupStream(fileKey)
	if err != nil {
		return nil, about, err
	}
	plain, err := stream.NewDecryptingReader(r, header)
	if err != nil {
		return nil, about, damagedBackup(err)
	}
	return &backupReader{plain}, about, nil
}

func readBackupHeader(r io.Reader) (header, sealedKey []byte, err error) {
	header = make([]byte, backupFixed+2)
	n, err := io.ReadFull(r, header)
	if n < len(backupMagic)+1 || !bytes.HasPrefix(header, []byte(backupMagic)) {
		return nil, nil, errors.Join(fault.New(fault.Invalid, "vault.notABackup"), notEOF(err))
	}
	if header[len(backupMagic)] != backupVersion {
		return nil, nil, fault.New(fault.Conflict, "vault.newerFormat")
	}
	if err != nil {
		return nil, nil, damagedBackup(err)
	}
	size := int(binary.BigEndian.Uint16(header[backupFixed:]))
	if size > maxFileKey {
		return nil, nil, damagedBackup(fmt.Errorf("a key of %d bytes", size))
	}
	sealedKey = make([]byte, size)
	if _, err := io.ReadFull(r, sealedKey); err != nil {
		return nil, nil, damagedBackup(err)
	}
	return append(header, sealedKey...), sealedKey, nil
}

func notEOF(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}

func openFileKey(recoveryKey, clear, sealedKey []byte) ([]byte, error) {
	pair, err := recoveryPair(recoveryKey)
	if err != nil {
		return nil, err
	}
	_, kdf, opens := pairSuite()
	fileKey, err := hpke.Open(pair, kdf, opens, backupKeyInfo(clear), sealedKey)
	if err != nil {
		return nil, fault.Wrap(fault.Denied, "vault.recoveryWrong", fmt.Errorf("open backup: %w", err))
	}
	return fileKey, nil
}

func backupKeyInfo(clear []byte) []byte { return append([]byte(backupInfo), clear...) }

// backupStream is Tink's AES256_GCM_HKDF_1MB under a key of our own.
func backupStream(fileKey []byte) (*subtle.AESGCMHKDF, error) {
	s, err := subtle.NewAESGCMHKDF(fileKey, "SHA256", keySize, backupSegment, 0)
	if err != nil {
		return nil, fmt.Errorf("set up backup stream: %w", err)
	}
	return s, nil
}

// backupReader gives every error but io.EOF its sentence.
type backupReader struct{ plain io.Reader }

func (b *backupReader) Read(p []byte) (int, error) {
	n, err := b.plain.Read(p)
	if err != nil && err != io.EOF { //nolint:errorlint // a wrapped io.EOF is not an end
		err = damagedBackup(err)
	}
	return n, err
}

func damagedBackup(err error) error {
	return fault.Wrap(fault.Invalid, "vault.backupDamaged", fmt.Errorf("open backup: %w", err))
}
