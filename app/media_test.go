package app

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/resume"
)

const recordingID = interview.RecordingID("11111111-1111-4111-8111-111111111111")

// recorded has one recording of n samples.
func recorded(t *testing.T, n int) (*rig, []byte) {
	r := newRig(t)
	r.enter()
	samples := make([]int16, n)
	for i := range samples {
		samples[i] = int16(i * 3)
	}
	_, err := r.store.CreateRecording(bg, interview.Recording{ID: recordingID})
	ok(t, err)
	ok(t, r.store.Append(bg, recordingID, samples))
	return r, binary.LittleEndian.AppendUint16(asBytes(samples[:n-1]), uint16(samples[n-1]))
}

func asBytes(samples []int16) []byte {
	var out []byte
	for _, s := range samples {
		out = binary.LittleEndian.AppendUint16(out, uint16(s))
	}
	return out
}

func TestRecordingIsServedAsWAV(t *testing.T) {
	r, pcm := recorded(t, 5000)
	res, body := r.do(r.request("GET", "/local/recordings/"+string(recordingID)+".wav", ""))
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "audio/wav" || res.Header.Get("Cache-Control") != "no-store" || res.Header.Get("Accept-Ranges") != "bytes" {
		t.Errorf("%s with %v", res.Status, res.Header)
	}
	checkHeaders(t, res.Header)
	raw := []byte(body)
	le := binary.LittleEndian
	if len(raw) != 44+len(pcm) || string(raw[:4]) != "RIFF" || string(raw[8:16]) != "WAVEfmt " || string(raw[36:40]) != "data" {
		t.Fatalf("%d bytes beginning with %q", len(raw), raw[:44])
	}
	if le.Uint32(raw[4:]) != uint32(len(raw)-8) || le.Uint16(raw[20:]) != 1 || le.Uint16(raw[22:]) != 1 || le.Uint32(raw[24:]) != 16000 ||
		le.Uint16(raw[34:]) != 16 || le.Uint32(raw[40:]) != uint32(len(pcm)) {
		t.Errorf("the header is % x", raw[:44])
	}
	if !bytes.Equal(raw[44:], pcm) {
		t.Error("the samples came out different")
	}
}

func TestRecordingByRange(t *testing.T) {
	r, pcm := recorded(t, 5000)
	path := "/local/recordings/" + string(recordingID) + ".wav"
	whole := append(make([]byte, 44), pcm...)
	for ranges, want := range map[string][2]int{
		"bytes=100-199": {100, 200}, "bytes=40-50": {40, 51}, "bytes=9000-": {9000, len(whole)}, "bytes=-10": {len(whole) - 10, len(whole)},
		"bytes=44-44": {44, 45},
	} {
		req := r.request("GET", path, "")
		req.Header.Set("Range", ranges)
		res, body := r.do(req)
		got := []byte(body)
		if res.StatusCode != http.StatusPartialContent || len(got) != want[1]-want[0] || want[0] >= 44 && !bytes.Equal(got, whole[want[0]:want[1]]) {
			t.Errorf("%s: %s with %d bytes", ranges, res.Status, len(got))
		}
		if res.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be stored", ranges)
		}
	}
	req := r.request("GET", path, "")
	req.Header.Set("Range", "bytes=99999-")
	if res, _ := r.do(req); res.StatusCode != http.StatusRequestedRangeNotSatisfiable {
		t.Errorf("past the end: %s", res.Status)
	}
}

func TestRecordingThatIsNot(t *testing.T) {
	r, _ := recorded(t, 10)
	for _, path := range []string{"/local/recordings/unknown.wav", "/local/recordings/", "/local/recordings/a/b.wav", "/local/other"} {
		if res, _ := r.do(r.request("GET", path, "")); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s", path, res.Status)
		}
	}
	r.store.Lock()
	if res, body := r.do(r.request("GET", "/local/recordings/"+string(recordingID)+".wav", "")); res.StatusCode != http.StatusNotFound || strings.Contains(body, "RIFF") {
		t.Errorf("while locked: %s", res.Status)
	}
}

func (r *rig) upload(path string, body io.Reader) answer {
	r.t.Helper()
	req, err := http.NewRequest(http.MethodPost, r.origin+path, body)
	ok(r.t, err)
	req.Header.Set("Origin", r.origin)
	_, got := r.do(req)
	return decode(r.t, got)
}

func TestUploadIsTakenOnce(t *testing.T) {
	r := newRig(t)
	r.enter()
	first := r.upload("/local/files", strings.NewReader("one")).Token
	second := r.upload("/local/files", strings.NewReader("two")).Token
	if _, err := r.files.take(first); err == nil || first == "" {
		t.Error("two files are held at once")
	}
	if data, err := r.files.take(second); err != nil || string(data) != "two" {
		t.Errorf("took %q, %v", data, err)
	}
	for _, token := range []string{second, "", "x"} {
		if _, err := r.files.take(token); err == nil {
			t.Errorf("took %q", token)
		}
	}
	third := r.upload("/local/files", strings.NewReader("three")).Token
	r.files.Forget()
	if _, err := r.files.take(third); err == nil {
		t.Error("forgot nothing")
	}
}

// endless is as long as it is read.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestUploadLimit(t *testing.T) {
	r := newRig(t)
	r.enter()
	if a := r.upload("/local/files", io.LimitReader(endless{}, maxDocumentMiB<<20)); a.Error != nil {
		t.Errorf("as much as is allowed: %+v", a.Error)
	}
	if a := r.upload("/local/files", io.LimitReader(endless{}, maxDocumentMiB<<20+1)); a.Error == nil || a.Error.Key != "file.tooLarge" || a.Error.Params["maxMb"] != "20" {
		t.Errorf("a byte more: %+v", a)
	}
}

func TestBackupUploadLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	r := newRig(t)
	r.enter()
	left := func() int {
		files, err := os.ReadDir(temp)
		ok(t, err)
		return len(files)
	}
	token := r.upload("/local/backups", strings.NewReader("sealed")).Token
	if _, err := r.files.take(token); err == nil || left() != 1 {
		t.Errorf("a backup was taken for a document, or lies in %d files", left())
	}
	read := ""
	use := func(in io.Reader) error {
		raw, err := io.ReadAll(in)
		read += string(raw)
		return err
	}
	failed := r.files.withBackup(token, func(io.Reader) error { return io.ErrUnexpectedEOF })
	if failed == nil || left() != 1 {
		t.Errorf("after a mistyped key: %v, %d files", failed, left())
	}
	ok(t, r.files.withBackup(token, use))
	if read != "sealed" || left() != 0 {
		t.Errorf("read %q, %d files left", read, left())
	}
	if r.files.withBackup(token, use) == nil {
		t.Error("used a backup twice")
	}
	r.upload("/local/backups", strings.NewReader("sealed"))
	r.upload("/local/files", strings.NewReader("a document in its place"))
	if left() != 0 {
		t.Error("the backup that was replaced is still there")
	}
}

// oneFont is a computer with one font, for Arabic.
type oneFont struct{}

func (oneFont) Find(_ context.Context, scripts []string) (found []resume.SystemFont, _ error) {
	for _, s := range scripts {
		if s == "Arab" {
			found = append(found, resume.SystemFont{Script: s, Family: "Naskh", ID: "a1"})
		}
	}
	return found, nil
}

func (oneFont) Open(_ context.Context, id string) ([]byte, error) {
	if id != "a1" {
		return nil, fault.New(fault.NotFound, "font.gone")
	}
	return []byte("OTTO and so on"), nil
}

func TestFontsAreServedById(t *testing.T) {
	r := newRig(t)
	r.enter()
	res, body := r.do(r.request("GET", "/local/fonts/a1", ""))
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "font/sfnt" || body != "OTTO and so on" {
		t.Errorf("%s %q with %v", res.Status, body, res.Header)
	}
	checkHeaders(t, res.Header)
	for _, path := range []string{"/local/fonts/", "/local/fonts/a2", "/local/fonts/..%2f..%2fetc%2fpasswd", "/local/fonts/a1/x"} {
		if res, body := r.do(r.request("GET", path, "")); res.StatusCode != http.StatusNotFound || strings.Contains(body, "root:") {
			t.Errorf("%s: %s", path, res.Status)
		}
	}
}
