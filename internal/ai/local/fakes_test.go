package local_test

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai"
	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/ai/local"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

func port(t *testing.T, address string) int {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(u.Port())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// brands are the servers a person may run, and what is to be found of them.
var brands = map[string]struct {
	brand fakespeech.Brand
	chat  fakeai.Brand // empty: it has none
	o     fakespeech.LocalOptions
	want  local.Server // without its address
}{
	"Ollama": {fakespeech.Ollama, fakeai.Ollama, fakespeech.LocalOptions{},
		local.Server{Kind: local.Ollama, BaseURL: "/v1", Models: []string{"acme-8b:latest", "phonon:latest"}, Chats: true}},
	"llama.cpp": {fakespeech.LlamaCpp, fakeai.LlamaCpp, fakespeech.LocalOptions{},
		local.Server{Kind: local.LlamaCpp, BaseURL: "/v1", Models: []string{"acme-8b"}, Chats: true}},
	"LM Studio": {fakespeech.LMStudio, fakeai.LMStudio, fakespeech.LocalOptions{},
		local.Server{Kind: local.LMStudio, BaseURL: "/v1", Models: []string{"acme-8b"}, Chats: true}},
	"whisper.cpp": {fakespeech.WhisperCpp, "", fakespeech.LocalOptions{}, local.Server{Kind: local.WhisperCpp, Transcribes: true}},
	"Kokoro": {fakespeech.Kokoro, "", fakespeech.LocalOptions{},
		local.Server{Kind: local.Kokoro, BaseURL: "/v1", Models: []string{"kokoro", "tts-1"}, Voices: []string{"af_bella", "af_heart", "am_michael"}, Speaks: true}},
	"old Kokoro": {fakespeech.Kokoro, "", fakespeech.LocalOptions{OldBuild: true},
		local.Server{Kind: local.Kokoro, BaseURL: "/v1", Models: []string{"kokoro", "tts-1"}, Voices: []string{"af_bella", "af_heart", "am_michael"}, Speaks: true}},
	"speaches": {fakespeech.Speaches, "", fakespeech.LocalOptions{},
		local.Server{Kind: local.OpenAI, BaseURL: "/v1", Models: []string{"Systran/faster-whisper-small", "speaches-ai/Kokoro-82M-v1.0-ONNX"},
			Voices: []string{"af_heart"}, Transcribes: true, Speaks: true}},
}

func TestEveryBrandIsFound(t *testing.T) {
	for name, tt := range brands {
		t.Run(name, func(t *testing.T) {
			s := fakespeech.StartLocal(t, tt.brand, tt.o)
			got := local.FindAt(t.Context(), http.DefaultClient, []int{port(t, s.URL)})
			want := tt.want
			want.BaseURL = s.URL + want.BaseURL
			if len(got) != 1 || got[0].Kind != want.Kind || got[0].BaseURL != want.BaseURL || !slices.Equal(got[0].Models, want.Models) || !slices.Equal(got[0].Voices, want.Voices) ||
				got[0].Chats != want.Chats || got[0].Transcribes != want.Transcribes || got[0].Speaks != want.Speaks {
				t.Errorf("%+v", got)
			}
			for _, r := range s.Calls("") {
				if r.Method != http.MethodGet || len(r.Body) > 0 {
					t.Errorf("%s %s was sent", r.Method, r.Path)
				}
			}
		})
	}
}

func TestAServerThatIsStillLoadingIsNotOfferedYet(t *testing.T) {
	s := fakespeech.StartLocal(t, fakespeech.LlamaCpp, fakespeech.LocalOptions{Loading: true})
	if got := local.FindAt(t.Context(), http.DefaultClient, []int{port(t, s.URL)}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// quirks are what compatible servers leave out or put in.
var quirks = map[string]fakeai.Quirks{
	"none": {}, "no usage": {NoUsage: true}, "no id": {NoID: true}, "null": {NullContent: true}, "thinks aloud": {Think: true},
	"all": {NoUsage: true, NoID: true, NullContent: true, Think: true},
}

func thinking(q fakeai.Request) fakeai.Reply {
	r := fakeai.Script{Level: 4}.Reply(q)
	r.Reasoning = `Maybe {"criteria":[]}? No.`
	return r
}

// What was found can be used as it was found, by a model it named.
func TestWhatIsFoundCoaches(t *testing.T) {
	for name, tt := range brands {
		for oddity, q := range quirks {
			if tt.chat == "" {
				continue
			}
			t.Run(name+", "+oddity, func(t *testing.T) {
				chat := fakeai.NewLocal(tt.chat, fakeai.Options{Reply: thinking}, q)
				tt.o.Chat = chat
				s := fakespeech.StartLocal(t, tt.brand, tt.o)
				found := local.FindAt(t.Context(), http.DefaultClient, []int{port(t, s.URL)})
				if len(found) != 1 || len(found[0].Models) == 0 {
					t.Fatalf("%+v", found)
				}
				c, err := ai.New(ai.Options{BaseURL: found[0].BaseURL, HTTP: http.DefaultClient, Clock: testkit.NewClock(), Patience: time.Hour})
				if err != nil {
					t.Fatal(err)
				}
				play(t, ai.NewCoach(c, found[0].Models[0], false, nil))
				for _, call := range chat.Calls() {
					if len(call.Attribution) > 0 {
						t.Errorf("%v were sent", call.Attribution)
					}
				}
			})
		}
	}
}

func play(t *testing.T, c *ai.Coach) {
	t.Helper()
	words := strings.Fields("I drew up a new rota with the night team and tried it for two weeks before anybody had to work more.")
	score := scoring.Rate(t.Context(), c, scoring.Answer{Question: "Tell me about a plan.", Words: words}, scoring.Options{Runs: scoring.Runs, Compose: ai.Compose})
	if score.Scored != 5 || *score.Overall < 3.99 || score.CostUSD != nil {
		t.Errorf("%+v", score)
	}
	task := followup.Task{Question: "Tell me about a plan.", Answer: strings.Join(words, " ")}
	if q, err := c.FollowUp(t.Context(), task); err != nil || !followup.Fits(q.Question, task) {
		t.Errorf("%+v, %v", q, err)
	}
}

func TestAModelAServerDoesNotHave(t *testing.T) {
	for _, brand := range []fakeai.Brand{fakeai.Ollama, fakeai.LMStudio} {
		s := fakeai.StartLocal(t, brand, fakeai.Options{}, fakeai.Quirks{})
		c, err := ai.New(ai.Options{BaseURL: s.URL, HTTP: http.DefaultClient, Clock: testkit.NewClock()})
		if err != nil {
			t.Fatal(err)
		}
		r := ai.Request{Model: "gone", Messages: []ai.Message{{Role: ai.User, Text: "Hello"}}}
		if _, err := c.Chat(t.Context(), r, nil); fault.Of(err).Key != "ai.modelMissing" || len(s.Calls()) != 1 {
			t.Errorf("%s: %v after %d calls", brand, err, len(s.Calls()))
		}
	}
}
