package elevenlabs

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// largestFrame is how many bytes one frame may have: a long sentence comes in one of more
// than a megabyte.
const largestFrame = 16 << 20

// policy is the status (RFC 6455, 7.4.1) the service closes with after an error.
const policy = int(websocket.StatusPolicyViolation)

// socket is a WebSocket to the service with a watch on it.
type socket struct {
	conn   *websocket.Conn
	watch  *watch
	header http.Header // of the handshake's answer
	need   string
}

// dial opens a socket that lives as long as ctx at most. The key travels in a header; the
// address has none.
func (c *Client) dial(ctx context.Context, path string, query url.Values, need string) (s *socket, err error) {
	err = c.retry(ctx, func() error {
		s, err = c.dialOnce(ctx, path, query, need)
		return err
	})
	return s, err
}

func (c *Client) dialOnce(ctx context.Context, path string, query url.Values, need string) (*socket, error) {
	w := c.watched(ctx, patience)
	header := http.Header{}
	c.sign(header)
	//nolint:bodyclose // of a refusal the library has read the start into memory and closed the rest; else the body is the socket
	conn, response, err := websocket.Dial(w.ctx, c.at(path, query), &websocket.DialOptions{HTTPClient: c.http, HTTPHeader: header})
	if err == nil {
		conn.SetReadLimit(largestFrame)
		w.beat()
		return &socket{conn, w, response.Header, need}, nil
	}
	defer w.stop()
	if response == nil || w.ctx.Err() != nil {
		return nil, w.why(unreachable(err))
	}
	if response.StatusCode == http.StatusSwitchingProtocols || response.StatusCode/100 == 2 {
		return nil, badReply("answer is no WebSocket")
	}
	return nil, c.problem(reply{response, w}, need)
}

// send writes a message, which must be JSON.
func (s *socket) send(ctx context.Context, message any) error {
	text, err := json.Marshal(message)
	if err != nil {
		return badReply("message can't be written")
	}
	if err := s.conn.Write(ctx, websocket.MessageText, text); err != nil {
		if ctx.Err() != nil {
			return canceled(ctx)
		}
		return s.ended(err)
	}
	return nil
}

// receive reads the next message into out.
func (s *socket) receive(out any) error {
	_, text, err := s.conn.Read(s.watch.ctx)
	if err != nil {
		return s.ended(err)
	}
	if json.Unmarshal(text, out) != nil {
		return badReply("message is not the JSON expected")
	}
	return nil
}

// errClosed is a close without complaint.
var errClosed = errors.New("closed by the service")

// ended says why a socket broke or was closed; errClosed if nothing was wrong.
func (s *socket) ended(err error) error {
	var closed websocket.CloseError
	switch {
	case s.watch.ctx.Err() != nil:
		return s.watch.why(cutOff(err))
	case errors.Is(err, websocket.ErrMessageTooBig):
		return badReply("message too long")
	case !errors.As(err, &closed):
		return cutOff(err)
	case closed.Code == websocket.StatusNormalClosure:
		return errClosed
	case closed.Code == websocket.StatusGoingAway:
		return cutOff(err)
	}
	return s.closing(int(closed.Code), closed.Reason)
}

// closing reads the status and reason of a close. The reason is a sentence, or begins with
// the name of the trouble.
func (s *socket) closing(code int, reason string) *fault.Error {
	p := problem{status: code, said: strings.ToLower(reason)}
	p.words = strings.FieldsFunc(p.said, func(r rune) bool { return r != '_' && r != '+' && (r < 'a' || r > 'z') })
	switch {
	case strings.Contains(p.said, "timeout of"), strings.Contains(p.said, "inactivity"):
		return sessionEnded()
	case code == int(websocket.StatusInternalError), code == int(websocket.StatusTryAgainLater):
		return outOfOrder()
	}
	return p.fault(s.need)
}

// complaint reads a frame that says what is wrong: under name the trouble's name, in said
// a sentence.
func (s *socket) complaint(name, said string) *fault.Error {
	name = strings.TrimPrefix(name, "scribe_")
	return problem{status: policy, words: []string{name}, said: strings.ToLower(said)}.fault(s.need)
}

// close ends the socket at once.
func (s *socket) close() {
	s.watch.stop()
	_ = s.conn.CloseNow()
}
