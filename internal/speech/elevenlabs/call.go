package elevenlabs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

const (
	tries       = 3                // of a request in all
	longestWait = 10 * time.Second // before trying again; a longer one is the person's to decide
	maxReply    = 16 << 20         // bytes of JSON
	maxProblem  = 64 << 10         // bytes of an answer that says what went wrong
)

// call is one request.
type call struct {
	method string
	path   string // parts escaped
	query  url.Values
	kind   string // content type of body
	body   []byte
	need   string        // the permission it is about
	limit  time.Duration // of silence; 0 means patience
}

// reply is the answer to a call, with its body still to be read. Whoever has it closes it.
type reply struct {
	*http.Response
	watch *watch
}

func (r reply) close() {
	_ = r.Body.Close()
	r.watch.stop()
}

// do sends a request, again if the service asks for patience, and returns its answer if
// that is a success.
func (c *Client) do(ctx context.Context, what call) (r reply, err error) {
	err = c.retry(ctx, func() error {
		r, err = c.once(ctx, what)
		return err
	})
	return r, err
}

// retry tries again while the service is busy or out of order. Nothing else is tried
// twice, so nothing is paid for or heard twice.
func (c *Client) retry(ctx context.Context, try func() error) error {
	for n := 1; ; n++ {
		err := try()
		if err == nil {
			return nil
		}
		wait, worth := pause(err, n)
		if !worth || n == tries {
			return err
		}
		select {
		case <-c.clock.After(wait):
		case <-ctx.Done():
			return canceled(ctx)
		}
	}
}

// pause says whether trying again is worth it after n tries, and how long to wait.
func pause(err error, n int) (time.Duration, bool) {
	f := fault.Of(err)
	if f.Key != busy().Key && f.Key != outOfOrder().Key {
		return 0, false
	}
	wait := max(f.RetryAfter, soon) << (n - 1)
	return wait, wait <= longestWait
}

func (c *Client) once(ctx context.Context, what call) (reply, error) {
	limit := what.limit
	if limit == 0 {
		limit = patience
	}
	w := c.watched(ctx, limit)
	request, err := http.NewRequestWithContext(w.ctx, what.method, c.at(what.path, what.query), bytes.NewReader(what.body))
	if err != nil {
		w.stop()
		return reply{}, errors.New("make request: the address can't be used")
	}
	c.sign(request.Header)
	if what.kind != "" {
		request.Header.Set("Content-Type", what.kind)
	}
	response, err := c.http.Do(request) //nolint:bodyclose // reply.close does: here after a refusal, else by who reads it
	if err != nil {
		w.stop()
		return reply{}, w.why(unreachable(err))
	}
	r := reply{response, w}
	w.beat()
	if response.StatusCode/100 == 2 {
		return r, nil
	}
	defer r.close()
	return reply{}, c.problem(r, what.need)
}

// problem reads an answer that isn't a success.
func (c *Client) problem(r reply, need string) error {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxProblem))
	if err != nil && r.watch.ctx.Err() != nil {
		return r.watch.why(cutOff(err))
	}
	return read(r.StatusCode, r.Header, body, c.clock.Now()).fault(need)
}

// json sends a request and reads its answer into out, unless that is nil.
func (c *Client) json(ctx context.Context, what call, out any) error {
	r, err := c.do(ctx, what)
	if err != nil {
		return err
	}
	defer r.close()
	if out == nil {
		return nil
	}
	return decode(r, out)
}

func decode(r reply, out any) error {
	body, err := io.ReadAll(io.LimitReader(watchedBody{r}, maxReply+1))
	switch {
	case err != nil:
		return r.watch.why(cutOff(err))
	case len(body) > maxReply:
		return badReply("answer too long")
	case json.Unmarshal(body, out) != nil:
		return badReply("answer is not the JSON expected")
	}
	return nil
}

// watchedBody tells the watch of every piece that arrives.
type watchedBody struct{ reply }

func (b watchedBody) Read(p []byte) (int, error) {
	n, err := b.Body.Read(p)
	if n > 0 {
		b.watch.beat()
	}
	return n, err
}

// isSound checks that a success holds sound: a proxy may answer anything with a page, and
// a service may answer 200 with an error.
func (c *Client) isSound(r reply, need string) error {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if !strings.HasPrefix(kind, "text/") && kind != "application/json" {
		return nil
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxProblem))
	if err != nil {
		return r.watch.why(cutOff(err))
	}
	if p := read(r.StatusCode, r.Header, body, c.clock.Now()); p.named(need).Key != refused(0).Key {
		return p.fault(need)
	}
	return badReply(fmt.Sprintf("answer of type %s is no sound", kind))
}
