package elevenlabs

import (
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// detail writes the main shape of a problem.
func detail(status string) string {
	return fmt.Sprintf(`{"detail":{"status":%q,"message":%q}}`, status, wireWords)
}

const unpermitted = `{"detail":{"status":"missing_permissions","message":"The API key you used is missing the permission voices_read to execute this operation."}}`

func TestProblemsAreNamed(t *testing.T) {
	tests := map[string]struct {
		status int
		body   string
		code   fault.Code
		key    string
	}{
		"wrong key":                  {401, detail("invalid_api_key"), fault.Denied, "elevenlabs.invalidKey"},
		"no key":                     {401, detail("needs_authorization"), fault.Denied, "elevenlabs.invalidKey"},
		"wrong key in newer words":   {401, `{"detail":{"type":"authentication_error","code":"invalid_api_key","status":"invalid_api_key","request_id":"1"}}`, fault.Denied, "elevenlabs.invalidKey"},
		"wrong key as a string":      {401, `{"detail":"Invalid API key"}`, fault.Denied, "elevenlabs.invalidKey"},
		"permission":                 {401, unpermitted, fault.Denied, "elevenlabs.missingPermission"},
		"permission under auth type": {401, `{"detail":{"type":"authentication_error","code":"missing_permissions"}}`, fault.Denied, "elevenlabs.missingPermission"},
		"quota as 401":               {401, detail("quota_exceeded"), fault.Denied, "elevenlabs.quotaExceeded"},
		"quota as a string":          {401, `{"detail":"This request exceeds your quota of 10000."}`, fault.Denied, "elevenlabs.quotaExceeded"},
		"quota as 402":               {402, `{}`, fault.Denied, "elevenlabs.quotaExceeded"},
		"distrust":                   {401, detail("detected_unusual_activity"), fault.Denied, "elevenlabs.unusualActivity"},
		"unnamed 401":                {401, `{}`, fault.Denied, "elevenlabs.refused"},
		"a page with 401":            {401, "<html>Invalid API key</html>", fault.Denied, "elevenlabs.refused"},
		"plan":                       {403, detail("only_for_creator+"), fault.Denied, "elevenlabs.planTooSmall"},
		"plan in newer words":        {402, `{"detail":{"type":"payment_required","code":"paid_plan_required"}}`, fault.Denied, "elevenlabs.planTooSmall"},
		"format":                     {403, detail("output_format_not_allowed"), fault.Denied, "elevenlabs.planTooSmall"},
		"a page with 403":            {403, "<!doctype html>" + wireWords, fault.Denied, "elevenlabs.refused"},
		"long text":                  {400, detail("max_character_limit_exceeded"), fault.Invalid, "elevenlabs.textTooLong"},
		"voice 2024":                 {400, detail("voice_not_found"), fault.NotFound, "elevenlabs.voiceNotFound"},
		"voice 2025":                 {404, detail("voice_not_found"), fault.NotFound, "elevenlabs.voiceNotFound"},
		"model":                      {400, detail("model_not_found"), fault.NotFound, "elevenlabs.modelNotFound"},
		"unnamed 404":                {404, `{"detail":"Not Found"}`, fault.NotFound, "elevenlabs.notFound"},
		"validation":                 {422, `{"detail":[{"type":"missing","loc":["body","text"],"msg":"Field required","input":{"text":"marsupials-only"}}]}`, fault.Invalid, "elevenlabs.refused"},
		"validation of length":       {422, `{"detail":[{"type":"other","loc":[1,2]},{"type":"string_too_long","loc":["body","text"],"msg":"too long"}]}`, fault.Invalid, "elevenlabs.textTooLong"},
		"empty array":                {422, `{"detail":[]}`, fault.Invalid, "elevenlabs.refused"},
		"null":                       {400, `{"detail":null}`, fault.Invalid, "elevenlabs.refused"},
		"number":                     {400, `{"detail":7}`, fault.Invalid, "elevenlabs.refused"},
		"nothing":                    {400, "", fault.Invalid, "elevenlabs.refused"},
		"cut":                        {401, `{"detail":{"status":"quota_exceeded","message":"This requ`, fault.Denied, "elevenlabs.quotaExceeded"},
		"another shape":              {401, `{"error":{"status":"invalid_api_key"}}`, fault.Denied, "elevenlabs.invalidKey"},
		"concurrency":                {429, detail("too_many_concurrent_requests"), fault.RateLimited, "elevenlabs.tooManyAtOnce"},
		"concurrency newer":          {429, `{"detail":{"type":"rate_limit_error","code":"concurrent_limit_exceeded"}}`, fault.RateLimited, "elevenlabs.tooManyAtOnce"},
		"terms":                      {403, detail("unaccepted_terms"), fault.Denied, "elevenlabs.termsNotAccepted"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, answers(tt.status, tt.body))
			_, err := r.Models(t.Context())
			wants(t, err, tt.code, tt.key)
		})
	}
}

func TestThePermissionIsNamed(t *testing.T) {
	for body, want := range map[string]string{
		unpermitted: "voices_read",
		`{"detail":{"status":"missing_permissions","message":"Insufficient permissions to perform this action"}}`: "models_read",
	} {
		r := newRig(t, answers(401, body))
		_, err := r.Models(t.Context())
		if got := fault.Of(err).Params["permission"]; got != want {
			t.Errorf("permission %q, want %q", got, want)
		}
	}
}

func TestARefusalNamesOurInputOnly(t *testing.T) {
	for param, want := range map[string]string{"output_format": "output_format", wireWords: ""} {
		r := newRig(t, answers(422, fmt.Sprintf(`{"detail":{"code":"invalid_parameters","param":%q}}`, param)))
		_, err := r.Models(t.Context())
		if f := fault.Of(err); f.Field != want || f.Params["status"] != "422" {
			t.Errorf("%s: %+v", param, f)
		}
	}
}

func TestBusyIsTriedThreeTimes(t *testing.T) {
	tests := map[string]struct {
		status int
		body   string
		key    string
		code   fault.Code
	}{
		"system busy":      {429, detail("system_busy"), "elevenlabs.busy", fault.RateLimited},
		"rate":             {429, detail("rate_limit_exceeded"), "elevenlabs.busy", fault.RateLimited},
		"unnamed 429":      {429, `{}`, "elevenlabs.busy", fault.RateLimited},
		"503 with a page":  {503, "<html>", "elevenlabs.busy", fault.RateLimited},
		"500":              {500, "", "elevenlabs.outOfOrder", fault.Unavailable},
		"502 with a page":  {502, "<html>" + wireWords, "elevenlabs.outOfOrder", fault.Unavailable},
		"internal by name": {500, detail("internal_error"), "elevenlabs.outOfOrder", fault.Unavailable},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			asked := make(chan struct{}, 10)
			r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
				asked <- struct{}{}
				answers(tt.status, tt.body)(w, q)
			})
			result := make(chan error, 1)
			go func() {
				_, err := r.Models(t.Context())
				result <- err
			}()
			r.clock.wait(t, time.Second)
			r.clock.Advance(time.Second)
			r.clock.wait(t, 2*time.Second)
			if len(asked) != 2 {
				t.Fatalf("%d requests before the second pause", len(asked))
			}
			r.clock.Advance(2 * time.Second)
			wants(t, within(t, result), tt.code, tt.key)
			if len(asked) != 3 {
				t.Errorf("%d requests, want 3", len(asked))
			}
		})
	}
}

func TestOthersAreTriedOnce(t *testing.T) {
	for status, word := range map[int]string{400: "x", 401: "invalid_api_key", 403: "x", 404: "x", 422: "x", 429: "concurrent_limit_exceeded"} {
		asked := make(chan struct{}, 10)
		r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
			asked <- struct{}{}
			answers(status, detail(word))(w, q)
		})
		if _, err := r.Models(t.Context()); err == nil || len(asked) != 1 {
			t.Errorf("%d: %v after %d requests", status, err, len(asked))
		}
	}
}

func TestItGoesOnAfterAPause(t *testing.T) {
	asked := make(chan struct{}, 10)
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		if asked <- struct{}{}; len(asked) == 1 {
			w.Header().Set("Retry-After", "7")
			answers(503, "")(w, q)
			return
		}
		answers(200, `[{"model_id":"m"}]`)(w, q)
	})
	result := make(chan error, 1)
	go func() {
		models, err := r.Models(t.Context())
		if len(models) != 1 {
			err = fmt.Errorf("%d models: %w", len(models), err)
		}
		result <- err
	}()
	r.clock.wait(t, 7*time.Second)
	r.clock.Advance(7 * time.Second)
	if err := within(t, result); err != nil {
		t.Error(err)
	}
}

func TestALongPauseIsThePersonsToDecide(t *testing.T) {
	for header, want := range map[string]time.Duration{
		"60": time.Minute, "Mon, 02 Mar 2026 09:02:00 GMT": 2 * time.Minute, "-3": soon, "soon": soon,
	} {
		r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
			w.Header().Set("Retry-After", header)
			answers(429, detail("too_many_concurrent_requests"))(w, q)
		})
		_, err := r.Models(t.Context())
		if f := fault.Of(err); f.RetryAfter != want {
			t.Errorf("%s: after %v, want %v", header, f.RetryAfter, want)
		}
	}
	asked := make(chan struct{}, 10)
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		asked <- struct{}{}
		w.Header().Set("Retry-After", "60")
		answers(503, "")(w, q)
	})
	_, err := r.Models(t.Context())
	if wants(t, err, fault.RateLimited, "elevenlabs.busy"); len(asked) != 1 || fault.Of(err).RetryAfter != time.Minute {
		t.Errorf("%v after %d requests", err, len(asked))
	}
}

func TestACancelledPauseEnds(t *testing.T) {
	r := newRig(t, answers(503, ""))
	ctx, cancel := testContext(t)
	result := make(chan error, 1)
	go func() {
		_, err := r.Models(ctx)
		result <- err
	}()
	r.clock.wait(t, time.Second)
	cancel()
	wants(t, within(t, result), fault.Canceled, "fault.canceled")
}

func TestNobodyThere(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	c, err := New(Options{BaseURL: "http://" + address, Key: testKey})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Models(t.Context())
	wants(t, err, fault.Offline, "elevenlabs.unreachable")
	if !strings.Contains(err.Error(), "refused") {
		t.Errorf("the cause is lost: %v", err)
	}
	_, err = c.OpenDictation(t.Context(), DictationOptions{Hints: Hints{Terms: []string{"platypus"}}})
	wants(t, err, fault.Offline, "elevenlabs.unreachable")
	gone, err := New(Options{BaseURL: "https://platypus.invalid", Key: testKey})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := testContext(t)
	cancel()
	_, err = gone.Models(ctx)
	wants(t, err, fault.Canceled, "fault.canceled")
}

func TestAnAnswerThatNeverComes(t *testing.T) {
	release := make(chan struct{})
	r := newRig(t, func(http.ResponseWriter, *http.Request) { <-release })
	defer close(release)
	err := turning(t, r.clock, patience, func() error {
		_, err := r.Models(t.Context())
		return err
	})
	wants(t, err, fault.Unavailable, "elevenlabs.stalled")
}

func TestAnswersThatCantBeRead(t *testing.T) {
	for name, body := range map[string]string{"a page": "<html>", "cut": `[{"model_id":`, "another shape": `{"detail":1}`, "too long": "[" + strings.Repeat(" ", maxReply) + "]"} {
		r := newRig(t, answers(200, body))
		_, err := r.Models(t.Context())
		if f := fault.Of(err); err == nil || f.Key != "elevenlabs.badReply" || f.Code != fault.Unavailable {
			t.Errorf("%s: %v", name, err)
		}
	}
}
