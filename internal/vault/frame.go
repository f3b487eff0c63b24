package vault

import (
	"encoding/binary"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Sizes of frames, in bytes of plaintext.
const (
	// SoundFrame is half a second of 16 kHz mono 16-bit sound: what a crash may lose.
	SoundFrame = 16_000
	// DataFrame is for everything else, and the most a frame may hold.
	DataFrame = 64 << 10
)

const (
	frameVersion = 1
	frameHeader  = 4 + 4 + 1 // u32 length of what follows the header | u32 index | u8 final
	frameExtra   = nonceSize + tagSize
	maxSealed    = DataFrame + frameExtra
)

// NewBlobKey makes the key of one blob. It is kept inside the sealed record that names
// the blob; deleting that record destroys the blob.
func NewBlobKey() []byte { return newSecret() }

// SealFrame encrypts one frame of a blob, header included. Indexes count from 0; the
// frame with final set is the last. Nonces are random: after a crash an index is
// written again, and a nonce made from it would then be used twice.
func SealFrame(key []byte, blobID [16]byte, index uint32, final bool, data []byte) ([]byte, error) {
	if len(data) > DataFrame {
		return nil, fmt.Errorf("seal frame: %d bytes are more than %d", len(data), DataFrame)
	}
	seals, err := rawAEAD(key)
	if err != nil {
		return nil, fmt.Errorf("seal frame: %w", err)
	}
	sealed, err := seals.Encrypt(data, frameAssociated(blobID, index, final))
	if err != nil {
		return nil, fmt.Errorf("seal frame: %w", err)
	}
	out := make([]byte, 0, frameHeader+len(sealed))
	out = binary.BigEndian.AppendUint32(out, uint32(len(sealed))) // at most maxSealed
	out = binary.BigEndian.AppendUint32(out, index)
	out = append(out, finalByte(final))
	return append(out, sealed...), nil
}

// OpenFrame is the reverse of SealFrame: frame is header and sealed bytes, whole. The
// caller owns data. An altered frame, another index, key or blob is Unavailable
// vault.damaged.
func OpenFrame(key []byte, blobID [16]byte, index uint32, frame []byte) (data []byte, final bool, err error) {
	h, ok := parseFrameHeader(frame)
	if !ok || h.index != index || len(frame) != frameHeader+h.sealed {
		return nil, false, damaged("open frame: header does not fit")
	}
	opens, err := rawAEAD(key)
	if err != nil {
		return nil, false, fmt.Errorf("open frame: %w", err)
	}
	data, err = opens.Decrypt(frame[frameHeader:], frameAssociated(blobID, index, h.final))
	if err != nil {
		return nil, false, fault.Wrap(fault.Unavailable, "vault.damaged", fmt.Errorf("open frame %d: %w", index, err))
	}
	return data, h.final, nil
}

type frameHead struct {
	sealed int // bytes after the header
	index  uint32
	final  bool
}

// parseFrameHeader refuses lengths no frame has, before anything is allocated for them.
func parseFrameHeader(b []byte) (frameHead, bool) {
	if len(b) < frameHeader {
		return frameHead{}, false
	}
	n := binary.BigEndian.Uint32(b)
	if n < frameExtra || n > maxSealed || b[8] > 1 {
		return frameHead{}, false
	}
	return frameHead{sealed: int(n), index: binary.BigEndian.Uint32(b[4:]), final: b[8] == 1}, true
}

func frameAssociated(blobID [16]byte, index uint32, final bool) []byte {
	out := make([]byte, 0, 1+16+4+1)
	out = append(out, frameVersion)
	out = append(out, blobID[:]...)
	out = binary.BigEndian.AppendUint32(out, index)
	return append(out, finalByte(final))
}

func finalByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}
