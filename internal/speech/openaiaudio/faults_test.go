package openaiaudio_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
)

// refusals are answers as servers give them, with what they mean.
var refusals = map[string]struct {
	status int
	header http.Header
	body   string
	code   fault.Code
	key    string
	after  time.Duration
}{
	"wrong key": {401, nil, `{"error":{"code":401,"message":"Missing Authentication header"}}`, fault.Denied, "audioServer.invalidKey", 0},
	"wrong key at OpenAI": {401, nil, `{"error":{"message":"Incorrect API key provided: platypus.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}`,
		fault.Denied, "audioServer.invalidKey", 0},
	"no credit":           {402, nil, `{"error":{"code":402,"message":"Insufficient credits. Add more using https://openrouter.ai/credits"}}`, fault.Denied, "audioServer.noCredit", 0},
	"no credit at OpenAI": {429, nil, `{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}`, fault.Denied, "audioServer.noCredit", 0},
	"moderation": {403, nil, `{"error":{"code":403,"message":"flagged","metadata":{"reasons":["x"],"flagged_input":"platypus"}}}`,
		fault.Denied, "audioServer.refused", 0},
	"permission of Kokoro": {403, nil, `{"detail":{"error":"permission_denied","message":"no","type":"permission_error"}}`, fault.Denied, "audioServer.refused", 0},
	"content policy":       {400, nil, `{"error":{"code":400,"message":"no","metadata":{"error_type":"content_policy_violation"}}}`, fault.Denied, "audioServer.refused", 0},
	"privacy": {404, nil, `{"error":{"message":"No endpoints found","error_type":"not_found","http_status":404,"availability":{"code":"privacy_restricted","retryable":false,"excluded_by":["data_policy:zdr"]}}}`,
		fault.Denied, "audioServer.private", 0},
	"no endpoint": {404, nil, `{"error":{"message":"No endpoints found for platypus","error_type":"not_found","http_status":404,"availability":{"code":"no_endpoints","retryable":false}}}`,
		fault.NotFound, "audioServer.modelMissing", 0},
	"model at OpenAI": {404, nil, "{\"error\":{\"message\":\"The model `platypus` does not exist or you do not have access to it.\",\"type\":\"invalid_request_error\",\"code\":\"model_not_found\"}}",
		fault.NotFound, "audioServer.modelMissing", 0},
	"model at speaches":   {404, nil, `{"detail":"Model 'platypus' is not installed locally. You can download the model using POST /v1/models"}`, fault.NotFound, "audioServer.modelMissing", 0},
	"model at Kokoro":     {400, nil, `{"detail":{"error":"invalid_model","message":"Unsupported model: platypus","type":"invalid_request_error"}}`, fault.NotFound, "audioServer.modelMissing", 0},
	"voice at Kokoro":     {400, nil, `{"detail":{"error":"validation_error","message":"Voice 'platypus' not found. Available voices: af_bella","type":"invalid_request_error"}}`, fault.NotFound, "audioServer.voiceMissing", 0},
	"voice at OpenAI":     {400, nil, `{"error":{"message":"Invalid value: 'platypus'. Supported values are: 'nova'","type":"invalid_request_error","param":"voice","code":null}}`, fault.NotFound, "audioServer.voiceMissing", 0},
	"no such endpoint":    {404, nil, `404 page not found`, fault.NotFound, "audioServer.unsupported", 0},
	"no such path, JSON":  {404, nil, `{"detail":"Not Found"}`, fault.NotFound, "audioServer.unsupported", 0},
	"wrong method":        {405, nil, `{"detail":"Method Not Allowed"}`, fault.NotFound, "audioServer.unsupported", 0},
	"upstream too slow":   {408, nil, `{"error":{"code":408,"message":"Operation timed out. Please try again later."}}`, fault.Unavailable, "audioServer.stalled", 0},
	"time at the edge":    {524, nil, `<html>524</html>`, fault.Unavailable, "audioServer.stalled", 0},
	"too large":           {413, nil, `{"error":{"message":"Maximum content size limit (26214400) exceeded","type":"server_error"}}`, fault.Invalid, "audioServer.tooLarge", 0},
	"too large by type":   {400, nil, `{"error":{"code":400,"message":"no","metadata":{"error_type":"payload_too_large"}}}`, fault.Invalid, "audioServer.tooLarge", 0},
	"FastAPI list":        {422, nil, `{"detail":[{"type":"missing","loc":["body","model"],"msg":"Field required","input":"platypus voice not found"}]}`, fault.Invalid, "audioServer.rejected", 0},
	"whisper.cpp":         {400, nil, `{"error":"failed to read audio data"}`, fault.Invalid, "audioServer.rejected", 0},
	"whisper.cpp, inside": {500, nil, `{"error":"failed to process audio"}`, fault.Unavailable, "audioServer.unavailable", 0},
	"loading":             {503, nil, `{"status":"loading model"}`, fault.Unavailable, "audioServer.unavailable", 0},
	"HTML":                {502, nil, `<html><body>Bad gateway platypus</body></html>`, fault.Unavailable, "audioServer.unavailable", 0},
	"overloaded":          {529, nil, `{"error":{"code":529,"message":"Provider returned error"}}`, fault.Unavailable, "audioServer.unavailable", 0},
	"masked":              {500, nil, ``, fault.Unavailable, "audioServer.unavailable", 0},
	"too often":           {429, nil, `{"error":{"code":429,"message":"Rate limit exceeded"}}`, fault.RateLimited, "audioServer.rateLimited", 0},
	"too often, seconds":  {429, http.Header{"Retry-After": {"7"}}, `{}`, fault.RateLimited, "audioServer.rateLimited", 7 * time.Second},
	"too often, a date":   {429, http.Header{"Retry-After": {"Mon, 02 Mar 2026 09:00:30 GMT"}}, `{}`, fault.RateLimited, "audioServer.rateLimited", 30 * time.Second},
	"too often, the past": {429, http.Header{"Retry-After": {"Mon, 02 Mar 2026 08:00:30 GMT"}}, `{}`, fault.RateLimited, "audioServer.rateLimited", 0},
	"too often, nonsense": {429, http.Header{"Retry-After": {"1e300"}}, `{}`, fault.RateLimited, "audioServer.rateLimited", 24 * time.Hour},
	"too often, reset":    {429, http.Header{"X-Ratelimit-Reset": {"1772442003000"}}, `{}`, fault.RateLimited, "audioServer.rateLimited", 3 * time.Second},
	"too often, inside": {429, nil, `{"error":{"message":"busy","availability":{"code":"rate_limited","retryable":true,"retry_after":4}}}`,
		fault.RateLimited, "audioServer.rateLimited", 4 * time.Second},
	"good status, number":       {200, nil, `{"error":{"code":429,"message":"Rate limit exceeded"}}`, fault.RateLimited, "audioServer.rateLimited", 0},
	"good status, a word":       {200, nil, `{"error":{"code":"server_error","message":"platypus"}}`, fault.Unavailable, "audioServer.unavailable", 0},
	"good status, key":          {200, nil, `{"error":{"message":"no","metadata":{"error_type":"authentication"}}}`, fault.Denied, "audioServer.invalidKey", 0},
	"good status, a string":     {200, nil, `{"error":"no 'file' field in the request"}`, fault.Invalid, "audioServer.rejected", 0},
	"good status, HTML":         {200, nil, `<html>Whisper.cpp Server</html>`, fault.Unavailable, "audioServer.badReply", 0},
	"good status, other JSON":   {200, nil, `{"platypus":1}`, fault.Unavailable, "audioServer.badReply", 0},
	"good status, torn JSON":    {200, nil, `{"text":"platypus`, fault.Unavailable, "audioServer.badReply", 0},
	"good status, nothing":      {200, nil, ``, fault.Unavailable, "audioServer.badReply", 0},
	"good status, numbered 404": {200, nil, `{"error":{"code":404,"message":"model platypus not found"}}`, fault.NotFound, "audioServer.modelMissing", 0},
}

func TestRefusals(t *testing.T) {
	for name, tt := range refusals {
		t.Run(name, func(t *testing.T) {
			f := serve(t, func(w http.ResponseWriter, r *http.Request) {
				_, _ = fromForm(r)
				for k, v := range tt.header {
					w.Header()[k] = v
				}
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(tt.status)
				_, _ = w.Write([]byte(tt.body))
			})
			c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI, Key: "key-" + secret, Clock: f.clock})
			_, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: secret, Prompt: secret})
			wantFault(t, err, tt.code, tt.key)
			wantNothingTold(t, err)
			if got := fault.Of(err).RetryAfter; got != tt.after {
				t.Errorf("wait %v, want %v", got, tt.after)
			}
			err = c.Speak(t.Context(), openaiaudio.Utterance{Model: secret, Text: secret}, nobody(t))
			wantFault(t, err, tt.code, tt.key)
			wantNothingTold(t, err)
		})
	}
}

func nobody(t *testing.T) func([]int16, int) error {
	return func(samples []int16, _ int) error {
		t.Errorf("%d samples of sound", len(samples))
		return nil
	}
}

func TestAddresses(t *testing.T) {
	tests := map[string]string{
		"http://localhost:8000":                         "/v1/models",
		"http://localhost:8000/":                        "/v1/models",
		"http://localhost:8000/v1":                      "/v1/models",
		" http://localhost:8000/v1/ ":                   "/v1/models",
		"http://localhost:8000/v1/audio/transcriptions": "/v1/models",
		"http://localhost:8000/v1/audio/speech/":        "/v1/models",
		"http://localhost:8000/openai":                  "/openai/v1/models",
		"http://localhost:8000/openai/v1":               "/openai/v1/models",
		"http://localhost:8000/v1beta/openai":           "/v1beta/openai/models",
		"http://localhost:8000/v2/models":               "/v2/models",
		"http://localhost:8000/voice":                   "/voice/v1/models",
		"http://127.0.0.1:8000":                         "/v1/models",
		"http://[::1]:8000":                             "/v1/models",
		"http://192.168.1.7:8000":                       "/v1/models",
		"http://nas.local":                              "/v1/models",
		"http://nas":                                    "/v1/models",
		"https://speech.example":                        "/v1/models",
		"HTTPS://speech.example/v1":                     "/v1/models",
	}
	for typed, want := range tests {
		asked := ""
		c, err := openaiaudio.New(openaiaudio.Options{BaseURL: typed, Clock: clock.System{}, HTTP: &http.Client{Transport: seen{&asked}}})
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		_, _ = c.Models(t.Context())
		if !strings.HasSuffix(asked, want) || strings.Contains(strings.TrimPrefix(asked, "http"), "//v") {
			t.Errorf("%q asks %q, want %q", typed, asked, want)
		}
	}
}

func TestAddressesThatAreRefused(t *testing.T) {
	for _, typed := range []string{"", "localhost:8000", "ftp://localhost", "http://", "http://user:pass@localhost", "http://localhost?key=1", "http://localhost#a", "http://a b"} {
		_, err := openaiaudio.New(openaiaudio.Options{BaseURL: typed})
		wantFault(t, err, fault.Invalid, "audioServer.badAddress")
		if fault.Of(err).Field != "baseUrl" {
			t.Errorf("%q blames %q", typed, fault.Of(err).Field)
		}
	}
	for _, typed := range []string{"http://speech.example", "http://8.8.8.8", "http://localhost.example"} {
		_, err := openaiaudio.New(openaiaudio.Options{BaseURL: typed})
		wantFault(t, err, fault.Denied, "audioServer.notEncrypted")
	}
}
