package openaiaudio

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// problem is what an answer says about an error. Its words may repeat what a person said
// or wrote; they are looked at and dropped.
type problem struct {
	status     int
	words      []string // codes, types and messages, in lower case
	retryAfter time.Duration
}

// telling are the fields in which servers say what is wrong. FastAPI also has "input",
// which is the person's text: it isn't read.
var telling = []string{
	"error", "detail", "metadata", "availability", "message", "msg", "code", "type", "error_type",
	"status", "param", "loc", "excluded_by",
}

// understand reads an error in any shape: an object, a string, the list of FastAPI, or
// something that isn't JSON at all.
func understand(status int, body []byte) problem {
	p := problem{status: status}
	var v any
	if json.Unmarshal(body, &v) == nil {
		p.read(v)
	}
	return p
}

// failure is the problem of an answer that came with a good status: servers that have
// begun to answer can't change it any more.
func failure(body []byte) (problem, bool) {
	var v map[string]any
	if json.Unmarshal(body, &v) != nil || v["error"] == nil && v["detail"] == nil {
		return problem{}, false
	}
	p := problem{status: http.StatusOK}
	p.read(v)
	if p.status == http.StatusOK {
		p.status = p.guess()
	}
	return p, true
}

// instead says why an answer with a good status isn't what was asked for.
func instead(body []byte) error {
	if p, ok := failure(body); ok {
		return p.refusal(http.Header{}, time.Time{})
	}
	return errBadReply
}

func (p *problem) read(v any) {
	switch v := v.(type) {
	case string:
		p.words = append(p.words, strings.ToLower(v))
	case []any:
		for _, item := range v {
			p.read(item)
		}
	case map[string]any:
		for _, field := range telling {
			p.read(v[field])
		}
		p.number(v)
	}
}

// number reads a status and a waiting time from an error object.
func (p *problem) number(v map[string]any) {
	for _, field := range []string{"code", "http_status", "status"} {
		if n, ok := v[field].(float64); ok && p.status == http.StatusOK && n >= 300 && n < 600 {
			p.status = int(n)
		}
	}
	if n, ok := v["retry_after"].(float64); ok {
		p.retryAfter = bounded(n)
	}
}

// guess is the status that fits the words of an error that came without one.
func (p problem) guess() int {
	switch {
	case p.says("unexpected endpoint"): // LM Studio, which can't hear or speak
		return http.StatusNotFound
	case p.says("rate_limit", "rate limit", "too many"):
		return http.StatusTooManyRequests
	case p.says("authentication", "api key", "api_key"):
		return http.StatusUnauthorized
	case p.says("payment_required", "insufficient"):
		return http.StatusPaymentRequired
	case p.says("timeout", "timed out"):
		return http.StatusRequestTimeout
	case p.says("permission", "moderation"):
		return http.StatusForbidden
	case p.says("invalid_request", "no 'file'", "failed to read", "not_found", "not found"):
		return http.StatusBadRequest
	}
	return http.StatusBadGateway
}

// says looks for any of the phrases in what the server wrote.
func (p problem) says(phrases ...string) bool {
	return slices.ContainsFunc(p.words, func(word string) bool {
		return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(word, phrase) })
	})
}

// fault is what the problem means for a person.
func (p problem) fault() *fault.Error {
	if f := p.byWords(); f != nil {
		return f
	}
	switch p.status {
	case http.StatusUnauthorized:
		return errInvalidKey
	case http.StatusPaymentRequired:
		return errNoCredit
	case http.StatusForbidden, http.StatusUnavailableForLegalReasons:
		return errRefused
	case http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusGone, http.StatusNotImplemented:
		return errUnsupported
	case http.StatusRequestTimeout, http.StatusGatewayTimeout, 524: // 524: the time at the edge is up
		return errStalled
	case http.StatusRequestEntityTooLarge:
		return errTooLarge
	case http.StatusTooManyRequests:
		return errTooMany
	}
	switch {
	case p.status >= 500:
		return errUnavailable
	case p.status < 400: // a redirect
		return errBadReply
	}
	return errRejected
}

// byWords is the fault the words name where one status means many things; nil if they don't.
func (p problem) byWords() *fault.Error {
	absent := p.says("not found", "not_found", "does not exist", "not exist", "unknown", "not installed", "invalid", "not a valid", "no such")
	asked := p.status >= 400 && p.status < 500
	switch {
	case p.says("privacy_restricted", "data_policy", "data policy"):
		return errPrivate
	case p.says("insufficient_quota", "payment_required", "billing_hard_limit"):
		return errNoCredit
	case p.says("content_policy", "moderation", "flagged"):
		return errRefused
	case p.says("payload_too_large", "content size limit", "file too large"):
		return errTooLarge
	case !asked || p.status == http.StatusUnauthorized || p.status == http.StatusForbidden || p.status == http.StatusTooManyRequests:
		return nil
	case absent && p.says("voice"):
		return errVoice
	case p.says("model_not_found", "model_deprecated", "invalid_model", "no_endpoints", "constraint_filtered", "free_variant_ended"):
		return errModel
	case p.says("invalid_api_key"):
		return errInvalidKey
	case p.says("model") && p.says("not found", "not exist", "not installed", "not a valid model", "no such model", "unknown model"):
		return errModel
	}
	return nil
}
