package fakespeech

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// item is a text that was spoken and kept: the default of every plan but Enterprise.
type item struct {
	id, request, voice, model, text string
	date                            int64
}

func (i item) entry() fields {
	return fields{
		"history_item_id": i.id, "request_id": i.request, "voice_id": i.voice, "voice_name": i.voice, "voice_category": "premade", "model_id": i.model,
		"text": i.text, "date_unix": i.date, "character_count_change_from": 0, "character_count_change_to": len(i.text),
		"content_type": "audio/mpeg", "state": "created", "settings": nil, "source": "TTS", "share_link_id": nil,
	}
}

// keep puts what was spoken into the history and gives its id there.
func (e *ElevenLabs) keep(request, voiceID, modelID, text string) (id string) {
	id = e.newID("item")
	e.mu.Lock()
	defer e.mu.Unlock()
	e.history = append([]item{{id, request, voiceID, modelID, text, e.options.Clock.Now().Unix()}}, e.history...)
	return id
}

// History are the texts that are kept, the newest first.
func (e *ElevenLabs) History() (texts []string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, i := range e.history {
		texts = append(texts, i.text)
	}
	return texts
}

// listHistory is GET /v1/history, the newest first.
func (e *ElevenLabs) listHistory(x *visit) {
	query := x.r.URL.Query()
	size := 100
	if text := query.Get("page_size"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 1000 {
			unprocessable(x.w, "less_than_equal", "Input should be between 1 and 1000", text, "query", "page_size")
			return
		}
		size = n
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	from := 1 + slices.IndexFunc(e.history, func(i item) bool { return i.id == query.Get("start_after_history_item_id") })
	end := min(from+size, len(e.history))
	list := []fields{}
	var last any
	for _, i := range e.history[from:end] {
		list, last = append(list, i.entry()), i.id
	}
	serve.JSON(x.w, http.StatusOK, fields{"history": list, "has_more": end < len(e.history), "last_history_item_id": last, "scanned_until": nil})
}

var itemUnknown = problem{http.StatusNotFound, "history_item_not_found", "The history item was not found."}

// showHistory is GET /v1/history/{id}.
func (e *ElevenLabs) showHistory(x *visit) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if at := e.find(x); at >= 0 {
		serve.JSON(x.w, http.StatusOK, e.history[at].entry())
		return
	}
	itemUnknown.write(x.w)
}

// deleteHistory is DELETE /v1/history/{id}.
func (e *ElevenLabs) deleteHistory(x *visit) {
	e.mu.Lock()
	defer e.mu.Unlock()
	at := e.find(x)
	if at < 0 {
		itemUnknown.write(x.w)
		return
	}
	e.history = slices.Delete(e.history, at, at+1)
	serve.JSON(x.w, http.StatusOK, fields{"status": "ok"})
}

// find needs the lock.
func (e *ElevenLabs) find(x *visit) int {
	return slices.IndexFunc(e.history, func(i item) bool { return i.id == x.r.PathValue("id") })
}
