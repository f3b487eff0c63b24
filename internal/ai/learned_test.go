package ai_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai"
	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// A model that refuses a temperature of 0 and the older name of the bound is asked without,
// and from then on at once, by every client that learns together; its scores say so.
func TestAReasonerIsAskedAsItWants(t *testing.T) {
	s := fakeai.StartLocal(t, fakeai.Ollama, fakeai.Options{Reply: fakeai.Script{Level: 4}.Reply}, fakeai.Quirks{Reasoner: true})
	p := ai.Coaches{HTTP: http.DefaultClient, Clock: testkit.NewClock(), Learned: &ai.Learned{}}
	access, choice := provider.Access{Kind: provider.Server, BaseURL: s.URL + "/v1"}, provider.Choice{Model: fakeai.LocalModel}
	if err := p.Try(t.Context(), access, provider.Coach, choice); err != nil {
		t.Fatal(err)
	}
	if n := len(s.Calls()); n != 3 {
		t.Errorf("%d requests, not one for each refusal and one that was taken", n)
	}
	if b := bodies(t, s.Calls())[2]; b["temperature"] != nil || b["max_tokens"] != nil || b["max_completion_tokens"] == nil {
		t.Errorf("%v", b)
	}
	coach, err := p.Coach(access, choice, nil)
	if err != nil {
		t.Fatal(err)
	}
	score := rate(t.Context(), coach.(*ai.Coach), 3)
	if score.Scored != 5 || !score.Source.OwnTemperature || len(s.Calls()) != 6 {
		t.Errorf("%+v after %d requests", score, len(s.Calls()))
	}
}

// What is refused again without the field is told, and not asked for for ever.
func TestARefusalThatStays(t *testing.T) {
	for name, body := range map[string]map[string]any{
		"temperature":     {"param": "temperature", "code": "unsupported_value"},
		"bound":           {"param": "max_tokens", "code": "unsupported_parameter"},
		"the newer bound": {"param": "max_completion_tokens", "code": "unsupported_parameter"},
		"messages":        {"param": "messages", "code": "unsupported_value"},
		"no name":         {"param": nil, "code": "unsupported_value"},
		"a list":          {"param": []string{"temperature"}, "code": "unsupported_value"},
		"another code":    {"param": "temperature", "code": "invalid_value"},
	} {
		s := fakeai.StartLocal(t, fakeai.Ollama, fakeai.Options{}, fakeai.Quirks{})
		body["message"], body["type"] = "no", "invalid_request_error"
		s.Fail(serve.Every, fakeai.Answer(http.StatusBadRequest, map[string]any{"error": body}))
		c, _ := reach(t, ai.Options{BaseURL: s.URL})
		r := question(fakeai.LocalModel)
		r.MaxTokens = 9
		want := 1
		if name == "temperature" || name == "bound" {
			want = 2
		}
		if _, err := c.Chat(t.Context(), r, nil); fault.Of(err).Key != "ai.requestRefused" || len(s.Calls()) != want {
			t.Errorf("%s: %v after %d requests, want %d", name, err, len(s.Calls()), want)
		}
		s.Heal()
		if reply, err := c.Chat(t.Context(), r, nil); err != nil || reply.OwnTemperature || bodies(t, s.Calls())[want]["temperature"] != 0.0 {
			t.Errorf("%s: what was refused in vain was kept: %+v, %v", name, reply, err)
		}
	}
}

// wire answers every request itself and keeps it.
type wire struct{ body string }

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	raw, err := io.ReadAll(r.Body)
	w.body = string(raw)
	answer := `{"model":"m","choices":[{"message":{"content":"ready"},"finish_reason":"stop"}]}`
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(answer)), Request: r,
	}, err
}

// OpenAI's own models are given the newer name of the bound at once, all others the older.
func TestTheNameOfTheBound(t *testing.T) {
	for address, want := range map[string]string{
		"https://api.openai.com/v1": `"max_completion_tokens":9`, ai.OpenRouterURL: `"max_tokens":9`,
		"http://127.0.0.1:11434/v1": `"max_tokens":9`, "https://api.openai.com.example.org/v1": `"max_tokens":9`,
	} {
		w := &wire{}
		c, err := ai.New(ai.Options{BaseURL: address, HTTP: &http.Client{Transport: w}, Clock: testkit.NewClock(), OpenRouter: address == ai.OpenRouterURL})
		if err != nil {
			t.Fatal(err)
		}
		r := question("m")
		r.MaxTokens = 9
		if _, err := c.Chat(t.Context(), r, nil); err != nil || !strings.Contains(w.body, want) || strings.Count(w.body, "_tokens\"") != 1 {
			t.Errorf("%s: %s, %v", address, w.body, err)
		}
	}
}

// A server that only chats is told from one that isn't there, whatever it says of the list.
func TestAServerWithoutAListOfModels(t *testing.T) {
	for name, answer := range map[string]func(w http.ResponseWriter){
		"no such page":   func(w http.ResponseWriter) { http.NotFound(w, nil) },
		"no such method": func(w http.ResponseWriter) { w.WriteHeader(http.StatusMethodNotAllowed) },
		"not built":      func(w http.ResponseWriter) { w.WriteHeader(http.StatusNotImplemented) },
	} {
		calls := 0
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { calls++; answer(w) }))
		p := ai.Coaches{HTTP: s.Client(), Clock: testkit.NewClock()}
		if _, err := p.Check(t.Context(), provider.Access{Kind: provider.Server, BaseURL: s.URL}); fault.Of(err).Key != provider.NoModelList || calls != 1 {
			t.Errorf("%s: %v after %d calls", name, err, calls)
		}
		s.Close()
	}
}
