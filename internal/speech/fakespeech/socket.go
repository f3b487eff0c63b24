package fakespeech

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// maxReason is how many bytes of a reason fit into a close frame.
const maxReason = 123

// socket is an open websocket of a client. One goroutine reads into messages; everything
// else, and all writing, happens where messages are taken out.
type socket struct {
	e        *ElevenLabs
	x        *visit
	ctx      context.Context // ends when the client has gone: a taken-over request's own never does
	leave    context.CancelFunc
	conn     *websocket.Conn
	messages chan map[string]any
	gone     error // why reading ended; set before messages is closed
	sent     int   // pieces of speech, or received pieces of sound
}

// open accepts a websocket; nil if the handshake wasn't one.
func (e *ElevenLabs) open(x *visit) *socket {
	conn, err := websocket.Accept(x.w, x.r, nil)
	if err != nil {
		return nil // Accept has answered
	}
	conn.SetReadLimit(16 << 20)
	s := &socket{e: e, x: x, conn: conn, messages: make(chan map[string]any, 1024)}
	s.ctx, s.leave = context.WithCancel(x.r.Context())
	go s.read()
	return s
}

func (s *socket) read() {
	defer close(s.messages)
	defer s.leave()
	for {
		_, b, err := s.conn.Read(s.ctx)
		if err != nil {
			s.gone = err
			return
		}
		var m map[string]any
		if json.Unmarshal(b, &m) != nil {
			m = nil
		}
		select {
		case s.messages <- m:
		case <-s.ctx.Done():
			return
		}
	}
}

// next waits for a message. ok is false if the client has gone; idle is true if none came
// within d on the clock, where 0 waits for ever.
func (s *socket) next(d time.Duration) (m map[string]any, ok, idle bool) {
	var late <-chan time.Time
	if d > 0 {
		late = s.e.options.Clock.After(d)
	}
	select {
	case m, ok = <-s.messages:
		return m, ok, false
	case <-late:
		return nil, true, true
	case <-s.ctx.Done():
		return nil, false, false
	}
}

// write sends a frame and says whether the client is still there.
func (s *socket) write(value any) bool {
	b, err := json.Marshal(value)
	return err == nil && s.conn.Write(s.ctx, websocket.MessageText, b) == nil
}

// close ends the socket with a code and a reason, cut to what fits.
func (s *socket) close(code websocket.StatusCode, reason string) {
	_ = s.conn.Close(code, reason[:min(len(reason), maxReason)])
}

// fail sends a speech socket's error frame and closes it.
func (s *socket) fail(name, message string) {
	s.write(fields{"message": message, "error": name, "code": 1008})
	s.close(websocket.StatusPolicyViolation, message)
}

// wait is serve.Wait on the server's clock.
func (s *socket) wait(d time.Duration) bool {
	return serve.Wait(s.ctx, s.e.options.Clock, d) == nil
}

// disturb acts out the fault when its moment has come and says whether the socket goes on.
func (s *socket) disturb() bool {
	f := s.x.fault
	if !f.acts() || s.sent != f.After {
		return true
	}
	s.x.fault = Fault{Big: f.Big, Unfinished: f.Unfinished} // it happens once
	switch {
	case f.Cut:
		_ = s.conn.CloseNow()
		return false
	case f.Stall:
		<-s.ctx.Done()
		return false
	case f.Frame != nil:
		s.write(f.Frame)
	}
	if f.Close != 0 {
		s.close(f.Close, f.Reason)
		return false
	}
	return s.wait(f.Pause)
}

// permit tells a speech socket what its key may not do, in a frame, and says whether it may.
func (s *socket) permit(r *http.Request, permission string) bool {
	p := s.e.forbids(r, permission)
	if p != nil {
		s.fail(p.status, p.message)
	}
	return p == nil
}
