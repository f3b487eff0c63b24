package vault

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"pgregory.net/rapid"
)

var blobID = [16]byte{9, 8, 7}

// blob seals frames and returns each, and all in a row.
func blob(t testing.TB, key []byte, final bool, frames ...[]byte) (each [][]byte, all []byte) {
	t.Helper()
	for i, data := range frames {
		f, err := SealFrame(key, blobID, uint32(i), final && i == len(frames)-1, data)
		ok(t, err)
		each = append(each, f)
	}
	return each, bytes.Join(each, nil)
}

func scan(all, key []byte) (BlobScan, error) {
	return ScanFrames(bytes.NewReader(all), int64(len(all)), key, blobID)
}

func TestFrameRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := NewBlobKey()
		data := rapid.SliceOfN(rapid.Byte(), 0, 2000).Draw(t, "data")
		index, final := rapid.Uint32().Draw(t, "index"), rapid.Bool().Draw(t, "final")
		frame, err := SealFrame(key, blobID, index, final, data)
		if err != nil {
			t.Fatal(err)
		}
		got, end, err := OpenFrame(key, blobID, index, frame)
		if err != nil || end != final || !bytes.Equal(got, data) {
			t.Fatalf("round trip: %v", err)
		}
	})
}

func TestFrameEveryBitCounts(t *testing.T) {
	key := NewBlobKey()
	frame, err := SealFrame(key, blobID, 3, false, []byte("half a second"))
	ok(t, err)
	for bit := range len(frame) * 8 {
		altered := bytes.Clone(frame)
		altered[bit/8] ^= 1 << (bit % 8)
		if _, _, err := OpenFrame(key, blobID, 3, altered); !isDamaged(err) {
			t.Fatalf("bit %d: %v", bit, err)
		}
	}
	for n := range len(frame) {
		if _, _, err := OpenFrame(key, blobID, 3, frame[:n]); !isDamaged(err) {
			t.Fatalf("cut to %d bytes: %v", n, err)
		}
	}
}

func TestFrameBelongsToOnePlace(t *testing.T) {
	key := NewBlobKey()
	frame, err := SealFrame(key, blobID, 3, false, []byte("half a second"))
	ok(t, err)
	moved := bytes.Clone(frame)
	moved[7] = 4 // the header says another index
	for name, open := range map[string]func() ([]byte, bool, error){
		"other index": func() ([]byte, bool, error) { return OpenFrame(key, blobID, 4, frame) },
		"relabelled":  func() ([]byte, bool, error) { return OpenFrame(key, blobID, 4, moved) },
		"other blob":  func() ([]byte, bool, error) { return OpenFrame(key, [16]byte{}, 3, frame) },
		"other key":   func() ([]byte, bool, error) { return OpenFrame(NewBlobKey(), blobID, 3, frame) },
	} {
		if _, _, err := open(); !isDamaged(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFrameSizes(t *testing.T) {
	key := NewBlobKey()
	frame, err := SealFrame(key, blobID, 0, false, make([]byte, DataFrame))
	ok(t, err)
	if _, _, err := OpenFrame(key, blobID, 0, frame); err != nil {
		t.Errorf("the largest frame: %v", err)
	}
	if _, err := SealFrame(key, blobID, 0, false, make([]byte, DataFrame+1)); err == nil {
		t.Error("a frame too large was sealed")
	}
	if _, err := SealFrame([]byte("short"), blobID, 0, false, nil); err == nil {
		t.Error("a short key was taken")
	}
	huge := bytes.Clone(frame)
	huge[0] = 0x7f
	if _, _, err := OpenFrame(key, blobID, 0, huge); !isDamaged(err) {
		t.Errorf("a frame of 2 GB: %v", err)
	}
}

// Two frames of one index and one key never share a nonce.
func TestNoncesAreNotMadeFromTheIndex(t *testing.T) {
	key, seen := NewBlobKey(), map[string]bool{}
	for range 1000 {
		frame, err := SealFrame(key, blobID, 0, false, nil)
		ok(t, err)
		seen[string(frame[frameHeader:frameHeader+nonceSize])] = true
	}
	if len(seen) != 1000 {
		t.Errorf("%d nonces in 1000 frames", len(seen))
	}
}

func TestScanFindsEveryFrame(t *testing.T) {
	key := NewBlobKey()
	each, all := blob(t, key, true, []byte("one"), []byte("four"), nil)
	got, err := scan(all, key)
	ok(t, err)
	if !got.Final || got.End != int64(len(all)) || got.Size() != 7 || len(got.Frames) != 3 {
		t.Fatalf("scan: %+v", got)
	}
	for i, f := range got.Frames {
		data, final, err := OpenFrame(key, blobID, uint32(i), all[f.Offset:f.Offset+f.Length])
		if err != nil || final != f.Final || int64(len(data)) != f.Size || f.Length != int64(len(each[i])) {
			t.Errorf("frame %d: %+v, %v", i, f, err)
		}
	}
	if empty, err := scan(nil, key); err != nil || empty.Final || empty.End != 0 || empty.Size() != 0 {
		t.Errorf("an empty file: %+v, %v", empty, err)
	}
}

// recover does what the store does: cut, append an empty final frame, read.
func recovered(t *testing.T, torn, key []byte) []byte {
	t.Helper()
	found, err := scan(torn, key)
	ok(t, err)
	if found.Final {
		t.Fatal("torn and finished")
	}
	end, err := SealFrame(key, blobID, uint32(len(found.Frames)), true, nil)
	ok(t, err)
	whole := append(bytes.Clone(torn[:found.End]), end...)
	found, err = scan(whole, key)
	ok(t, err)
	if !found.Final || found.End != int64(len(whole)) {
		t.Fatalf("after recovery: %+v", found)
	}
	var plain []byte
	for i, f := range found.Frames {
		data, _, err := OpenFrame(key, blobID, uint32(i), whole[f.Offset:f.Offset+f.Length])
		ok(t, err)
		plain = append(plain, data...)
	}
	return plain
}

func TestTornTailAtEveryByte(t *testing.T) {
	key := NewBlobKey()
	sounds := [][]byte{bytes.Repeat([]byte{1}, 50), bytes.Repeat([]byte{2}, 60), bytes.Repeat([]byte{3}, 70)}
	each, all := blob(t, key, false, sounds...)
	for cut := range len(all) + 1 {
		var want []byte
		for i, end := 0, 0; i < len(each); i++ {
			if end += len(each[i]); end <= cut {
				want = append(want, sounds[i]...)
			}
		}
		if got := recovered(t, all[:cut], key); !bytes.Equal(got, want) {
			t.Fatalf("cut at %d: %d bytes of sound are left, want %d", cut, len(got), len(want))
		}
	}
}

// A file system may have made the file longer before the bytes arrived.
func TestTornTailOfZerosOrRubbish(t *testing.T) {
	key := NewBlobKey()
	each, all := blob(t, key, false, []byte("first"), bytes.Repeat([]byte{2}, 60))
	for keep := range len(each[1]) {
		for name, fill := range map[string]byte{"zeros": 0, "rubbish": 0xa5} {
			torn := bytes.Clone(all)
			for i := len(each[0]) + keep; i < len(torn); i++ {
				torn[i] = fill
			}
			if bytes.Equal(torn, all) {
				continue
			}
			if got := recovered(t, torn, key); string(got) != "first" {
				t.Fatalf("%s from %d: %q", name, keep, got)
			}
		}
	}
}

// Nothing that a torn write can't explain is ever cut off.
func TestDamageIsNotATornTail(t *testing.T) {
	key := NewBlobKey()
	each, all := blob(t, key, true, []byte("zero"), []byte("one"), []byte("two"), []byte("end"))
	join := func(order ...int) (out []byte) {
		for _, i := range order {
			out = append(out, each[i]...)
		}
		return out
	}
	broken := bytes.Clone(all)
	broken[len(each[0])] ^= 0x40 // length of the second frame
	for name, bytesOnDisk := range map[string][]byte{
		"a frame dropped":        join(0, 2, 3),
		"the first dropped":      join(1, 2, 3),
		"two swapped":            join(0, 2, 1, 3),
		"one twice":              join(0, 1, 1, 2, 3),
		"header broken inside":   broken,
		"bytes behind the end":   append(bytes.Clone(all), 1),
		"a frame behind the end": append(bytes.Clone(all), each[2]...),
		"much rubbish":           append(bytes.Clone(each[0]), make([]byte, 2*maxSealed)...),
	} {
		if got, err := scan(bytesOnDisk, key); !isDamaged(err) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// The tail of an unfinished blob can be cut unnoticed; the README says so. Of a finished
// one it can't.
func TestACutFinishedBlobIsUnfinished(t *testing.T) {
	key := NewBlobKey()
	each, all := blob(t, key, true, []byte("zero"), []byte("end"))
	got, err := scan(all[:len(each[0])], key)
	ok(t, err)
	if got.Final {
		t.Error("a cut blob passes for a finished one")
	}
}

type brokenDisk struct{ io.ReaderAt }

var errDisk = errors.New("i/o error")

func (brokenDisk) ReadAt([]byte, int64) (int, error) { return 0, errDisk }

func TestAnUnreadableDiskIsNotATornTail(t *testing.T) {
	if _, err := ScanFrames(brokenDisk{}, 100, NewBlobKey(), blobID); !errors.Is(err, errDisk) {
		t.Errorf("scan: %v", err)
	}
}

func FuzzScanFrames(f *testing.F) {
	key := bytes.Repeat([]byte{5}, keySize)
	_, all := blob(f, key, true, []byte("one"), []byte("two"))
	f.Add(all)
	f.Add(all[:len(all)-5])
	f.Add([]byte{0, 0, 0, 28, 0, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := scan(file, key)
		if err != nil {
			return
		}
		if got.End > int64(len(file)) || got.Final && got.End != int64(len(file)) {
			t.Fatalf("scan of %d bytes: %+v", len(file), got)
		}
		end := int64(0)
		for _, s := range got.Frames {
			if s.Offset != end || s.Length < frameHeader+frameExtra || s.Size < 0 {
				t.Fatalf("frames are not in a row: %+v", got.Frames)
			}
			end += s.Length
		}
	})
}
