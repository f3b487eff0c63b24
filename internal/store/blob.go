package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// blobWriter appends frames to one blob; each is on the disk when append returns.
type blobWriter struct {
	file  *os.File
	key   []byte
	id    [16]byte
	index uint32
}

func (s *Store) blobPath(id string) string { return filepath.Join(s.dir, blobFolder, id) }

// startBlob makes the file of a new blob. The caller holds the lock.
func (s *Store) startBlob(id string, key []byte) error {
	raw, err := ident.Bytes(id)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(s.blobPath(id), os.O_CREATE|os.O_EXCL|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("create blob: %w", diskFault(err))
	}
	s.blobs[id] = &blobWriter{file: file, key: key, id: raw}
	return nil
}

func (w *blobWriter) append(data []byte, final bool) error {
	frame, err := vault.SealFrame(w.key, w.id, w.index, final, data)
	if err != nil {
		return err
	}
	before, err := w.file.Seek(0, io.SeekEnd)
	if err != nil {
		return fmt.Errorf("append to blob: %w", diskFault(err))
	}
	if _, err := w.file.Write(frame); err != nil {
		// Half a frame must not stay: it would look like damage to the next one.
		return fmt.Errorf("append to blob: %w", diskFault(errors.Join(err, w.file.Truncate(before))))
	}
	if err := w.file.Sync(); err != nil {
		return fmt.Errorf("append to blob: %w", diskFault(err))
	}
	w.index++
	return nil
}

// finishBlob writes the final frame and closes the file. The caller holds the lock.
func (s *Store) finishBlob(id string) error {
	w, open := s.blobs[id]
	if !open {
		return nil
	}
	delete(s.blobs, id)
	return errors.Join(w.append(nil, true), w.file.Close())
}

// closeBlobs closes what is being written without a final frame, as a crash would;
// the next unlocking recovers it.
func (s *Store) closeBlobs() error {
	var all error
	for id, w := range s.blobs {
		all = errors.Join(all, w.file.Close())
		delete(s.blobs, id)
	}
	return all
}

// writeBlob makes a whole blob of data.
func (s *Store) writeBlob(id string, key, data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.startBlob(id, key); err != nil {
		return err
	}
	for part := range slices.Chunk(data, vault.DataFrame) {
		if err := s.blobs[id].append(part, false); err != nil {
			return errors.Join(err, s.removeBlobs(id))
		}
	}
	return s.finishBlob(id)
}

// recoverBlob gives a blob that was being written when the app went away its final
// frame, after cutting off a frame that was torn.
func (s *Store) recoverBlob(id string, key []byte) error {
	raw, err := ident.Bytes(id)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(s.blobPath(id), os.O_RDWR|os.O_APPEND, 0o600)
	if errors.Is(err, os.ErrNotExist) {
		return notFound("blob")
	}
	if err != nil {
		return fmt.Errorf("recover blob: %w", diskFault(err))
	}
	w := &blobWriter{file: file, key: key, id: raw}
	found, err := scanBlob(file, raw, key)
	if err == nil && !found.Final {
		w.index = uint32(len(found.Frames)) // a blob holds far fewer frames
		if err = diskFault(file.Truncate(found.End)); err == nil {
			err = w.append(nil, true)
		}
	}
	return errors.Join(err, file.Close())
}

// removeBlobs deletes the files of blobs; their keys go with the records that held them.
func (s *Store) removeBlobs(ids ...string) error {
	var all error
	for _, id := range ids {
		if w, open := s.blobs[id]; open {
			all = errors.Join(all, w.file.Close())
			delete(s.blobs, id)
		}
		if err := os.Remove(s.blobPath(id)); err != nil && !errors.Is(err, os.ErrNotExist) {
			all = errors.Join(all, fmt.Errorf("remove blob: %w", diskFault(err)))
		}
	}
	return all
}

// sweepBlobs removes files that no record names: what a crash left between the two steps of a deletion.
// The caller holds the lock.
func (s *Store) sweepBlobs(named []string) error {
	files, err := os.ReadDir(filepath.Join(s.dir, blobFolder))
	if err != nil {
		return fmt.Errorf("list blobs: %w", diskFault(err))
	}
	var all error
	for _, f := range files {
		if !slices.Contains(named, f.Name()) {
			all = errors.Join(all, s.removeBlobs(f.Name()))
		}
	}
	return all
}

// Blob reads a finished or unfinished blob: an io.ReadSeeker over its plaintext that
// opens only the frames it touches. Locking the vault ends it.
type Blob struct {
	s *Store // keeps it among the open ones

	mu     sync.Mutex
	file   *os.File // nil once closed
	key    []byte
	id     [16]byte
	frames []vault.FrameSpan
	size   int64

	at     int64
	cached int // index of the frame in plain, -1 for none
	plain  []byte
}

func scanBlob(file *os.File, id [16]byte, key []byte) (vault.BlobScan, error) {
	info, err := file.Stat()
	if err != nil {
		return vault.BlobScan{}, fmt.Errorf("scan blob: %w", diskFault(err))
	}
	return vault.ScanFrames(file, info.Size(), key, id)
}

func (s *Store) openBlob(id string, key []byte) (*Blob, error) {
	raw, err := ident.Bytes(id)
	if err != nil {
		return nil, err
	}
	file, err := os.Open(filepath.Join(s.folder(), blobFolder, id))
	if errors.Is(err, os.ErrNotExist) {
		return nil, notFound("blob")
	}
	if err != nil {
		return nil, fmt.Errorf("open blob: %w", diskFault(err))
	}
	found, err := scanBlob(file, raw, key)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	b := &Blob{s: s, file: file, key: key, id: raw, frames: found.Frames, size: found.Size(), cached: -1}
	s.readers.Store(b, true)
	return b, nil
}

// closeReaders ends every blob that is being read.
func (s *Store) closeReaders() error {
	var all error
	s.readers.Range(func(b, _ any) bool {
		all = errors.Join(all, b.(*Blob).Close())
		return true
	})
	return all
}

// Size is the length of the plaintext in bytes.
func (b *Blob) Size() int64 { return b.size }

// Close closes the file and forgets key and sound. Closing twice is fine.
func (b *Blob) Close() error {
	b.s.readers.Delete(b)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.file == nil {
		return nil
	}
	clear(b.key)
	clear(b.plain)
	err := b.file.Close()
	b.file = nil
	return err
}

// Seek is io.Seeker.
func (b *Blob) Seek(offset int64, whence int) (int64, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch whence {
	case io.SeekCurrent:
		offset += b.at
	case io.SeekEnd:
		offset += b.size
	}
	if offset < 0 {
		return 0, fmt.Errorf("seek blob: before its beginning")
	}
	b.at = offset
	return offset, nil
}

// Read is io.Reader; a frame that was altered is a fault, and so is a vault that was
// locked in the meantime.
func (b *Blob) Read(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.file == nil {
		return 0, fault.New(fault.Locked, "vault.locked")
	}
	if b.at >= b.size {
		return 0, io.EOF
	}
	i, _ := slices.BinarySearchFunc(b.frames, b.at, func(f vault.FrameSpan, at int64) int {
		switch {
		case f.Start+f.Size <= at:
			return -1
		case f.Start > at:
			return 1
		}
		return 0
	})
	if err := b.load(i); err != nil {
		return 0, err
	}
	n := copy(p, b.plain[b.at-b.frames[i].Start:])
	b.at += int64(n)
	return n, nil
}

func (b *Blob) load(i int) error {
	if b.cached == i {
		return nil
	}
	f := b.frames[i]
	sealed := make([]byte, f.Length)
	if _, err := b.file.ReadAt(sealed, f.Offset); err != nil {
		return fmt.Errorf("read blob: %w", diskFault(err))
	}
	plain, final, err := vault.OpenFrame(b.key, b.id, uint32(i), sealed)
	if err != nil {
		return err
	}
	if final != f.Final {
		return fault.New(fault.Unavailable, "vault.damaged")
	}
	b.plain, b.cached = plain, i
	return nil
}
