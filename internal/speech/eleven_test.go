package speech

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
)

// A key that may only write down is a good one; one that may only speak is told what it lacks.
func TestAKeyOfElevenLabsIsJudgedByWhatItIsFor(t *testing.T) {
	const missing = `{"detail":{"status":"missing_permissions","message":"The API key you used is missing the permission x to execute this operation."}}`
	for name, tt := range map[string]struct {
		hears bool
		key   string
	}{"hears": {true, ""}, "speaks only": {false, "elevenlabs.missingPermission"}} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			w.Header().Set("Content-Type", "application/json")
			if r.URL.Path == "/v1/speech-to-text" && tt.hears {
				_, _ = io.WriteString(w, `{"language_code":"eng","text":"two weeks","words":[{"text":"two","start":0,"end":0.2,"type":"word"},{"text":" ","type":"spacing"},{"text":"weeks","start":0.3,"end":0.6,"type":"word"}]}`)
				return
			}
			w.WriteHeader(http.StatusUnauthorized)
			_, _ = io.WriteString(w, missing)
		}))
		p := eleven{s.Client(), clock.System{}, s.URL}
		_, err := p.Check(t.Context(), provider.Access{Key: "xi-0123456789abcdef0123"})
		if tt.key == "" && err != nil || tt.key != "" && fault.Of(err).Key != tt.key {
			t.Errorf("%s: %v", name, err)
		}
		if tt.hears {
			scribe, err := p.Scribe(provider.Access{Key: "xi-0123456789abcdef0123"}, provider.Choice{})
			if err != nil {
				t.Fatal(err)
			}
			said, err := scribe.WriteDown(t.Context(), make([]int16, 16000), "en")
			if err != nil || said.Text != "two weeks" || len(said.Words) != 2 || !said.KeepsFillers || said.Language != "en" {
				t.Errorf("%+v, %v", said, err)
			}
		}
		s.Close()
	}
}
