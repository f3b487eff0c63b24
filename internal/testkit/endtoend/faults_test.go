package endtoend

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// The paths of the providers that are told to fail.
const (
	chatPath   = "/chat/completions"
	scribePath = "/v1/speech-to-text"
	voicePath  = "/v1/text-to-speech/" + fakespeech.Calm + "/stream"
	ownHearing = "/v1/audio/transcriptions"
	ownVoice   = "/v1/audio/speech"
)

// ofModel are what can go wrong with OpenRouter while an answer is scored.
var ofModel = map[string]struct {
	fault fakeai.Fault
	cause string
}{
	"401":                         {fakeai.Unauthorized(), "ai.invalidKey"},
	"402":                         {fakeai.PaymentRequired(), "ai.noCredit"},
	"403 moderated":               {fakeai.Moderated("a word"), "ai.contentRefused"},
	"403 guardrail":               {fakeai.Guarded(), "ai.contentRefused"},
	"404 privacy, zero retention": {fakeai.PrivacyRestricted(fakeai.Chat, "zdr"), "ai.privacyRestricted"},
	"404 privacy, training":       {fakeai.PrivacyRestricted(fakeai.Chat, "training"), "ai.privacyRestricted"},
	"404 model gone":              {fakeai.Deprecated(fakeai.Chat, fakeai.Plain), "ai.modelMissing"},
	"408":                         {fakeai.Timeout(), "ai.busy"},
	"429":                         {fakeai.RateLimited(0), "ai.rateLimited"},
	"429 with a wait":             {fakeai.RateLimited(3600), "ai.rateLimited"},
	"429 capacity":                {fakeai.CapacityExhausted(fakeai.Chat, 5), "ai.rateLimited"},
	"500":                         {fakeai.ServerError(), "ai.busy"},
	"502 as a page":               {fakeai.HTMLBadGateway(), "ai.busy"},
	"503":                         {fakeai.Unavailable(5), "ai.busy"},
	"reset":                       {fakeai.ConnectionReset(), "ai.unreachable"},
	"stream cut":                  {fakeai.Torn(4), "ai.cutOff"},
	"stream ends early":           {fakeai.Truncated(4), "ai.cutOff"},
	"200 with an error":           {fakeai.ErrorInBody(502, "x", "provider_unavailable"), "ai.busy"},
	"200 without credit":          {fakeai.ErrorInBody(402, "x", "payment_required"), "ai.noCredit"},
	"error in the stream":         {fakeai.MidStreamError(4, "server_error", "x", ""), "ai.busy"},
	"out of credit in the stream": {fakeai.MidStreamError(4, 402, "x", "payment_required"), "ai.noCredit"},
	"bad JSON":                    {fakeai.InvalidJSON(), "ai.badReply"},
	"JSON of another shape":       {fakeai.WrongShape(), "ai.badReply"},
	"an empty answer":             {fakeai.NoTokens(), "ai.badReply"},
	"too long an answer":          {fakeai.TooLong(), "ai.answerTooLong"},
	"refusal":                     {fakeai.Refused(), "ai.contentRefused"},
	"content filter":              {fakeai.Filtered(), "ai.contentRefused"},
	"context length":              {fakeai.InvalidRequest("context_length_exceeded", "x"), "ai.tooLong"},
	"a judgement of nothing":      {fakeai.Says(`{"criteria":[]}`), "ai.badReply"},
}

func TestFaultsOfTheModel(t *testing.T) {
	whole := newTrial(t)
	for name, tt := range ofModel {
		t.Run(name, func(t *testing.T) {
			r := whole.afresh(t)
			r.router.Fail(chatPath, serve.Every, tt.fault)
			r.begin()
			r.answer()
			r.assess()
			r.wants(tt.cause)
			r.madeGood()
		})
	}
}

// ofScribe are what can go wrong while an answer is written down: at ElevenLabs, or at a
// server of one's own.
var ofScribe = map[string]struct {
	fault fakespeech.Fault
	cause string
	own   bool
}{
	"401 wrong key":        {fakespeech.InvalidKey(), "elevenlabs.invalidKey", false},
	"401 permission":       {fakespeech.MissingPermission("speech_to_text"), "elevenlabs.missingPermission", false},
	"401 quota":            {fakespeech.QuotaExceeded(), "elevenlabs.quotaExceeded", false},
	"401 as a text":        {fakespeech.StringDetail(401, "Invalid API key"), "elevenlabs.invalidKey", false},
	"402":                  {fakespeech.Answer(402, nil), "elevenlabs.quotaExceeded", false},
	"422":                  {fakespeech.Unprocessable(), "elevenlabs.refused", false},
	"429 concurrency":      {fakespeech.TooManyRequests(false), "elevenlabs.tooManyAtOnce", false},
	"429 newer":            {fakespeech.TooManyRequests(true), "elevenlabs.tooManyAtOnce", false},
	"429 busy":             {fakespeech.SystemBusy(), "elevenlabs.busy", false},
	"500 as a text":        {fakespeech.StringDetail(500, "Internal Server Error"), "elevenlabs.outOfOrder", false},
	"502 as a page":        {fakespeech.HTMLBadGateway(), "elevenlabs.outOfOrder", false},
	"200 that is no JSON":  {fakespeech.Fault{Status: 200, Body: []byte("{\"text\": \"In Mar")}, "elevenlabs.badReply", false},
	"reset":                {fakespeech.ConnectionReset(), "elevenlabs.unreachable", false},
	"own 401":              {fakespeech.StringDetail(401, "Unauthorized"), "audioServer.invalidKey", true},
	"own 402":              {fakespeech.StringDetail(402, "Payment required"), "audioServer.noCredit", true},
	"own 403":              {fakespeech.StringDetail(403, "Forbidden"), "audioServer.refused", true},
	"own 404 model":        {fakespeech.StringDetail(404, "Model 'whisper' not found"), "audioServer.modelMissing", true},
	"own 413":              {fakespeech.StringDetail(413, "Request entity too large"), "audioServer.tooLarge", true},
	"own 429":              {fakespeech.StringDetail(429, "Too many requests"), "audioServer.rateLimited", true},
	"own 500":              {fakespeech.StringDetail(500, "Internal Server Error"), "audioServer.unavailable", true},
	"own 200, an error":    {fakespeech.Answer(200, map[string]any{"error": "model crashed"}), "audioServer.unavailable", true},
	"own 200, no JSON":     {fakespeech.Fault{Status: 200, Body: []byte("{\"text\": \"In Mar")}, "audioServer.badReply", true},
	"own connection reset": {fakespeech.ConnectionReset(), "audioServer.cutOff", true},
}

func TestFaultsOfTheRecogniser(t *testing.T) {
	whole := newTrial(t)
	for name, tt := range ofScribe {
		t.Run(name, func(t *testing.T) {
			r := whole.afresh(t)
			if tt.own {
				r.choose(provider.Scribe, r.ownID, "whisper")
				r.own.Fail(ownHearing, serve.Every, tt.fault)
			}
			r.eleven.Fail(scribePath, serve.Every, tt.fault)
			r.begin()
			r.answer()
			r.assess()
			r.wants(tt.cause)
			r.choose(provider.Scribe, provider.ID(provider.ElevenLabs), "scribe_v2")
			r.madeGood()
		})
	}
}

// ofVoice are what can go wrong while a question is spoken. The question is on the screen,
// so the answer is given, written down and scored all the same.
var ofVoice = map[string]struct {
	fault fakespeech.Fault
	cause string
	own   bool
}{
	"401 wrong key":   {fakespeech.InvalidKey(), "elevenlabs.invalidKey", false},
	"401 permission":  {fakespeech.MissingPermission("text_to_speech"), "elevenlabs.missingPermission", false},
	"401 quota":       {fakespeech.QuotaExceeded(), "elevenlabs.quotaExceeded", false},
	"403 plan":        {fakespeech.CreatorOnly(), "elevenlabs.planTooSmall", false},
	"404 voice":       {fakespeech.VoiceNotFound(404), "elevenlabs.voiceNotFound", false},
	"400 voice":       {fakespeech.VoiceNotFound(400), "elevenlabs.voiceNotFound", false},
	"429 concurrency": {fakespeech.TooManyRequests(false), "elevenlabs.tooManyAtOnce", false},
	"429 busy":        {fakespeech.SystemBusy(), "elevenlabs.busy", false},
	"502 as a page":   {fakespeech.HTMLBadGateway(), "elevenlabs.outOfOrder", false},
	"stream cut":      {fakespeech.Torn(3), "elevenlabs.cutOff", false},
	"own 401":         {fakespeech.StringDetail(401, "Unauthorized"), "audioServer.invalidKey", true},
	"own 402":         {fakespeech.StringDetail(402, "Payment required"), "audioServer.noCredit", true},
	"own 500":         {fakespeech.StringDetail(500, "Internal Server Error"), "audioServer.unavailable", true},
	"own, no sound":   {fakespeech.Answer(200, map[string]any{"error": "out of memory"}), "audioServer.unavailable", true},
}

func TestFaultsOfTheVoice(t *testing.T) {
	whole := newTrial(t)
	for name, tt := range ofVoice {
		t.Run(name, func(t *testing.T) {
			r := whole.afresh(t)
			if tt.own {
				r.choose(provider.Voice, r.ownID, "af_heart@whisper")
				r.own.Fail(ownVoice, serve.Every, tt.fault)
			}
			r.eleven.Fail(voicePath, serve.Every, tt.fault)
			r.begin()
			r.wantsTold(tt.cause)
			r.answer()
			r.keptAll()
			r.madeGood()
		})
	}
}
