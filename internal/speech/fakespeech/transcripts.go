package fakespeech

import (
	"net/http"
	"slices"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// writtenDown is a transcript of a recording. It is kept until it is deleted, as speech is
// in the history, but has a place of its own.
type writtenDown struct {
	id, text string
	answer   fields
}

func (e *ElevenLabs) keepTranscript(text string, answer fields) {
	id, _ := answer["transcription_id"].(string)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.written = append([]writtenDown{{id, text, answer}}, e.written...)
}

// Transcripts are the texts of recordings that are kept, the newest first.
func (e *ElevenLabs) Transcripts() (texts []string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, w := range e.written {
		texts = append(texts, w.text)
	}
	return texts
}

var transcriptUnknown = problem{http.StatusNotFound, "transcript_not_found", "The transcript was not found."}

// showTranscript is GET /v1/speech-to-text/transcripts/{id}.
func (e *ElevenLabs) showTranscript(x *visit) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if at := e.findTranscript(x); at >= 0 {
		serve.JSON(x.w, http.StatusOK, e.written[at].answer)
		return
	}
	transcriptUnknown.write(x.w)
}

// deleteTranscript is DELETE /v1/speech-to-text/transcripts/{id}.
func (e *ElevenLabs) deleteTranscript(x *visit) {
	e.mu.Lock()
	defer e.mu.Unlock()
	at := e.findTranscript(x)
	if at < 0 {
		transcriptUnknown.write(x.w)
		return
	}
	e.written = slices.Delete(e.written, at, at+1)
	serve.JSON(x.w, http.StatusOK, fields{"message": "Delete completed successfully"})
}

// findTranscript needs the lock.
func (e *ElevenLabs) findTranscript(x *visit) int {
	return slices.IndexFunc(e.written, func(w writtenDown) bool { return w.id == x.r.PathValue("id") })
}
