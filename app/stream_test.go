package app

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/posting"
)

// stream is an open /events.
type stream struct {
	t    *testing.T
	body io.ReadCloser
	in   *bufio.Scanner
}

// event is one that came: its id ("" for a level), name and payload.
type event struct {
	id      string
	Name    string          `json:"name"`
	Payload json.RawMessage `json:"payload"`
}

func (r *rig) listen(lastEventID string) *stream {
	r.t.Helper()
	req := r.request(http.MethodGet, "/events", "")
	if lastEventID != "" {
		req.Header.Set("Last-Event-ID", lastEventID)
	}
	res, err := r.client.Do(req)
	ok(r.t, err)
	r.t.Cleanup(func() { _ = res.Body.Close() })
	if got := res.Header.Get("Content-Type"); got != "text/event-stream" || res.Header.Get("Cache-Control") != "no-store" {
		r.t.Errorf("headers of the stream: %v", res.Header)
	}
	return &stream{r.t, res.Body, bufio.NewScanner(res.Body)}
}

// next waits for one event.
func (s *stream) next() event {
	s.t.Helper()
	var e event
	for s.in.Scan() {
		field, value, _ := strings.Cut(s.in.Text(), ": ")
		switch field {
		case "id":
			e.id = value
		case "data":
			ok(s.t, json.Unmarshal([]byte(value), &e))
		case "":
			return e
		}
	}
	s.t.Fatalf("the stream ended: %v", s.in.Err())
	return e
}

func TestEventsAreStreamed(t *testing.T) {
	r := newRig(t)
	r.enter()
	r.events.CareerChanged() // before the page was there: it reads everything anyway
	s := r.listen("")
	r.events.PostingChanged("p")
	r.events.MicrophoneTrouble(io.ErrNoProgress)
	if e := s.next(); e.id != "2" || e.Name != "posting:changed" || string(e.Payload) != `{"id":"p","seq":2}` {
		t.Errorf("first came %+v", e)
	}
	if e := s.next(); e.id != "3" || e.Name != "microphone:trouble" || !strings.Contains(string(e.Payload), `"key":"fault.internal"`) {
		t.Errorf("then came %+v", e)
	}
}

func TestStreamGoesOnWhereThePageLeftOff(t *testing.T) {
	r := newRig(t)
	r.enter()
	for n := range 5 {
		r.events.PostingChanged(posting.ID(fmtID(n)))
	}
	s := r.listen("2")
	for _, want := range []string{"3", "4", "5"} {
		if e := s.next(); e.id != want {
			t.Errorf("came %s, want %s", e.id, want)
		}
	}
}

func fmtID[T any](n T) string { return fmt.Sprint(n) }

// Who was away for too long, or comes from another run of the app, reads everything again.
func TestGapAsksToReadEverythingAgain(t *testing.T) {
	r := newRig(t)
	r.enter()
	for range ringSize + 10 {
		r.events.CareerChanged()
	}
	for away, want := range map[string]string{"9": "resync", "10": "career:changed", "5000": "resync", "-1": "resync"} {
		e := r.listen(away).next()
		if e.Name != want {
			t.Errorf("from %s on: %+v, want %s", away, e, want)
		}
		if want == "resync" && e.id != fmtID(ringSize+10) {
			t.Errorf("from %s on the page goes on at %s", away, e.id)
		}
	}
}

// Levels are never kept: a page gets the newest, and none from before it listened.
func TestLevelsAreCoalesced(t *testing.T) {
	r := newRig(t)
	r.enter()
	r.events.MicrophoneLevel(0.1)
	s := r.listen("")
	for n := range 500 {
		r.events.MicrophoneLevel(float64(n) / 500)
	}
	r.events.CareerChanged()
	r.events.MicrophoneLevel(1)
	levels, last := 0, ""
	for last != `{"level":1}` {
		e := s.next()
		if e.Name == "microphone:level" {
			levels, last = levels+1, string(e.Payload)
		}
		if e.Name == "microphone:level" && (e.id != "" || last == `{"level":0.1}` && levels == 1) {
			t.Fatalf("a level that was kept: %+v", e)
		}
	}
	if levels > 501 || len(r.browser.kept) != 1 {
		t.Errorf("%d levels came, %d events are kept", levels, len(r.browser.kept))
	}
}

func TestRingKeepsTheNewest(t *testing.T) {
	r := newRing()
	for n := range 3 * ringSize {
		r.Emit("x", n)
	}
	missed, gap := r.after(int64(3*ringSize - 2))
	if gap || len(missed) != 2 || !strings.Contains(string(missed[1].data), fmtID(3*ringSize-1)) || len(r.kept) != ringSize {
		t.Errorf("missed %v, gap %v, kept %d", missed, gap, len(r.kept))
	}
	if missed, gap = r.after(r.newest()); gap || len(missed) != 0 {
		t.Errorf("who is up to date missed %v, gap %v", missed, gap)
	}
	r.Emit("bad", func() {}) // no JSON: told in the log, and nothing else breaks
	if r.newest() != 3*ringSize {
		t.Error("an event that can't be sent got an id")
	}
}
