package speech

import (
	"net/http"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// A server of a person's own is chosen, tried and used, by what the finder says of it.
func TestOwnServersWriteDown(t *testing.T) {
	for name, tt := range map[string]struct {
		brand         fakespeech.Brand
		path, dialect string
		model         string
	}{
		"speaches":    {fakespeech.Speaches, "/v1", "openai", "Systran/faster-whisper-small"},
		"whisper.cpp": {fakespeech.WhisperCpp, "", "whisper.cpp", "whisper.cpp"},
	} {
		t.Run(name, func(t *testing.T) {
			s := fakespeech.StartLocal(t, tt.brand, fakespeech.LocalOptions{})
			p := Scribes(http.DefaultClient, clock.System{})[provider.Server]
			a := provider.Access{Kind: provider.Server, BaseURL: s.URL + tt.path, Dialect: tt.dialect}
			if _, err := p.Check(t.Context(), a); err != nil {
				t.Errorf("check: %v", err)
			}
			models, err := p.Models(t.Context(), a, provider.Scribe)
			if err != nil || len(models) != 1 || models[0].ID != tt.model {
				t.Fatalf("%+v, %v", models, err)
			}
			choice := provider.Choice{Model: models[0].ID}
			if err := p.Try(t.Context(), a, provider.Scribe, choice); err != nil {
				t.Errorf("try: %v", err)
			}
			scribe, err := p.Scribe(a, choice)
			if err != nil {
				t.Fatal(err)
			}
			got, err := scribe.WriteDown(t.Context(), sound.Tone("I led the migration.", 16000), "en")
			if err != nil || got.Text != fakespeech.Heard || !got.Timed {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

func TestAnOwnServerThatHearsNothing(t *testing.T) {
	s := fakespeech.StartLocal(t, fakespeech.LMStudio, fakespeech.LocalOptions{})
	p := Scribes(http.DefaultClient, clock.System{})[provider.Server]
	a := provider.Access{Kind: provider.Server, BaseURL: s.URL + "/v1", Dialect: "lmstudio"}
	if models, err := p.Models(t.Context(), a, provider.Scribe); err != nil || len(models) != 0 {
		t.Errorf("%+v, %v", models, err)
	}
	if err := p.Try(t.Context(), a, provider.Scribe, provider.Choice{Model: "acme-8b"}); fault.Of(err).Key != "audioServer.unsupported" {
		t.Errorf("%v", err)
	}
}

func TestLanguagesThatScribesKnow(t *testing.T) {
	all := Scribes(http.DefaultClient, clock.System{})
	for _, tt := range []struct {
		kind  provider.Kind
		model string
		want  []string // nil: nobody can tell
	}{
		{provider.Server, "Systran/faster-whisper-base.en", []string{"en"}},
		{provider.Server, "Systran/faster-whisper-small", nil},
		{provider.Server, "whisper.cpp", nil},
		{provider.ElevenLabs, "scribe_v2", nil},
		{provider.Recogniser, "gone", nil},
	} {
		if got := all[tt.kind].Languages(provider.Choice{Model: tt.model}); !slices.Equal(got, tt.want) || (got == nil) != (tt.want == nil) {
			t.Errorf("%s %s: %v", tt.kind, tt.model, got)
		}
	}
}
