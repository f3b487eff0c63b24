package serve

import (
	"bytes"
	"io"
	"net/http"
	"sync"
)

// Call is a request that came in.
type Call struct {
	Method, Path, Query string
	Header              http.Header
	Body                []byte
}

// Log keeps the requests of a server. The zero value is ready.
type Log struct {
	mu    sync.Mutex
	calls []Call
}

// Add reads a request's body, keeps the request, and leaves the body to be read again.
func (l *Log) Add(r *http.Request) Call {
	body, _ := Body(r) // a client that goes away has sent what it sent
	r.Body = io.NopCloser(bytes.NewReader(body))
	c := Call{Method: r.Method, Path: r.URL.Path, Query: r.URL.RawQuery, Header: r.Header.Clone(), Body: body}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.calls = append(l.calls, c)
	return c
}

// Calls are the requests to a path so far, in order; "" is all paths.
func (l *Log) Calls(path string) []Call {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []Call
	for _, c := range l.calls {
		if path == "" || c.Path == path {
			out = append(out, c)
		}
	}
	return out
}
