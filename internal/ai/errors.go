package ai

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// failure is a fault that knows whether another try may help.
type failure struct {
	fault     *fault.Error
	transient bool
	filtered  bool   // see filtered
	field     string // see refusedField
	status    int    // of the answer; 0: it came in another way
}

func (f failure) Error() string { return f.fault.Error() }

// Unwrap gives the fault.
func (f failure) Unwrap() error { return f.fault }

// Transient reports whether the same request may work a little later.
func Transient(err error) bool {
	f, ok := errors.AsType[failure](err)
	return ok && f.transient
}

// filtered reports whether a router found nobody who can do all that was asked for, so that
// asking for less may help.
func filtered(err error) bool {
	f, ok := errors.AsType[failure](err)
	return ok && f.filtered
}

// refusedField is the field of the request that a model doesn't take, or not with that
// value, by its name on the wire; empty if that wasn't it.
func refusedField(err error) string {
	f, _ := errors.AsType[failure](err)
	return f.field
}

func final(f *fault.Error) error     { return failure{fault: f} }
func transient(f *fault.Error) error { return failure{fault: f, transient: true} }

// wireError is an error as servers tell it: OpenRouter's two shapes, OpenAI's, and the
// bare string of servers on this computer.
type wireError struct {
	Code       any    `json:"code"`  // a status, or a word
	Param      any    `json:"param"` // the name of a field of the request, if it is a text
	Message    string `json:"message"`
	Type       string `json:"type"`
	ErrorType  string `json:"error_type"`
	HTTPStatus int    `json:"http_status"`
	Metadata   struct {
		ErrorType string `json:"error_type"`
	} `json:"metadata"`
	Availability *struct {
		Code       string   `json:"code"`
		Retryable  bool     `json:"retryable"`
		RetryAfter *float64 `json:"retry_after"` // seconds
	} `json:"availability"`
}

// readError understands the value of "error", whatever it is.
func readError(raw json.RawMessage) wireError {
	var e wireError
	if json.Unmarshal(raw, &e) == nil {
		return e
	}
	_ = json.Unmarshal(raw, &e.Message) // a bare string, or nothing we know: then the status speaks
	return e
}

// status is the HTTP status the error stands for; 0 if it names none.
func (e wireError) status() int {
	if e.HTTPStatus != 0 {
		return e.HTTPStatus
	}
	switch code := e.Code.(type) {
	case float64:
		return int(code)
	case string:
		if n, err := strconv.Atoi(code); err == nil {
			return n
		}
	}
	return 0
}

// kind is the error's class in a word; empty if it names none.
func (e wireError) kind() string {
	if code, ok := e.Code.(string); ok && e.ErrorType == "" && e.Metadata.ErrorType == "" {
		return code
	}
	for _, k := range []string{e.ErrorType, e.Metadata.ErrorType, e.Type} {
		if k != "" {
			return k
		}
	}
	return ""
}

// refusal is the error of an answer with another status than 200.
func refusal(res *http.Response, body []byte) error {
	var whole struct {
		Error json.RawMessage `json:"error"`
	}
	_ = json.Unmarshal(body, &whole) // a page of a proxy in between is no JSON: the status speaks
	e := readError(whole.Error)
	err := classify(res.StatusCode, e, retryAfter(res.Header.Get("Retry-After")))
	if f, ok := errors.AsType[failure](err); ok {
		f.status = res.StatusCode
		return f
	}
	return err
}

// inStream is the error in an event, or in a body that came with status 200.
func inStream(raw json.RawMessage) error {
	e := readError(raw)
	return classify(e.status(), e, 0)
}

// retryAfter reads seconds; a date is left alone, as no server of ours sends one.
func retryAfter(header string) time.Duration {
	n, err := strconv.ParseFloat(strings.TrimSpace(header), 64)
	if err != nil {
		return 0
	}
	return seconds(n)
}

// seconds keeps what a server claims inside what a Duration can hold.
func seconds(n float64) time.Duration {
	if !(n > 0) {
		return 0
	}
	return time.Duration(min(n, longestClaim.Seconds()) * float64(time.Second))
}

// longestClaim bounds how long a server may ask to be left alone.
const longestClaim = 24 * time.Hour

// kinds are the classes of errors that say more than a status does. Source: the error
// types of OpenRouter's reference, and OpenAI's codes, which local servers use.
var kinds = map[string]func() error{
	"context_length_exceeded": tooLong, "token_limit_exceeded": tooLong, "string_too_long": tooLong, "payload_too_large": tooLong,
	"max_tokens_exceeded": tooLong,
	"authentication":      badKey, "invalid_api_key": badKey,
	"payment_required": noCredit, "insufficient_quota": noCredit,
	"model_not_found": noModel, "not_found": noModel,
	"content_policy_violation": refused, "refusal": refused, "content_filter": refused,
	"provider_overloaded": busy, "provider_unavailable": busy, "server": busy, "server_error": busy, "timeout": busy,
}

func limited() error  { return transient(fault.New(fault.RateLimited, "ai.rateLimited")) }
func private() error  { return final(fault.New(fault.Denied, "ai.privacyRestricted")) }
func badKey() error   { return final(fault.New(fault.Denied, "ai.invalidKey")) }
func noCredit() error { return final(fault.New(fault.Denied, "ai.noCredit")) }
func noModel() error  { return final(fault.New(fault.NotFound, "ai.modelMissing")) }
func refused() error  { return final(fault.New(fault.Denied, "ai.contentRefused")) }
func tooLong() error  { return final(fault.New(fault.Invalid, "ai.tooLong")) }
func busy() error     { return transient(fault.New(fault.Unavailable, "ai.busy")) }
func cutOff() error   { return final(fault.New(fault.Unavailable, "ai.cutOff")) }
func badReply() error { return final(fault.New(fault.Unavailable, "ai.badReply")) }

// tooMuch is that nobody who runs the model can do all that was asked for.
func tooMuch() error {
	return failure{fault: fault.New(fault.Invalid, "ai.requestRefused"), filtered: true}
}

// absent are OpenRouter's codes for a model that can't be had, whatever the status is.
// Source: the availability codes of OpenRouter's reference.
var absent = []string{"model_not_found", "no_endpoints", "model_deprecated", "model_unavailable_upstream", "free_variant_ended"}

// classify makes a fault of an error; wait is what the answer's header asks for.
func classify(status int, e wireError, wait time.Duration) error {
	if a := e.Availability; a != nil {
		if a.RetryAfter != nil {
			wait = seconds(*a.RetryAfter)
		}
		if err := e.unavailable(); err != nil {
			return waiting(err, wait)
		}
	}
	if err := e.policy(status); err != nil {
		return err
	}
	if field, ok := e.Param.(string); ok && status == http.StatusBadRequest && slices.Contains(unsupported, e.Code) {
		return failure{fault: fault.New(fault.Invalid, "ai.requestRefused"), field: field}
	}
	if e.kind() == "rate_limit_exceeded" {
		return waiting(limited(), wait)
	}
	if known, ok := kinds[e.kind()]; ok {
		return waiting(known(), wait)
	}
	return waiting(byStatus(status), wait)
}

// unsupported are OpenAI's codes for a field that a model doesn't take, or not with that value.
var unsupported = []any{"unsupported_value", "unsupported_parameter"}

// unavailable is why a model can't be had now, or at all; nil if its code isn't known and
// nothing says that a later try may help.
func (e wireError) unavailable() error {
	a := e.Availability
	switch {
	case a.Code == "privacy_restricted":
		return private()
	case a.Code == "constraint_filtered":
		return tooMuch()
	case a.Code == "region_restricted":
		return final(fault.New(fault.Denied, "ai.regionRestricted"))
	case a.Retryable && (e.HTTPStatus == http.StatusTooManyRequests || e.kind() == "rate_limit_exceeded"):
		return limited()
	case a.Retryable:
		return busy()
	case slices.Contains(absent, a.Code):
		return noModel()
	}
	return nil
}

// policy reads the two refusals that OpenRouter also gives as a 404 with nothing but a
// sentence (seen in 2026): without this they would pass for a model that is gone.
func (e wireError) policy(status int) error {
	if status != http.StatusNotFound || e.kind() != "" {
		return nil
	}
	switch said := strings.ToLower(e.Message); {
	case strings.Contains(said, "data policy"):
		return private()
	case strings.Contains(said, "requested parameters"):
		return tooMuch()
	}
	return nil
}

// waiting tells how long to wait where a later try may help.
func waiting(err error, wait time.Duration) error {
	if f, ok := errors.AsType[failure](err); ok && f.transient && wait > 0 {
		f.fault = f.fault.After(wait)
		return f
	}
	return err
}

func byStatus(status int) error {
	switch status {
	case http.StatusUnauthorized:
		return badKey()
	case http.StatusPaymentRequired:
		return noCredit()
	case http.StatusForbidden:
		return refused()
	case http.StatusNotFound:
		return noModel()
	case http.StatusRequestEntityTooLarge:
		return tooLong()
	case http.StatusTooManyRequests:
		return limited()
	case http.StatusBadRequest, http.StatusUnprocessableEntity, http.StatusMethodNotAllowed, http.StatusNotImplemented:
		return final(fault.New(fault.Invalid, "ai.requestRefused"))
	}
	return busy() // 408, 5xx, 524, 529, and an error without any status
}

// unreachable is the fault of a request that got no answer. The cause may name the
// address, so only its kind goes along.
func unreachable(err error) error {
	return transient(fault.Wrap(fault.Offline, "ai.unreachable", errors.New(causeOf(err))))
}

func causeOf(err error) string {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return fmt.Sprintf("%T", err)
		}
		err = next
	}
}

// hasError reports whether a body has an error in it, without decoding all of it.
func hasError(body []byte) bool { return bytes.Contains(body, []byte(`"error"`)) }
