package openaiaudio

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// maxRefusal is how much of an answer that says no is read, in bytes.
const maxRefusal = 64 << 10

// longestWait bounds how long a server may ask to be left alone.
const longestWait = 24 * time.Hour

var (
	errBadReply    = fault.New(fault.Unavailable, "audioServer.badReply")
	errUnsupported = fault.New(fault.NotFound, "audioServer.unsupported")
	errRejected    = fault.New(fault.Invalid, "audioServer.rejected")
	errStalled     = fault.New(fault.Unavailable, "audioServer.stalled")
	errUnavailable = fault.New(fault.Unavailable, "audioServer.unavailable")
	errUnreachable = fault.New(fault.Offline, "audioServer.unreachable")
	errCutOff      = fault.New(fault.Unavailable, "audioServer.cutOff")
	errUntrusted   = fault.New(fault.Denied, "audioServer.untrusted")
	errInvalidKey  = fault.New(fault.Denied, "audioServer.invalidKey")
	errNoCredit    = fault.New(fault.Denied, "audioServer.noCredit")
	errRefused     = fault.New(fault.Denied, "audioServer.refused")
	errPrivate     = fault.New(fault.Denied, "audioServer.private")
	errModel       = fault.New(fault.NotFound, "audioServer.modelMissing")
	errVoice       = fault.New(fault.NotFound, "audioServer.voiceMissing")
	errTooLarge    = fault.New(fault.Invalid, "audioServer.tooLarge")
	errTooMany     = fault.New(fault.RateLimited, "audioServer.rateLimited")
)

// lost says what became of a request that got no answer, or not all of it. What Go says
// holds the address, so it is left out.
func lost(ctx context.Context, err error) error {
	var dial *net.OpError
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var slow net.Error
	switch {
	case errors.Is(context.Cause(ctx), errStalled):
		return fmt.Errorf("wait for answer: %w", errStalled)
	case ctx.Err() != nil:
		return fmt.Errorf("wait for answer: %w", fault.Wrap(fault.Canceled, "fault.canceled", ctx.Err()))
	case errors.As(err, &certificate), errors.As(err, &record), errors.Is(err, http.ErrSchemeMismatch):
		return fmt.Errorf("open connection: %w", errUntrusted)
	case errors.As(err, &name), errors.As(err, &dial) && dial.Op == "dial":
		return fmt.Errorf("open connection: %w", errUnreachable)
	case errors.As(err, &slow) && slow.Timeout():
		return fmt.Errorf("wait for answer: %w", errStalled)
	}
	return fmt.Errorf("read answer: %w", errCutOff)
}

// refusal turns the problem in an answer into an error; h are the headers it came with.
func (p problem) refusal(h http.Header, now time.Time) error {
	f := p.fault()
	if f.Code == fault.RateLimited {
		f = f.After(p.wait(h, now))
	}
	return fmt.Errorf("ask speech server, status %d: %w", p.status, f)
}

// wait is how long the server asks to be left alone; 0 if it doesn't say.
func (p problem) wait(h http.Header, now time.Time) time.Duration {
	wait := p.retryAfter
	if v := h.Get("Retry-After"); v != "" {
		if seconds, err := strconv.ParseFloat(v, 64); err == nil {
			wait = bounded(seconds)
		} else if at, err := http.ParseTime(v); err == nil {
			wait = at.Sub(now)
		}
	} else if ms, err := strconv.ParseInt(h.Get("X-RateLimit-Reset"), 10, 64); err == nil && wait == 0 {
		wait = time.UnixMilli(ms).Sub(now)
	}
	return min(max(wait, 0), longestWait)
}

// bounded keeps what a server claims inside what a Duration can hold.
func bounded(s float64) time.Duration {
	if !(s > 0) {
		return 0
	}
	return time.Duration(min(s, longestWait.Seconds()) * float64(time.Second))
}
