package vault

import (
	"errors"
	"fmt"
	"io"
)

// FrameSpan is where one frame of a blob lies, in bytes.
type FrameSpan struct {
	Offset int64 // of the frame in the file
	Length int64 // of the frame in the file, header included
	Start  int64 // of its plaintext in the blob's plaintext
	Size   int64 // of its plaintext
	Final  bool
}

// BlobScan is what ScanFrames found.
type BlobScan struct {
	Frames []FrameSpan
	// End is where the last whole frame ends. Less than the file's size means that the
	// tail after it is torn: truncate there.
	End int64
	// Final says that the blob was finished. If not, recovery truncates to End and
	// appends an empty final frame with the index len(Frames).
	Final bool
}

// Size is the length of the blob's plaintext in bytes.
func (s BlobScan) Size() int64 {
	if len(s.Frames) == 0 {
		return 0
	}
	last := s.Frames[len(s.Frames)-1]
	return last.Start + last.Size
}

// ScanFrames finds the frames of a blob of size bytes by their headers. Of the frames
// only the last is decrypted: each was on the disk before the next was written, so
// only the last can be torn, also when its size already was on the disk and its bytes
// were not. The others are checked when they are opened.
//
// What a torn write can't explain (a whole frame behind the torn place, bytes after the
// final frame) is Unavailable vault.damaged, and nothing must be cut then.
func ScanFrames(r io.ReaderAt, size int64, key []byte, blobID [16]byte) (BlobScan, error) {
	s := frameScanner{r: r, size: size, key: key, id: blobID}
	if err := s.walk(); err != nil {
		return BlobScan{}, err
	}
	if err := s.dropTornLast(); err != nil {
		return BlobScan{}, err
	}
	if err := s.checkTail(); err != nil {
		return BlobScan{}, err
	}
	return s.found, nil
}

type frameScanner struct {
	r     io.ReaderAt
	size  int64
	key   []byte
	id    [16]byte
	found BlobScan
}

// walk follows the headers until one doesn't fit.
func (s *frameScanner) walk() error {
	for !s.found.Final {
		h, err := s.head(s.found.End)
		if errors.Is(err, errNoFrame) {
			return nil
		}
		if err != nil {
			return err
		}
		if int64(h.index) != int64(len(s.found.Frames)) {
			return nil
		}
		s.push(h)
	}
	return nil
}

var errNoFrame = errors.New("no frame here")

// head reads the header at offset; the frame it announces lies inside the file.
func (s *frameScanner) head(offset int64) (frameHead, error) {
	if s.size-offset < frameHeader {
		return frameHead{}, errNoFrame
	}
	var b [frameHeader]byte
	if err := s.readAt(b[:], offset); err != nil {
		return frameHead{}, err
	}
	h, ok := parseFrameHeader(b[:])
	if !ok || offset+frameHeader+int64(h.sealed) > s.size {
		return frameHead{}, errNoFrame
	}
	return h, nil
}

func (s *frameScanner) push(h frameHead) {
	span := FrameSpan{
		Offset: s.found.End,
		Length: int64(frameHeader + h.sealed),
		Start:  s.found.Size(),
		Size:   int64(h.sealed - frameExtra),
		Final:  h.final,
	}
	s.found.Frames = append(s.found.Frames, span)
	s.found.End += span.Length
	s.found.Final = h.final
}

// dropTornLast takes the last frame back if its bytes are not what was sealed.
func (s *frameScanner) dropTornLast() error {
	n := len(s.found.Frames)
	if n == 0 {
		return nil
	}
	last := s.found.Frames[n-1]
	whole, err := s.opens(last.Offset, last.Length, uint32(n-1)) // walk compared it to an index
	if err != nil || whole {
		return err
	}
	s.found.Frames = s.found.Frames[:n-1]
	s.found.End, s.found.Final = last.Offset, false
	return nil
}

// checkTail makes sure that what lies after the last whole frame is the rest of one
// write, and not a damaged place with good sound behind it.
func (s *frameScanner) checkTail() error {
	rest := s.size - s.found.End
	if rest == 0 {
		return nil
	}
	if s.found.Final || rest > frameHeader+maxSealed {
		return damaged("scan blob: more bytes than a torn write leaves")
	}
	for offset := s.found.End; offset < s.size; offset++ {
		h, err := s.head(offset)
		if errors.Is(err, errNoFrame) {
			continue
		}
		if err != nil {
			return err
		}
		whole, err := s.opens(offset, int64(frameHeader+h.sealed), h.index)
		if err != nil {
			return err
		}
		if whole {
			return damaged("scan blob: a whole frame behind a damaged one")
		}
	}
	return nil
}

func (s *frameScanner) opens(offset, length int64, index uint32) (bool, error) {
	frame := make([]byte, length)
	if err := s.readAt(frame, offset); err != nil {
		return false, err
	}
	data, _, err := OpenFrame(s.key, s.id, index, frame)
	clear(data)
	return err == nil, nil
}

func (s *frameScanner) readAt(b []byte, offset int64) error {
	if _, err := io.ReadFull(io.NewSectionReader(s.r, offset, int64(len(b))), b); err != nil {
		return fmt.Errorf("scan blob: %w", err)
	}
	return nil
}
