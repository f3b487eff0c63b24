package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
	"github.com/jobjourney/jobjourney/internal/testkit/sphinx"
)

// provider is one fake and what to tell about it.
type provider struct {
	name, address string
	handler       http.Handler
	base          string // path of the base URL to enter
	hints         []string
}

// print tells where a provider is and what to enter in the app.
func (p provider) print(out io.Writer, url string) {
	fmt.Fprintf(out, "%-11s base URL %s%s\n", p.name, url, p.base)
	for _, hint := range p.hints {
		fmt.Fprintf(out, "%-11s %s\n", "", hint)
	}
}

// failer is a fake that faults can be planned for.
type failer[F any] interface {
	Fail(path string, call int, f F)
}

// build makes the providers that have an address, with their faults planned.
func build(ctx context.Context, o options, out io.Writer) ([]provider, error) {
	trouble := func(err error) { fmt.Fprintln(out, "trouble:", err) }
	ai, speech := aiOptions(ctx, o, trouble), speechOptions(ctx, o, trouble)
	all := map[string]provider{}
	router := fakeai.New(ai)
	if o.credit > 0 {
		router.SetCredit(fakeai.Key, o.credit)
	}
	all["openrouter"] = provider{handler: router, base: "/api/v1", hints: []string{"key " + fakeai.Key, "sign-in page /auth"}}
	eleven := fakespeech.NewElevenLabs(speech)
	all["elevenlabs"] = provider{handler: eleven, hints: []string{"key " + fakespeech.Key, "key that may only speak " + fakespeech.TTSOnly}}
	locals := map[string]failer[fakespeech.Fault]{"elevenlabs": eleven}
	for name, kind := range kinds {
		l := fakespeech.NewLocal(kind.brand, fakespeech.LocalOptions{Options: speech, Chat: kind.talk(ai)})
		all[name] = provider{handler: l, base: kind.base, hints: kind.hints}
		locals[name] = l
	}
	if err := o.faults.plan(router, locals); err != nil {
		return nil, err
	}
	var wanted []provider
	for _, n := range names {
		p := all[n.name]
		p.name, p.address = n.name, *o.addresses[n.name]
		if p.address != "" {
			wanted = append(wanted, p)
		}
	}
	return wanted, nil
}

// local is how one kind of local server is made.
type local struct {
	brand fakespeech.Brand
	chat  fakeai.Brand // empty without a chat
	base  string
	hints []string
}

var kinds = map[string]local{
	"ollama":     {fakespeech.Ollama, fakeai.Ollama, "/v1", []string{"no key; chat model " + fakeai.LocalModel + ", voice model phonon"}},
	"lmstudio":   {fakespeech.LMStudio, fakeai.LMStudio, "/v1", []string{"no key; chat model " + fakeai.LocalModel}},
	"llamacpp":   {fakespeech.LlamaCpp, fakeai.LlamaCpp, "/v1", []string{"no key; any model name"}},
	"whispercpp": {fakespeech.WhisperCpp, "", "", []string{"no key; sound goes to /inference"}},
	"speaches":   {fakespeech.Speaches, "", "/v1", []string{"no key; models Systran/faster-whisper-small and speaches-ai/Kokoro-82M-v1.0-ONNX, voice af_heart"}},
	"kokoro":     {fakespeech.Kokoro, "", "/v1", []string{"no key; model kokoro, voice af_heart"}},
}

func (l local) talk(o fakeai.Options) http.Handler {
	if l.chat == "" {
		return nil
	}
	o.Models = nil // a local server has one of its own
	return fakeai.NewLocal(l.chat, o, fakeai.Quirks{})
}

func aiOptions(ctx context.Context, o options, trouble func(error)) fakeai.Options {
	a := fakeai.Options{Delays: o.ai, Transcribe: func([]int16) string { return o.heard }}
	if o.sphinx {
		s := sphinx.Options(ctx, trouble)
		a.Voice = s.Voice
		a.Transcribe = func(pcm []int16) string { return sound.Text(s.Words(pcm)) }
	}
	return a
}

func speechOptions(ctx context.Context, o options, trouble func(error)) fakespeech.Options {
	s := fakespeech.Options{Transcribe: func(pcm []int16) string {
		if sound.Silent(pcm) {
			return ""
		}
		return o.heard
	}}
	if o.sphinx {
		s = sphinx.Options(ctx, trouble)
		s.PartialEvery = 5 * time.Second // each partial is recognised from its beginning
	}
	s.Delays, s.Characters = o.speech, o.quota
	return s
}
