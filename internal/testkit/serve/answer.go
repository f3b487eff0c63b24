package serve

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
)

// MaxBody is how much of a request the fakes read.
const MaxBody = 64 << 20

// BadGatewayHTML is what a proxy in front of a provider answers when the provider is down.
const BadGatewayHTML = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n" +
	"<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"

// JSON answers with a value.
func JSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // whoever asked may be gone
}

// Wait returns when d has passed on the clock, or with the context's error before that.
// A d of 0 or less doesn't wait.
func Wait(ctx context.Context, c clock.Clock, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	select {
	case <-c.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Reset ends the connection as a crashed server does: the client reads "connection reset
// by peer". It doesn't return.
func Reset(w http.ResponseWriter) {
	connection, _, err := http.NewResponseController(w).Hijack()
	if err == nil {
		if tcp, isTCP := connection.(*net.TCPConn); isTCP {
			_ = tcp.SetLinger(0)
		}
		_ = connection.Close()
	}
	panic(http.ErrAbortHandler)
}

// Cut ends an answer in its middle: the client reads "unexpected EOF". It doesn't return.
func Cut(w http.ResponseWriter) {
	Flush(w)
	panic(http.ErrAbortHandler)
}

// Flush sends what was written so far.
func Flush(w http.ResponseWriter) { _ = http.NewResponseController(w).Flush() }

// Body reads a request's body, up to MaxBody.
func Body(r *http.Request) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r.Body, MaxBody))
}
