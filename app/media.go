package app

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/audio/wav"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Sounds reads recordings.
type Sounds interface {
	OpenRecording(ctx context.Context, id interview.RecordingID) (interview.Samples, error)
}

// Photos reads pictures.
type Photos interface {
	OpenPicture(ctx context.Context, id career.PictureID) (career.PictureFile, io.ReadSeekCloser, error)
}

// Media answers the reserved routes, the same in both shells: files a person picked
// come in, recordings, pictures and the computer's fonts go out. Nothing of it may be
// stored by the web view.
type Media struct {
	gate   *Gate
	files  *Files
	sounds Sounds
	photos Photos
	fonts  resume.Fonts
}

// NewMedia binds them.
func NewMedia(g *Gate, f *Files, s Sounds, p Photos, fonts resume.Fonts) *Media {
	return &Media{g, f, s, p, fonts}
}

// Assets is everything a page can load: the reserved routes and the page itself.
func (m *Media) Assets(page http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /local/files", receive(m.files.receive))
	mux.HandleFunc("POST /local/backups", receive(m.files.receiveBackup))
	mux.HandleFunc("GET /local/recordings/{name}", m.recording)
	mux.HandleFunc("GET /local/pictures/{id}", m.picture)
	mux.HandleFunc("GET "+fontRoute+"{id}", m.font)
	return secured(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if reserved(r.URL.Path) {
			w.Header().Set("Cache-Control", "no-store")
			mux.ServeHTTP(w, r)
			return
		}
		page.ServeHTTP(w, r)
	}))
}

// receive takes a file; the answer is {token} or {error}.
func receive(keep func(io.Reader) (string, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := keep(r.Body)
		if err != nil {
			writeJSON(w, map[string]any{"error": FormatError(err)})
			return
		}
		writeJSON(w, map[string]string{"token": token})
	}
}

// recording serves a recording as WAV, with Range.
func (m *Media) recording(w http.ResponseWriter, r *http.Request) {
	if _, err := m.gate.enter(); err != nil {
		http.Error(w, "closing", http.StatusServiceUnavailable)
		return
	}
	id := strings.TrimSuffix(r.PathValue("name"), ".wav")
	samples, err := m.sounds.OpenRecording(r.Context(), interview.RecordingID(id))
	if err != nil {
		FormatError(err)
		http.Error(w, "no such recording", http.StatusNotFound)
		return
	}
	defer samples.Close()
	w.Header().Set("Content-Type", "audio/wav")
	http.ServeContent(w, r, "", time.Time{}, withHeader(samples))
}

// picture serves a picture of the ledger.
func (m *Media) picture(w http.ResponseWriter, r *http.Request) {
	if _, err := m.gate.enter(); err != nil {
		http.Error(w, "closing", http.StatusServiceUnavailable)
		return
	}
	file, data, err := m.photos.OpenPicture(r.Context(), career.PictureID(r.PathValue("id")))
	if err != nil {
		FormatError(err)
		http.Error(w, "no such picture", http.StatusNotFound)
		return
	}
	defer data.Close()
	w.Header().Set("Content-Type", file.Type)
	http.ServeContent(w, r, "", time.Time{}, data)
}

// fontRoute is where the fonts are that resume.Fonts gave out, by their id.
const fontRoute = "/local/fonts/"

// font serves one face of a font of this computer.
func (m *Media) font(w http.ResponseWriter, r *http.Request) {
	if _, err := m.gate.enter(); err != nil {
		http.Error(w, "closing", http.StatusServiceUnavailable)
		return
	}
	data, err := m.fonts.Open(r.Context(), r.PathValue("id"))
	if err != nil {
		FormatError(err)
		http.Error(w, "no such font", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "font/sfnt")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// withHeader puts the 44 bytes of a WAV header before the samples.
func withHeader(s interview.Samples) io.ReadSeeker {
	header := wav.Header(interview.SampleRate, s.Size())
	return &headed{header: header[:], body: s}
}

// headed reads a header and then a body as one.
type headed struct {
	header []byte
	body   interview.Samples
	at     int64
}

func (h *headed) Read(p []byte) (int, error) {
	if n := int64(len(h.header)); h.at < n {
		copied := copy(p, h.header[h.at:])
		h.at += int64(copied)
		return copied, nil
	}
	if _, err := h.body.Seek(h.at-int64(len(h.header)), io.SeekStart); err != nil {
		return 0, err
	}
	n, err := h.body.Read(p)
	h.at += int64(n)
	return n, err
}

func (h *headed) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += h.at
	case io.SeekEnd:
		offset += int64(len(h.header)) + h.body.Size()
	}
	if offset < 0 {
		return 0, io.ErrUnexpectedEOF
	}
	h.at = offset
	return offset, nil
}
