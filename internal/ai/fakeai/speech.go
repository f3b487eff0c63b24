package fakeai

import (
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// speech is POST /audio/speech: raw samples as they are made.
func (s *Server) speech(x *visit) {
	in, err := readSpeech(x.call.Body)
	if err != nil {
		invalid(x.w, err.Error())
		return
	}
	m, found := s.find(in.model)
	if reason := s.unfitFor("speech", in.model, m, found); reason != nil {
		serve.JSON(x.w, reason.status, reason.body(in.model))
		return
	}
	if in.voice != "" && !slices.Contains(m.Voices, in.voice) {
		invalid(x.w, "unknown voice "+in.voice)
		return
	}
	if s.broke(x) || serve.Wait(x.r.Context(), s.options.Clock, s.options.Delays.FirstAudio) != nil {
		return
	}
	s.charge(x, float64(utf8.RuneCountInString(in.text))*price(m.Prompt))
	x.w.Header().Set("Content-Type", "audio/pcm")
	x.w.WriteHeader(http.StatusOK)
	chunks := slices.Collect(slices.Chunk(sound.Bytes(s.options.Voice(in.text)), 2*SpeechRate/10))
	for i, c := range chunks {
		if x.fault.Cut && i >= x.fault.After {
			serve.Cut(x.w)
		}
		if x.fault.Stall && i >= x.fault.After {
			<-x.r.Context().Done()
			return
		}
		if _, err := x.w.Write(c); err != nil {
			return
		}
		serve.Flush(x.w)
	}
}

// utterance is a request of /audio/speech.
type utterance struct{ model, text, voice string }

func readSpeech(b []byte) (utterance, error) {
	var o map[string]any
	if err := json.Unmarshal(b, &o); err != nil {
		return utterance{}, errors.New("the body must be one JSON object")
	}
	known := kinds{
		"model": "string", "input": "string", "voice": "string", "response_format": "string", "speed": "number",
		"provider": "object", "input_references": "array",
	}
	if err := onlyKeys("the request", o, known); err != nil {
		return utterance{}, err
	}
	var in utterance
	in.model, _ = o["model"].(string)
	in.text, _ = o["input"].(string)
	in.voice, _ = o["voice"].(string)
	switch {
	case in.model == "" || in.text == "":
		return in, errors.New("model and input are required")
	case o["response_format"] == "mp3":
		return in, errors.New("the fake's models speak pcm only")
	case o["response_format"] != nil && o["response_format"] != "pcm":
		return in, errors.New("response_format must be mp3 or pcm")
	}
	return in, nil
}
