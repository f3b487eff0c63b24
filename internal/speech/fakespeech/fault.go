package fakespeech

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// Fault is what goes wrong with one call. The zero value is nothing. The functions below
// make the documented ones.
type Fault struct {
	// Status and what follows are answered instead of an answer, also where a socket would
	// be opened; Status 0 answers properly.
	Status int
	Header http.Header
	Body   []byte
	// Reset ends the connection before any answer; Silent never answers.
	Reset, Silent bool

	// After is how many pieces go well before the next fields act: pieces of speech that
	// are sent, or pieces of sound that a realtime transcription receives.
	After int
	// Cut tears the connection; Stall says nothing more until the client gives up; Pause is
	// silent for so long and then goes on.
	Cut, Stall bool
	Pause      time.Duration
	// Frame is sent on a socket, which then closes with Close and Reason (Close 0 keeps it).
	Frame  any
	Close  websocket.StatusCode
	Reason string
	// Throttled is how many commits of a realtime transcription are ignored, although there
	// is enough sound. The session goes on.
	Throttled int
	// Big sends the speech in frames of more than a megabyte.
	Big bool
	// Unfinished never sends isFinal: the socket closes without it.
	Unfinished bool
}

// before acts out what happens instead of an answer and says whether it did.
func (f Fault) before(w http.ResponseWriter, r *http.Request) bool {
	switch {
	case f.Reset:
		serve.Reset(w)
	case f.Silent:
		<-r.Context().Done()
		return true
	case f.Status != 0:
		for name, values := range f.Header {
			w.Header()[name] = values
		}
		w.WriteHeader(f.Status)
		_, _ = w.Write(f.Body) // the client may be gone
		return true
	}
	return false
}

// acts is true if the fields after After have anything to do.
func (f Fault) acts() bool {
	return f.Cut || f.Stall || f.Pause > 0 || f.Frame != nil || f.Close != 0
}

// Answer makes a fault that answers with a status and a JSON value.
func Answer(status int, value any) Fault {
	b, err := json.Marshal(value)
	if err != nil {
		panic(err) // a test's own value
	}
	return Fault{Status: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: b}
}

func (p problem) fault() Fault { return Answer(p.code, p.body()) }

// InvalidKey is a 401 for a key that isn't one.
func InvalidKey() Fault { return invalidKey.fault() }

// MissingPermission is a 401 for a key that may not do this, for example "voices_read".
func MissingPermission(permission string) Fault { return missingPermission(permission).fault() }

// QuotaExceeded is a 401 for a plan that is used up.
func QuotaExceeded() Fault { return outOfQuota(10000, 0, 91).fault() }

// VoiceNotFound is a 404, or a 400 as it was in 2024.
func VoiceNotFound(status int) Fault {
	return problem{status, voiceUnknown.status, voiceUnknown.message}.fault()
}

// CharacterLimit is a 400 for a text that is too long for its model.
func CharacterLimit() Fault { return textTooLong.fault() }

// CreatorOnly is a 403 for a format that the plan doesn't have.
func CreatorOnly() Fault { return creatorOnly.fault() }

// TooManyRequests is a 429 for more requests at once than the plan has; newer servers call
// it concurrent_limit_exceeded.
func TooManyRequests(newer bool) Fault {
	p := tooMany
	if newer {
		p.status = "concurrent_limit_exceeded"
	}
	return p.fault()
}

// SystemBusy is a 429 that has nothing to do with the person's plan.
func SystemBusy() Fault { return busy.fault() }

// Unprocessable is a 422, whose detail is a list.
func Unprocessable() Fault {
	return Answer(http.StatusUnprocessableEntity, invalidBody("missing", "Field required", nil, "body", "text"))
}

// StringDetail is an error whose detail is a string.
func StringDetail(status int, detail string) Fault { return Answer(status, fields{"detail": detail}) }

// HTMLBadGateway is a 502 of the proxy in front.
func HTMLBadGateway() Fault {
	return Fault{Status: http.StatusBadGateway, Header: http.Header{"Content-Type": {"text/html"}}, Body: []byte(serve.BadGatewayHTML)}
}

// ConnectionReset is a connection that breaks before the answer.
func ConnectionReset() Fault { return Fault{Reset: true} }

// NeverAnswers is a provider that hangs.
func NeverAnswers() Fault { return Fault{Silent: true} }

// Torn tears the connection after so many pieces.
func Torn(after int) Fault { return Fault{After: after, Cut: true} }

// Stalled falls silent after so many pieces.
func Stalled(after int) Fault { return Fault{After: after, Stall: true} }

// Paused is silent for a while after so many pieces.
func Paused(after int, d time.Duration) Fault { return Fault{After: after, Pause: d} }

// BigFrames sends speech in frames of more than a megabyte.
func BigFrames() Fault { return Fault{Big: true} }

// SocketError ends a speech socket with an error frame.
func SocketError(after int, name, message string) Fault {
	return Fault{After: after, Frame: fields{"message": message, "error": name, "code": 1008}, Close: websocket.StatusPolicyViolation, Reason: message}
}

// RealtimeError sends an error of a realtime transcription, for example "quota_exceeded",
// "rate_limited" or "transcriber_error", after so many pieces of sound, and ends it.
func RealtimeError(after int, kind, text string) Fault {
	return Fault{After: after, Frame: fields{"message_type": kind, "error": text}, Close: websocket.StatusPolicyViolation, Reason: kind}
}

// ThrottledCommits ignores the first commits of a realtime transcription and says so.
func ThrottledCommits(n int) Fault { return Fault{Throttled: n} }

// RealtimeWarning sends an error of a realtime transcription that goes on, for example
// "insufficient_audio_activity".
func RealtimeWarning(after int, kind, text string) Fault {
	return Fault{After: after, Frame: fields{"message_type": kind, "error": text}}
}
