package main

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// aiFaults are those of openrouter, by the names the flag takes.
var aiFaults = map[string]fakeai.Fault{
	"401": fakeai.Unauthorized(), "402": fakeai.PaymentRequired(), "403": fakeai.Moderated("the answer"), "403-guardrail": fakeai.Guarded(),
	"404-zdr": fakeai.PrivacyRestricted(fakeai.Chat, "zdr"), "404-training": fakeai.PrivacyRestricted(fakeai.Chat, "training"),
	"408": fakeai.Timeout(), "429": fakeai.RateLimited(0), "429-retry-after": fakeai.RateLimited(5), "429-capacity": fakeai.CapacityExhausted(fakeai.Chat, 5),
	"500": fakeai.ServerError(), "502": fakeai.BadGateway(), "502-html": fakeai.HTMLBadGateway(), "503": fakeai.Unavailable(5),
	"524": fakeai.EdgeTimeout(), "529": fakeai.Overloaded(), "reset": fakeai.ConnectionReset(), "silent": fakeai.NeverAnswers(),
	"200-error": fakeai.ErrorInBody(http.StatusBadGateway, "Provider returned error", "provider_unavailable"),
	"comments":  fakeai.KeepAlive(400), "slow": fakeai.SlowFirstToken(8 * time.Second),
	"error-number": fakeai.MidStreamError(4, http.StatusTooManyRequests, "Rate limit exceeded", "rate_limit_exceeded"),
	"error-text":   fakeai.MidStreamError(4, "server_error", "Provider disconnected unexpectedly", ""),
	"truncated":    fakeai.Truncated(4), "torn": fakeai.Torn(4), "stalled": fakeai.Stalled(4), "length": fakeai.TooLong(),
	"filter": fakeai.Filtered(), "refusal": fakeai.Refused(), "reasoning": fakeai.Thinking("Let me think about that."), "empty": fakeai.NoTokens(),
	"bad-json": fakeai.InvalidJSON(), "wrong-shape": fakeai.WrongShape(),
}

// speechFaults are those of elevenlabs and the local servers.
var speechFaults = map[string]fakespeech.Fault{
	"401-key": fakespeech.InvalidKey(), "401-permission": fakespeech.MissingPermission("text_to_speech"), "401-quota": fakespeech.QuotaExceeded(),
	"400-voice": fakespeech.VoiceNotFound(http.StatusBadRequest), "404-voice": fakespeech.VoiceNotFound(http.StatusNotFound),
	"400-length": fakespeech.CharacterLimit(), "403-plan": fakespeech.CreatorOnly(), "422": fakespeech.Unprocessable(),
	"429-concurrency": fakespeech.TooManyRequests(false), "429-busy": fakespeech.SystemBusy(),
	"500-text": fakespeech.StringDetail(http.StatusInternalServerError, "Internal Server Error"), "502-html": fakespeech.HTMLBadGateway(),
	"reset": fakespeech.ConnectionReset(), "silent": fakespeech.NeverAnswers(), "torn": fakespeech.Torn(3), "stalled": fakespeech.Stalled(3),
	"paused": fakespeech.Paused(3, 2*time.Second), "big-frames": fakespeech.BigFrames(), "never-final": {Unfinished: true},
	"socket-1008":        fakespeech.SocketError(2, "internal_error", "Something went wrong."),
	"live-quota":         fakespeech.RealtimeError(10, "quota_exceeded", "You have exceeded your quota."),
	"live-limit":         fakespeech.RealtimeError(10, "session_time_limit_exceeded", "Maximum session time reached."),
	"live-rate":          fakespeech.RealtimeError(10, "rate_limited", "Too many requests."),
	"live-transcriber":   fakespeech.RealtimeError(10, "transcriber_error", "Internal error."),
	"live-throttled":     fakespeech.RealtimeWarning(10, "commit_throttled", "Commits are sent too often."),
	"live-queue":         fakespeech.RealtimeError(10, "queue_overflow", "The queue is full."),
	"live-auth":          fakespeech.RealtimeError(0, "auth_error", "Invalid API key."),
	"live-no-activity":   fakespeech.RealtimeError(10, "insufficient_audio_activity", "No speech was detected."),
	"live-unavailable":   fakespeech.RealtimeError(0, "resource_exhausted", "No capacity."),
	"live-terms-missing": fakespeech.RealtimeError(0, "unaccepted_terms", "Accept the terms first."),
}

func faultNames() string {
	return "openrouter: " + strings.Join(slices.Sorted(maps.Keys(aiFaults)), " ") +
		"\nelevenlabs and local servers: " + strings.Join(slices.Sorted(maps.Keys(speechFaults)), " ")
}

// planned is one fault of the command line.
type planned struct {
	provider, path, fault string
	call                  int
}

// faults is a flag that can be repeated.
type faults []planned

func (f *faults) String() string { return fmt.Sprint(len(*f), " faults") }

// Set reads "provider:path:call:fault".
func (f *faults) Set(text string) error {
	parts := strings.Split(text, ":")
	if len(parts) != 4 {
		return errors.New("a fault is provider:path:call:fault")
	}
	call := serve.Every
	if parts[2] != "every" {
		n, err := strconv.Atoi(parts[2])
		if err != nil || n < 1 {
			return fmt.Errorf("call %q is neither a number from 1 nor \"every\"", parts[2])
		}
		call = n
	}
	*f = append(*f, planned{provider: parts[0], path: parts[1], call: call, fault: parts[3]})
	return nil
}

// plan hands the faults to their servers.
func (f faults) plan(router *fakeai.Server, others map[string]failer[fakespeech.Fault]) error {
	for _, p := range f {
		if p.provider == "openrouter" {
			fault, found := aiFaults[p.fault]
			if !found {
				return fmt.Errorf("openrouter has no fault %q", p.fault)
			}
			router.Fail(p.path, p.call, fault)
			continue
		}
		server, known := others[p.provider]
		fault, found := speechFaults[p.fault]
		if !known || !found {
			return fmt.Errorf("there is no fault %q of %q", p.fault, p.provider)
		}
		server.Fail(p.path, p.call, fault)
	}
	return nil
}
