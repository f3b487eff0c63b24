package store

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/vault"
)

const (
	profileFile = "profile.json"
	// stagedBackup are backups being made. One that a crash left holds copies of records,
	// so it goes before anything can be deleted.
	stagedBackup = "backup-*.tmp"
)

// WriteBackup is account.Archive: a tar of the profile folder, sealed so that only the
// recovery key opens it. What is in the folder is sealed already; the second seal hides
// counts and times, and makes a shortened file noticed. It is made whole beside the
// database first: whoever takes it may be slow, and nobody else should wait for that.
func (h *Home) WriteBackup(ctx context.Context, w io.Writer) error {
	keys, _, err := h.keys.only(ctx)
	if err != nil {
		return fmt.Errorf("read recovery key's public half: %w", err)
	}
	staged, err := os.CreateTemp(h.s.folder(), stagedBackup)
	if err != nil {
		return fmt.Errorf("stage backup: %w", diskFault(err))
	}
	defer func() { _ = errors.Join(staged.Close(), os.Remove(staged.Name())) }() // sealed, and swept at the next unlocking
	if err := h.sealTar(ctx, staged, keys.Recovery); err != nil {
		return err
	}
	if _, err := staged.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("stage backup: %w", diskFault(err))
	}
	if _, err := io.Copy(w, staged); err != nil {
		return fmt.Errorf("hand over backup: %w", diskFault(err))
	}
	return nil
}

// dropStaged removes what a crash left of backups being made.
func (s *Store) dropStaged() error {
	found, err := filepath.Glob(filepath.Join(s.folder(), stagedBackup))
	if err != nil {
		return fmt.Errorf("find unfinished backups: %w", err)
	}
	var all error
	for _, path := range append(found, filepath.Join(s.folder(), databaseFile+".backup")) {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, fmt.Errorf("remove unfinished backup: %w", diskFault(err)))
		}
	}
	return all
}

func (h *Home) sealTar(ctx context.Context, w io.Writer, recoveryPublic []byte) error {
	sealed, err := h.s.currentVault().SealBackup(w, recoveryPublic)
	if err != nil {
		return err
	}
	if err := h.s.writeTar(ctx, sealed); err != nil {
		return err // without Close the file is no backup
	}
	if err := sealed.Close(); err != nil {
		return fmt.Errorf("finish backup: %w", diskFault(err))
	}
	return nil
}

// writeTar holds the lock, so that nothing changes between the database and the blobs.
func (s *Store) writeTar(ctx context.Context, w io.Writer) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	db, err := s.ready()
	if err != nil {
		return err
	}
	snapshot := filepath.Join(s.dir, databaseFile+".backup")
	defer func() { _ = os.Remove(snapshot) }() // sealed, and written over next time
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", snapshot); err != nil {
		return fmt.Errorf("copy database: %w", diskFault(err))
	}
	out := tar.NewWriter(w)
	err = errors.Join(
		addFile(ctx, out, profileFile, filepath.Join(s.dir, profileFile)),
		addFile(ctx, out, databaseFile, snapshot),
		addBlobs(ctx, out, filepath.Join(s.dir, blobFolder)),
	)
	if err != nil {
		return fmt.Errorf("write backup: %w", diskFault(err))
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("finish backup: %w", diskFault(err))
	}
	return nil
}

func addBlobs(ctx context.Context, out *tar.Writer, dir string) error {
	blobs, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, b := range blobs {
		if err := addFile(ctx, out, blobFolder+"/"+b.Name(), filepath.Join(dir, b.Name())); err != nil {
			return err
		}
	}
	return nil
}

func addFile(ctx context.Context, out *tar.Writer, name, path string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if err := out.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: info.Size(), Format: tar.FormatPAX}); err != nil {
		return err
	}
	_, err = io.Copy(out, file)
	return err
}

// RestoreBackup is account.Archive. Everything is unpacked beside the profile's place
// and moved there whole; only then it is opened. On any error nothing is left.
func (h *Home) RestoreBackup(ctx context.Context, r io.Reader, recoveryKey string, passphrase []byte) error {
	plain, _, err := vault.OpenBackup(r, recoveryKey)
	if err != nil {
		return err
	}
	if err := h.unpackInPlace(ctx, plain); err != nil {
		return err
	}
	if err := h.enterRestored(ctx, recoveryKey, passphrase); err != nil {
		h.Lock()
		return errors.Join(err, h.s.Close(), h.vacate(Guard.Remove), os.RemoveAll(h.s.folder()))
	}
	return nil
}

// unpackInPlace puts what the backup holds where the profile belongs.
func (h *Home) unpackInPlace(ctx context.Context, plain io.Reader) error {
	dir := h.s.folder()
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return fmt.Errorf("make folder: %w", diskFault(err))
	}
	staged, err := h.borrow(filepath.Dir(dir), restoreFolder)
	if err != nil {
		return err
	}
	defer func() { _ = staged.giveBack() }() // what can't be removed now is swept at the next start
	whole := filepath.Join(staged.dir, "profile")
	if err := os.Mkdir(whole, 0o700); err != nil {
		return fmt.Errorf("make folder: %w", diskFault(err))
	}
	if err := unpack(ctx, plain, whole); err != nil {
		return fmt.Errorf("unpack backup: %w", diskFault(err))
	}
	if err := moveInto(whole, dir); err != nil {
		return fmt.Errorf("put backup in place: %w", diskFault(err))
	}
	return nil
}

// enterRestored opens what was put in place. What can't be read here is told before the
// keyring is touched, and what fails after that takes its new entry back.
func (h *Home) enterRestored(ctx context.Context, recoveryKey string, passphrase []byte) error {
	if err := h.s.Open(ctx); err != nil {
		return err
	}
	if err := h.occupy(h.s.currentVault()); err != nil {
		return err
	}
	v := h.s.currentVault()
	if err := v.RestoreWith(ctx, recoveryKey, passphrase); err != nil {
		return err
	}
	if err := h.enter(ctx); err != nil {
		return errors.Join(err, h.s.Close(), v.Wipe(nil))
	}
	return nil
}

// moveInto puts the staged folder in the place of a missing or empty one.
func moveInto(staged, dir string) error {
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(staged, dir)
}

// unpack reads to the very end, because only there the seal says that nothing is missing.
func unpack(ctx context.Context, plain io.Reader, dir string) error {
	if err := os.Mkdir(filepath.Join(dir, blobFolder), 0o700); err != nil {
		return err
	}
	in := tar.NewReader(plain)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		head, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return sealedFault(err)
		}
		if !expected(head.Name) {
			return fault.New(fault.Invalid, "vault.backupDamaged")
		}
		if err := unpackFile(in, filepath.Join(dir, filepath.FromSlash(head.Name))); err != nil {
			return sealedFault(err)
		}
	}
	_, err := io.Copy(io.Discard, plain)
	return sealedFault(err)
}

// expected lets nothing leave the folder: a backup is authentic, but whoever made it may
// have been told to restore somebody else's.
func expected(name string) bool {
	if name == profileFile || name == databaseFile {
		return true
	}
	blob, ok := strings.CutPrefix(name, blobFolder+"/")
	return ok && blob != "" && !strings.ContainsAny(blob, `/\`) && blob != "." && blob != ".."
}

func unpackFile(r io.Reader, path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, r)
	return errors.Join(err, file.Sync(), file.Close())
}

// sealedFault: what the disk did not do was in the file.
func sealedFault(err error) error {
	if err == nil || diskKey(err) != "" {
		return err
	}
	if f := fault.Of(err); f.Code != fault.Internal {
		return err
	}
	return fault.Wrap(fault.Invalid, "vault.backupDamaged", err)
}

// Damaged is account.Archive.
func (h *Home) Damaged() []account.Damage {
	out := []account.Damage{}
	for _, d := range h.s.Damaged() {
		out = append(out, account.Damage(d))
	}
	return out
}

func (s *Store) folder() string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.dir
}
