package app

import (
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"math"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Envelope is how an error crosses to the user interface, in both shells.
type Envelope struct {
	Code         string            `json:"code"`         // one of fault's codes
	Key          string            `json:"key"`          // the sentence
	Params       map[string]string `json:"params"`       // its gaps
	Field        string            `json:"field"`        // the input to blame, or empty
	Retryable    bool              `json:"retryable"`    // trying again as it is may help
	RetryAfterMs int64             `json:"retryAfterMs"` // how long to wait first
	Ref          string            `json:"ref"`          // also in the log; only with internal errors
}

// FormatError is Wails' ErrorFormatter. An error nobody foresaw becomes a plain
// sentence with a reference; what really happened goes to the log under it.
func FormatError(err error) any {
	f := fault.Of(err)
	if f == nil {
		return nil
	}
	env := Envelope{
		Code: string(f.Code), Key: f.Key, Params: f.Params, Field: f.Field,
		Retryable:    f.Code == fault.Unavailable || f.Code == fault.Offline || f.Code == fault.RateLimited,
		RetryAfterMs: int64(math.Ceil(f.RetryAfter.Seconds() * 1000)),
	}
	if env.Params == nil {
		env.Params = map[string]string{}
	}
	if f.Code == fault.Internal || f.Code == fault.Unavailable {
		env.Ref = reference()
		slog.Error("call failed", "ref", env.Ref, "key", f.Key, "error", err.Error())
	}
	return env
}

func reference() string {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return hex.EncodeToString(b[:])
}
