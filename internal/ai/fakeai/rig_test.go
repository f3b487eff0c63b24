package fakeai_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
)

// answer is what came back, read to its end.
type answer struct {
	status int
	header http.Header
	body   string
	err    error // of reading the body
}

// ask sends a request; a body that isn't text is sent as JSON.
func ask(t *testing.T, method, url string, body any, headers ...string) answer {
	t.Helper()
	text, isText := body.(string)
	if !isText && body != nil {
		b, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		text = string(b)
	}
	r, err := http.NewRequestWithContext(t.Context(), method, url, bytes.NewBufferString(text))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+fakeai.Key)
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return answer{err: err}
	}
	defer response.Body.Close()
	b, err := io.ReadAll(response.Body)
	return answer{response.StatusCode, response.Header, string(b), err}
}

// object decodes the answer.
func (a answer) object(t *testing.T) map[string]any {
	t.Helper()
	var o map[string]any
	if err := json.Unmarshal([]byte(a.body), &o); err != nil {
		t.Fatalf("%v in %q", err, a.body)
	}
	return o
}

// at walks down an object: "error.code", "choices.0.message".
func at(o any, path string) any {
	for _, step := range strings.Split(path, ".") {
		switch v := o.(type) {
		case map[string]any:
			o = v[step]
		case []any:
			i := int(step[0] - '0')
			if i >= len(v) {
				return nil
			}
			o = v[i]
		default:
			return nil
		}
	}
	return o
}

// events are the data of a stream, and whether [DONE] came.
func (a answer) events(t *testing.T) (all []map[string]any, done bool) {
	t.Helper()
	for _, line := range strings.Split(a.body, "\n") {
		data, isData := strings.CutPrefix(line, "data: ")
		switch {
		case data == "[DONE]":
			done = true
		case isData:
			var o map[string]any
			if err := json.Unmarshal([]byte(data), &o); err != nil {
				t.Fatalf("%v in %q", err, data)
			}
			all = append(all, o)
		case line != "" && !strings.HasPrefix(line, ":"):
			t.Fatalf("line %q of a stream", line)
		}
	}
	return all, done
}

// said joins the content of a stream.
func said(events []map[string]any) (text string) {
	for _, e := range events {
		part, _ := at(e, "choices.0.delta.content").(string)
		text += part
	}
	return text
}

func chatBody(more map[string]any) map[string]any {
	b := map[string]any{"model": fakeai.Chat, "messages": []any{map[string]any{"role": "user", "content": "Tell me."}}}
	for name, value := range more {
		b[name] = value
	}
	return b
}

const completions = "/chat/completions"
