package ai

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
)

// mostBytes bounds what is read of an answer that doesn't stream.
const mostBytes = 8 << 20

// transport lies beneath go-openai: it adds to requests what the library has no fields
// for, and makes faults of errors before the library sees, and loses, them.
type transport struct {
	http    *http.Client
	router  bool
	privacy Privacy
}

// extra goes along in a request's context: what the library can't say.
type extra struct {
	Request
	manners manners
	heard   func() // is told of signs of life
}

// demanding: only who can do all of it is to be asked.
func (e extra) demanding() bool { return e.Schema != nil && !e.lenient }

type extraKey struct{}

// heardOf is who wants to know of signs of life.
func heardOf(req *http.Request) func() {
	if more, ok := req.Context().Value(extraKey{}).(extra); ok && more.heard != nil {
		return more.heard
	}
	return func() {}
}

// Do is openai.HTTPDoer.
func (t *transport) Do(req *http.Request) (*http.Response, error) {
	if more, ok := req.Context().Value(extraKey{}).(extra); ok {
		if err := t.amend(req, more); err != nil {
			return nil, err
		}
	}
	res, err := t.send(req)
	if err != nil {
		return nil, err
	}
	return t.stream(res, heardOf(req))
}

// send does the request and makes faults of what isn't an answer.
func (t *transport) send(req *http.Request) (*http.Response, error) {
	res, err := t.http.Do(req) //nolint:gosec // G704: asking the server that the person named is what this is for
	if err != nil {
		if ctx := req.Context(); ctx.Err() != nil {
			return nil, fmt.Errorf("send request: %w", ctx.Err())
		}
		if errors.Is(err, errElsewhere) {
			return nil, fmt.Errorf("send request: %w", badReply())
		}
		return nil, fmt.Errorf("send request: %w", unreachable(err))
	}
	if res.StatusCode/100 != 2 {
		return nil, failed(res)
	}
	return res, nil
}

func failed(res *http.Response) error {
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, mostBytes))
	if err != nil {
		body = nil // the status says enough
	}
	return fmt.Errorf("answer with status %d: %w", res.StatusCode, refusal(res, body))
}

// stream makes the body one that tells errors and ends where the answer ends.
func (t *transport) stream(res *http.Response, heard func()) (*http.Response, error) {
	kind, _, _ := mime.ParseMediaType(res.Header.Get("Content-Type"))
	if kind == "text/event-stream" {
		res.Body = newEvents(res.Body, heard)
		return res, nil
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, mostBytes))
	if err != nil {
		return nil, fmt.Errorf("read answer: %w", cutOff())
	}
	if hasError(body) {
		var c chunk
		if json.Unmarshal(body, &c) == nil && c.errorOf() != nil {
			return nil, fmt.Errorf("answer with status 200: %w", inStream(c.errorOf()))
		}
	}
	if !json.Valid(body) {
		return nil, fmt.Errorf("answer of type %q: %w", kind, badReply())
	}
	// A whole answer is a stream of one event.
	event := append(append([]byte("data: "), compact(body)...), "\n\ndata: [DONE]\n\n"...)
	res.Body = newEvents(io.NopCloser(bytes.NewReader(event)), heard)
	return res, nil
}

func compact(body []byte) []byte {
	var out bytes.Buffer
	_ = json.Compact(&out, body) // it was valid a moment ago
	return out.Bytes()
}

// amend writes the request's body anew with what the library has no fields for.
func (t *transport) amend(req *http.Request, more extra) error {
	raw, err := io.ReadAll(req.Body)
	if err != nil {
		return fmt.Errorf("read request: %w", err)
	}
	var body map[string]any
	if err := json.Unmarshal(raw, &body); err != nil {
		return fmt.Errorf("read request: %w", err)
	}
	body["model"] = more.Model
	if !more.manners.ownTemperature {
		body["temperature"] = 0 // the library leaves a zero out
	}
	if more.MaxTokens > 0 {
		body[more.manners.bound] = more.MaxTokens
	}
	if t.router {
		body["provider"] = t.routing(more)
		if effort := effort(more); effort != "" {
			body["reasoning"] = map[string]any{"effort": effort, "exclude": true}
		}
	}
	if raw, err = json.Marshal(body); err != nil {
		return fmt.Errorf("write request: %w", err)
	}
	req.Body, req.ContentLength = io.NopCloser(bytes.NewReader(raw)), int64(len(raw))
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(raw)), nil }
	return nil
}

// routing keeps the words from providers that the person doesn't want them at.
func (t *transport) routing(more extra) map[string]any {
	out := map[string]any{"data_collection": "deny"}
	if t.privacy.AllowTraining {
		out["data_collection"] = "allow"
	}
	if t.privacy.ZeroRetention {
		out["zdr"] = true
	}
	if more.demanding() {
		out["require_parameters"] = true // support is a matter of each provider, not of the model
	}
	return out
}

// effort is how much a model is to think first; empty leaves it to the model.
func effort(more extra) string {
	switch {
	case more.Think:
		return ""
	case more.MustThink:
		return "minimal"
	}
	return "none"
}
