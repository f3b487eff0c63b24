package ai

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// longestEvent bounds one event of a stream.
const longestEvent = 4 << 20

// events reads a stream of server-sent events (WHATWG HTML, 9.2) and hands on its data
// alone, one event on each line. It ends well only if the stream does: with [DONE], or
// with a reason to finish. Comments, which keep a slow stream alive, are dropped.
type events struct {
	source   io.ReadCloser
	lines    *bufio.Scanner
	data     []byte // of the event being read
	out      bytes.Buffer
	finished bool // the model came to an end
	over     error
	heard    func() // a line came, be it only a sign of life
}

func newEvents(source io.ReadCloser, heard func()) *events {
	lines := bufio.NewScanner(source)
	lines.Buffer(nil, longestEvent)
	return &events{source: source, lines: lines, heard: heard}
}

// Read gives lines of the form "data: {...}".
func (e *events) Read(p []byte) (int, error) {
	for e.out.Len() == 0 && e.over == nil {
		e.next()
	}
	if e.out.Len() > 0 {
		return e.out.Read(p)
	}
	return 0, e.over
}

// Close is io.Closer.
func (e *events) Close() error { return e.source.Close() }

func (e *events) next() {
	if !e.lines.Scan() {
		e.over = e.ending(e.lines.Err())
		return
	}
	e.heard()
	line := e.lines.Bytes()
	if len(line) == 0 {
		e.over = e.emit()
		return
	}
	if field, ok := bytes.CutPrefix(line, []byte("data:")); ok {
		e.data = append(e.data, bytes.TrimPrefix(field, []byte(" "))...)
	}
}

// ending is how the stream ended: an event may still be under way.
func (e *events) ending(err error) error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case err != nil:
		return fmt.Errorf("read stream: %w", cutOff())
	}
	if over := e.emit(); over != nil {
		return over
	}
	if !e.finished {
		return fmt.Errorf("read stream without its end: %w", cutOff())
	}
	return io.EOF
}

// emit hands on the event that is complete now.
func (e *events) emit() error {
	data := bytes.TrimSpace(e.data)
	e.data = nil
	if len(data) == 0 {
		return nil
	}
	if string(data) == "[DONE]" {
		return io.EOF
	}
	var c chunk
	if err := json.Unmarshal(data, &c); err != nil {
		return fmt.Errorf("read event: %w", badReply())
	}
	if raw := c.errorOf(); raw != nil {
		return fmt.Errorf("error in stream: %w", inStream(raw))
	}
	for _, one := range c.Choices {
		if one.FinishReason == "error" {
			return fmt.Errorf("error in stream: %w", busy())
		}
	}
	e.finished = e.finished || c.finished()
	fmt.Fprintf(&e.out, "data: %s\n", data)
	return nil
}
