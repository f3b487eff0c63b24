package speech

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/recogniser"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

// Whoever has nothing but what Debian brings gets words for what was said.
func TestTheRecogniserOfThisComputerWritesDown(t *testing.T) {
	p := Scribes(http.DefaultClient, clock.System{})[provider.Recogniser]
	models, err := p.Models(t.Context(), provider.Access{}, provider.Scribe)
	if err != nil || len(models) == 0 {
		t.Fatalf("none is installed: %v", err)
	}
	rough := models[len(models)-1]
	if !rough.Rough {
		t.Errorf("%+v is not said to be rough", rough)
	}
	choice := provider.Choice{ProviderID: "recogniser", Model: rough.ID}
	if known := p.Languages(choice); !slices.Equal(known, []string{"en"}) {
		t.Errorf("it knows %v", known)
	}
	if err := p.Try(t.Context(), provider.Access{}, provider.Scribe, choice); err != nil {
		t.Error(err)
	}
	s, err := p.Scribe(provider.Access{}, choice)
	if err != nil {
		t.Fatal(err)
	}
	said, err := s.WriteDown(t.Context(), spoken(t, "I worked with the team on the new schedule for two weeks."), "en")
	if err != nil || !strings.Contains(said.Text, "two weeks") || !said.Timed {
		t.Errorf("%+v, %v", said, err)
	}
	if _, err := p.Scribe(provider.Access{}, provider.Choice{Model: "gone"}); fault.Of(err).Key != "speech.recogniserMissing" {
		t.Errorf("%v", err)
	}
}

// spoken is flite's best voice at the recognisers' rate.
func spoken(t *testing.T, text string) []int16 {
	t.Helper()
	file := t.TempDir() + "/said.wav"
	if out, err := exec.Command("flite", "-voice", "rms", "-t", text, "-o", file).CombinedOutput(); err != nil {
		t.Fatalf("flite: %v %s", err, out)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	samples, rate, err := wave.Parse(raw)
	if err != nil || rate != recogniser.Rate {
		t.Fatalf("%d Hz, %v", rate, err)
	}
	return samples
}

func TestWithoutRecogniserThatIsSaid(t *testing.T) {
	p := programs{clock.System{}, func(clock.Clock) []*recogniser.Recogniser { return nil }}
	if _, err := p.Check(t.Context(), provider.Access{}); fault.Of(err).Key != "speech.recogniserMissing" {
		t.Errorf("%v", err)
	}
}

func TestServersAreAskedInTheirOwnWay(t *testing.T) {
	asked := []string{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		switch r.URL.Path {
		case "/v1/models":
			_, _ = w.Write([]byte(`{"data":[{"id":"whisper-1"},{"id":"gpt"}]}`))
		default:
			_, _ = w.Write([]byte(`{"text":"two weeks"}`))
		}
	}))
	defer s.Close()
	p := Scribes(s.Client(), clock.System{})[provider.Server]
	plain := provider.Access{Kind: provider.Server, BaseURL: s.URL + "/v1"}
	models, err := p.Models(t.Context(), plain, provider.Scribe)
	if err != nil || len(models) != 1 || models[0].ID != "whisper-1" {
		t.Errorf("%+v, %v", models, err)
	}
	w, err := p.Scribe(plain, provider.Choice{Model: "whisper-1"})
	if err != nil {
		t.Fatal(err)
	}
	if said, err := w.WriteDown(t.Context(), make([]int16, 16000), "en"); err != nil || said.Text != "two weeks" {
		t.Errorf("%+v, %v", said, err)
	}
	whisper := provider.Access{Kind: provider.Server, BaseURL: s.URL, Dialect: "whisper.cpp"}
	if _, err := p.Check(t.Context(), whisper); err != nil || asked[len(asked)-1] != "/inference" {
		t.Errorf("%v, %v", asked, err)
	}
}
