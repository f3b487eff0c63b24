package fault

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Code says what kind of trouble it is. The set is closed: the user interface
// has a way on for each.
type Code string

// The ten codes. Everything that carries no code is Internal.
const (
	NotFound    Code = "not_found"    // what was asked for does not exist (any more)
	Invalid     Code = "invalid"      // the input is wrong; Field names the part, if one is to blame
	Conflict    Code = "conflict"     // the input is fine, but the state of things forbids it
	Locked      Code = "locked"       // the vault has to be unlocked first
	Denied      Code = "denied"       // not allowed, now or ever
	Offline     Code = "offline"      // needs a network that isn't there
	RateLimited Code = "rate_limited" // too soon; RetryAfter says when
	Unavailable Code = "unavailable"  // something outside the app (device, disk, keyring, service) does not work
	Canceled    Code = "canceled"     // somebody asked for it to stop
	Internal    Code = "internal"     // a mistake of ours
)

// Error is a fault: a code, and the key of the sentence that tells a person what
// happened, what was kept and what to do. Params fill the sentence's gaps; they
// never hold content a person wrote, secrets or addresses, because they may be logged.
type Error struct {
	Code       Code
	Key        string            // key into the translations, for example "vault.wrongPassphrase"
	Params     map[string]string // gaps of the sentence; may be nil
	Field      string            // the input to blame, in the JSON name of the view; may be empty
	RetryAfter time.Duration     // only with RateLimited
	Err        error             // the cause, for the log; may be nil
}

// New makes a fault with the sentence key.
func New(code Code, key string) *Error { return &Error{Code: code, Key: key} }

// Wrap makes a fault caused by err.
func Wrap(code Code, key string, err error) *Error {
	return &Error{Code: code, Key: key, Err: err}
}

// InvalidField makes an Invalid fault that blames one field.
func InvalidField(field, key string) *Error {
	return &Error{Code: Invalid, Key: key, Field: field}
}

// With returns a copy of the fault with one more gap filled.
func (e *Error) With(name, value string) *Error {
	out := *e
	out.Params = map[string]string{name: value}
	for k, v := range e.Params {
		if k != name {
			out.Params[k] = v
		}
	}
	return &out
}

// After returns a copy of the fault that says how long to wait.
func (e *Error) After(d time.Duration) *Error {
	out := *e
	out.RetryAfter = d
	return &out
}

// Error is for logs and tests; people read the sentence behind Key.
func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s (%s): %v", e.Key, e.Code, e.Err)
	}
	return fmt.Sprintf("%s (%s)", e.Key, e.Code)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Is matches another fault with the same code and key, so that errors.Is works
// with values made by New.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code && t.Key == e.Key
}

// Of returns the outermost fault in err's chain. A cancelled or expired context is
// Canceled; any other error without a fault is Internal. Of(nil) is nil.
func Of(err error) *Error {
	if err == nil {
		return nil
	}
	if f, ok := errors.AsType[*Error](err); ok {
		return f
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return Wrap(Canceled, "fault.canceled", err)
	}
	return Wrap(Internal, "fault.internal", err)
}

// Has reports whether err carries the code.
func Has(err error, code Code) bool {
	return err != nil && Of(err).Code == code
}
