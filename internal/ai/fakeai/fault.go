package fakeai

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// Fault is what goes wrong with one call. The zero value is nothing. The functions below
// make the documented ones; fields of several can be put together by hand.
type Fault struct {
	// Status and what follows are answered instead of an answer; Status 0 answers properly.
	Status int
	Header http.Header
	Body   []byte
	// Reset ends the connection before any answer; Silent never answers, until the
	// client gives up.
	Reset, Silent bool

	// Comments are keep-alive comments sent before anything else of a stream.
	Comments int
	// FirstToken and TokensPerSecond take the place of Options.Delays where they aren't 0.
	FirstToken      time.Duration
	TokensPerSecond float64

	// Text and what follows take the place of the model's reply.
	Text      *string
	Reasoning string
	Refusal   string
	Finish    string
	// Empty is a reply without a single token and without a finish reason.
	Empty bool

	// After is how many tokens of a stream, or tenths of a second of speech, get through
	// before the next fields act.
	After int
	// Error is sent as an event in the middle of the stream, which then ends. Bare leaves
	// out the id and the choices that OpenRouter documents around it; others do that.
	Error any
	Bare  bool
	// Truncate ends the stream as if it were complete, but for [DONE]; Cut tears the
	// connection; Stall says nothing more until the client gives up.
	Truncate, Cut, Stall bool
}

// before acts out what happens instead of an answer and says whether it did.
func (f Fault) before(x *visit) bool {
	switch {
	case f.Reset:
		serve.Reset(x.w)
	case f.Silent:
		<-x.r.Context().Done()
		return true
	case f.Status != 0:
		for name, values := range f.Header {
			x.w.Header()[name] = values
		}
		x.w.WriteHeader(f.Status)
		_, _ = x.w.Write(f.Body) // the client may be gone
		return true
	}
	return false
}

// Answer makes a fault that answers with a status and a JSON value.
func Answer(status int, value any) Fault {
	b, err := json.Marshal(value)
	if err != nil {
		panic(err) // a test's own value
	}
	return Fault{Status: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: b}
}

// InvalidRequest is a 400 of some error_type, for example "context_length_exceeded".
func InvalidRequest(errorType, message string) Fault {
	return Answer(http.StatusBadRequest, body(http.StatusBadRequest, message, typed(errorType)))
}

// Unauthorized is a key that was deleted or disabled.
func Unauthorized() Fault {
	return Answer(http.StatusUnauthorized, body(http.StatusUnauthorized, unknownKey, nil))
}

// PaymentRequired is an account or key without credit.
func PaymentRequired() Fault {
	return Answer(http.StatusPaymentRequired, body(http.StatusPaymentRequired, noCredit, nil))
}

// Moderated is a prompt that a provider's moderation flagged.
func Moderated(flaggedInput string) Fault {
	return Answer(http.StatusForbidden, body(http.StatusForbidden, "Your chosen model requires moderation and your input was flagged", fields{
		"reasons": []string{"harassment"}, "flagged_input": flaggedInput, "provider_name": "Acme", "model_slug": Chat,
	}))
}

// Guarded is a prompt that a guardrail of the account blocked.
func Guarded() Fault {
	return Answer(http.StatusForbidden, body(http.StatusForbidden, "Request blocked: prompt injection patterns detected", fields{
		"patterns": []string{"ignore all previous instructions"},
	}))
}

// PrivacyRestricted is a model that no provider serves under the data policy, which is
// "zdr" or "training".
func PrivacyRestricted(model, policy string) Fault {
	return Answer(http.StatusNotFound, private(model, policy).body(model))
}

// Deprecated is a model that was taken away and has a successor.
func Deprecated(model, successor string) Fault {
	b := unfit{code: "model_deprecated", errorType: "not_found", status: http.StatusNotFound, message: model + " was deprecated."}.body(model)
	b["error"].(fields)["availability"].(fields)["fallback_models"] = []string{successor}
	return Answer(http.StatusNotFound, b)
}

// Timeout is a 408.
func Timeout() Fault {
	return Answer(http.StatusRequestTimeout, body(http.StatusRequestTimeout, "Operation timed out. Please try again later.", typed("timeout")))
}

// RateLimited is a 429; retryAfter in seconds, 0 leaves the header out.
func RateLimited(retryAfter int) Fault {
	return after(Answer(http.StatusTooManyRequests, body(http.StatusTooManyRequests, tooFast, typed("rate_limit_exceeded"))), retryAfter)
}

// CapacityExhausted is a 429 in the availability shape, which says in its body when to
// try again.
func CapacityExhausted(model string, retryAfter int) Fault {
	b := unfit{
		code: "capacity_exhausted", errorType: "rate_limit_exceeded", status: http.StatusTooManyRequests,
		message: "All providers for " + model + " are at capacity.",
	}.body(model)
	availability := b["error"].(fields)["availability"].(fields)
	availability["retryable"], availability["retry_after"] = true, retryAfter
	b["error"].(fields)["metadata"] = fields{"previous_errors": []fields{{"provider": "acme", "code": "capacity_exhausted", "status": 429}}}
	return after(Answer(http.StatusTooManyRequests, b), retryAfter)
}

// ServerError is a 500, whose message is masked.
func ServerError() Fault {
	return Answer(http.StatusInternalServerError, body(http.StatusInternalServerError, internalError, typed("server")))
}

// BadGateway is a 502 in OpenRouter's own shape.
func BadGateway() Fault {
	return Answer(http.StatusBadGateway, body(http.StatusBadGateway, providerError, fields{"error_type": "provider_unavailable", "provider_code": "upstream"}))
}

// HTMLBadGateway is a 502 of the proxy in front.
func HTMLBadGateway() Fault {
	return Fault{Status: http.StatusBadGateway, Header: http.Header{"Content-Type": {"text/html"}}, Body: []byte(serve.BadGatewayHTML)}
}

// Unavailable is a 503; retryAfter in seconds, 0 leaves the header out.
func Unavailable(retryAfter int) Fault {
	return after(Answer(http.StatusServiceUnavailable, body(http.StatusServiceUnavailable, unavailable, typed("provider_overloaded"))), retryAfter)
}

// EdgeTimeout is a 524.
func EdgeTimeout() Fault {
	return Answer(524, body(524, "Request timed out. Please try again later.", nil))
}

// Overloaded is a 529.
func Overloaded() Fault { return Answer(529, body(529, providerError, typed("provider_overloaded"))) }

// ErrorInBody is an error that comes with status 200, as it does once a model has begun.
func ErrorInBody(code int, message, errorType string) Fault {
	return Answer(http.StatusOK, body(code, message, typed(errorType)))
}

// ConnectionReset is a connection that breaks before the answer.
func ConnectionReset() Fault { return Fault{Reset: true} }

// NeverAnswers is a provider that hangs.
func NeverAnswers() Fault { return Fault{Silent: true} }

// KeepAlive sends n comments before the first token.
func KeepAlive(n int) Fault { return Fault{Comments: n} }

// SlowFirstToken waits before the first token.
func SlowFirstToken(d time.Duration) Fault { return Fault{FirstToken: d} }

// MidStreamError breaks a stream off after some tokens. The code is a number (429) or a
// string ("server_error"): OpenRouter's documents show both.
func MidStreamError(tokens int, code any, message, errorType string) Fault {
	e := body(code, message, nil)["error"].(fields)
	if errorType != "" {
		e["metadata"] = typed(errorType)
	}
	return Fault{After: tokens, Error: e}
}

// Truncated ends a stream after some tokens without [DONE] and without a finish reason.
func Truncated(tokens int) Fault { return Fault{After: tokens, Truncate: true} }

// Torn tears the connection after some tokens.
func Torn(tokens int) Fault { return Fault{After: tokens, Cut: true} }

// Stalled falls silent after some tokens.
func Stalled(tokens int) Fault { return Fault{After: tokens, Stall: true} }

// TooLong is a reply that reached its limit of tokens.
func TooLong() Fault { return Fault{Finish: "length"} }

// Filtered is a reply that a content filter ended.
func Filtered() Fault { return Fault{Finish: "content_filter"} }

// Refused is a model that won't answer.
func Refused() Fault { return Fault{Refusal: "I can't help with that."} }

// Thinking sends reasoning before the reply.
func Thinking(thoughts string) Fault { return Fault{Reasoning: thoughts} }

// NoTokens is a model that says nothing at all.
func NoTokens() Fault { return Fault{Empty: true} }

// Says makes the model say something.
func Says(text string) Fault { return Fault{Text: &text} }

// InvalidJSON answers a request for structured output with JSON that breaks off.
func InvalidJSON() Fault { return Says(`{"criteria": [{"level": 3, "quotes": ["I led`) }

// WrongShape answers a request for structured output with JSON of another shape.
func WrongShape() Fault { return Says(`{"unexpected": true}`) }

func after(f Fault, seconds int) Fault {
	if seconds > 0 {
		f.Header.Set("Retry-After", strconv.Itoa(seconds))
	}
	return f
}
