package fakeai

import (
	"bytes"
	"io"
	"net/http"
	"slices"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// attribution are the headers that make a person's use of the app public in rankings.
var attribution = []string{"HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"}

// Call is a request that came in.
type Call struct {
	Method, Path string // the path below /api/v1
	Query        string
	Header       http.Header
	Body         []byte
	// Attribution are the headers sent that tell OpenRouter which app it is.
	Attribution []string
	// Ended says that the answer is complete, or was as complete as its fault wanted;
	// Abandoned that the client went away before that.
	Ended, Abandoned bool
}

// record reads the body, keeps the call, and leaves the body to be read again.
func (s *Server) record(path string, r *http.Request) *Call {
	body, _ := serve.Body(r) // a client that goes away has sent what it sent
	r.Body = io.NopCloser(bytes.NewReader(body))
	c := &Call{Method: r.Method, Path: path, Query: r.URL.RawQuery, Header: r.Header.Clone(), Body: body}
	for _, name := range attribution {
		if r.Header.Get(name) != "" {
			c.Attribution = append(c.Attribution, name)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, c)
	return c
}

// close runs when an answer is over, also by a panic that cuts the connection.
func (s *Server) close(x *visit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x.call.Abandoned = x.r.Context().Err() != nil
	x.call.Ended = !x.call.Abandoned
}

// Calls are the requests to a path such as "/key" so far, in order; "" is all paths.
func (s *Server) Calls(path string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Call
	for _, c := range s.calls {
		if path == "" || c.Path == path {
			out = append(out, *c)
		}
	}
	return out
}

// Attributed are the attribution headers that any call has sent.
func (s *Server) Attributed() []string {
	var out []string
	for _, c := range s.Calls("") {
		for _, name := range c.Attribution {
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}
