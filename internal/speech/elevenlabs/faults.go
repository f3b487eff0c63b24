package elevenlabs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// What can go wrong, in the words of fault. A cause is added where there is one that
// can't repeat what was sent.

func invalidKey() *fault.Error { return fault.New(fault.Denied, "elevenlabs.invalidKey") }

// missingPermission: the key is good, but isn't allowed this. The permission has the
// service's own name, for example voices_read.
func missingPermission(permission string) *fault.Error {
	return fault.New(fault.Denied, "elevenlabs.missingPermission").With("permission", permission)
}

func quotaExceeded() *fault.Error { return fault.New(fault.Denied, "elevenlabs.quotaExceeded") }

func planTooSmall() *fault.Error { return fault.New(fault.Denied, "elevenlabs.planTooSmall") }

func termsNotAccepted() *fault.Error { return fault.New(fault.Denied, "elevenlabs.termsNotAccepted") }

// unusualActivity: the service closes its free plan to a network it distrusts.
func unusualActivity() *fault.Error { return fault.New(fault.Denied, "elevenlabs.unusualActivity") }

// tooManyAtOnce: the plan allows fewer requests at a time. Trying again at once makes it
// worse; it is over as soon as another request ends.
func tooManyAtOnce() *fault.Error {
	return fault.New(fault.RateLimited, "elevenlabs.tooManyAtOnce").After(soon)
}

func busy() *fault.Error { return fault.New(fault.RateLimited, "elevenlabs.busy").After(soon) }

// outOfOrder: a mistake at the service's end.
func outOfOrder() *fault.Error { return fault.New(fault.Unavailable, "elevenlabs.outOfOrder") }

func voiceNotFound() *fault.Error { return fault.New(fault.NotFound, "elevenlabs.voiceNotFound") }

func modelNotFound() *fault.Error { return fault.New(fault.NotFound, "elevenlabs.modelNotFound") }

func notFound() *fault.Error { return fault.New(fault.NotFound, "elevenlabs.notFound") }

func textTooLong() *fault.Error { return fault.InvalidField("text", "elevenlabs.textTooLong") }

// refused: the service understood and said no for a reason we have no word for. The
// status is that of HTTP, or of the close of a WebSocket.
func refused(status int) *fault.Error {
	f := fault.New(fault.Invalid, "elevenlabs.refused")
	if status == http.StatusUnauthorized || status == http.StatusForbidden {
		f.Code = fault.Denied
	}
	return f.With("status", strconv.Itoa(status))
}

func unreachable(cause error) *fault.Error {
	return fault.Wrap(fault.Offline, "elevenlabs.unreachable", harmless(cause))
}

// cutOff: the connection broke in the middle of an answer.
func cutOff(cause error) *fault.Error {
	return fault.Wrap(fault.Unavailable, "elevenlabs.cutOff", harmless(cause))
}

// stalled: the connection stands, but nothing comes any more.
func stalled() *fault.Error { return fault.New(fault.Unavailable, "elevenlabs.stalled") }

// badReply: an answer that can't be read. What is named is ours, never the service's words.
func badReply(what string) *fault.Error {
	return fault.Wrap(fault.Unavailable, "elevenlabs.badReply", errors.New(what))
}

// sessionEnded: a conversation that is over is asked for more, or the service closed it.
func sessionEnded() *fault.Error { return fault.New(fault.Unavailable, "elevenlabs.sessionEnded") }

func canceled(ctx context.Context) *fault.Error {
	return fault.Wrap(fault.Canceled, "fault.canceled", ctx.Err())
}

// soon is when to come back if the service doesn't say.
const soon = time.Second

// harmless reduces an error of the network to what can stand in a log: the library's own
// text holds the whole address with its query.
func harmless(err error) error {
	if errno, ok := errors.AsType[syscall.Errno](err); ok {
		return errno
	}
	if timeout, ok := errors.AsType[net.Error](err); ok && timeout.Timeout() {
		return errors.New("time limit of the network reached")
	}
	for _, known := range []error{io.ErrUnexpectedEOF, io.EOF, net.ErrClosed} {
		if errors.Is(err, known) {
			return known
		}
	}
	return fmt.Errorf("network error of type %T", innermost(err))
}

func innermost(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}
