package ai

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// failure is a fault that knows whether another try may help.
type failure struct {
	fault     *fault.Error
	transient bool
}

func (f failure) Error() string { return f.fault.Error() }

// Unwrap gives the fault.
func (f failure) Unwrap() error { return f.fault }

// Transient reports whether the same request may work a little later.
func Transient(err error) bool {
	f, ok := errors.AsType[failure](err)
	return ok && f.transient
}

func final(f *fault.Error) error     { return failure{fault: f} }
func transient(f *fault.Error) error { return failure{fault: f, transient: true} }

// wireError is an error as servers tell it: OpenRouter's two shapes, OpenAI's, and the
// bare string of servers on this computer.
type wireError struct {
	Code       any    `json:"code"` // a status, or a word
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
	wait := retryAfter(res.Header.Get("Retry-After"))
	if a := e.Availability; a != nil && a.RetryAfter != nil {
		wait = time.Duration(*a.RetryAfter * float64(time.Second))
	}
	return classify(res.StatusCode, e, wait)
}

// inStream is the error in an event, or in a body that came with status 200.
func inStream(raw json.RawMessage) error {
	e := readError(raw)
	return classify(e.status(), e, 0)
}

// retryAfter reads seconds; a date is left alone, as no server of ours sends one.
func retryAfter(header string) time.Duration {
	seconds, err := strconv.ParseFloat(strings.TrimSpace(header), 64)
	if err != nil || seconds < 0 {
		return 0
	}
	return time.Duration(seconds * float64(time.Second))
}

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

func badKey() error   { return final(fault.New(fault.Denied, "ai.invalidKey")) }
func noCredit() error { return final(fault.New(fault.Denied, "ai.noCredit")) }
func noModel() error  { return final(fault.New(fault.NotFound, "ai.modelMissing")) }
func refused() error  { return final(fault.New(fault.Denied, "ai.contentRefused")) }
func tooLong() error  { return final(fault.New(fault.Invalid, "ai.tooLong")) }
func busy() error     { return transient(fault.New(fault.Unavailable, "ai.busy")) }
func cutOff() error   { return final(fault.New(fault.Unavailable, "ai.cutOff")) }
func badReply() error { return final(fault.New(fault.Unavailable, "ai.badReply")) }

func classify(status int, e wireError, wait time.Duration) error {
	if a := e.Availability; a != nil {
		switch a.Code {
		case "privacy_restricted":
			return final(fault.New(fault.Denied, "ai.privacyRestricted"))
		case "constraint_filtered": // nobody who runs the model can do all that was asked for
			return final(fault.New(fault.Invalid, "ai.requestRefused"))
		}
		if a.Retryable {
			return limited(wait)
		}
	}
	if e.kind() == "rate_limit_exceeded" {
		return limited(wait)
	}
	if known, ok := kinds[e.kind()]; ok {
		return known()
	}
	return byStatus(status, wait)
}

// limited is "not now": worth another try when the wait is over.
func limited(wait time.Duration) error {
	return transient(fault.New(fault.RateLimited, "ai.rateLimited").After(wait))
}

func byStatus(status int, wait time.Duration) error {
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
		return limited(wait)
	case http.StatusBadRequest, http.StatusUnprocessableEntity:
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
