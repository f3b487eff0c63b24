package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/gorilla/websocket"
)

// inspector speaks to a page through its browser's inspector: that of Chromium, or that of
// WebKit, where what is meant for a page travels in an envelope with the page's name.
type inspector struct {
	conn   *websocket.Conn
	target string // WebKit's name of the page; empty: Chromium
	last   int
}

// message is a question, an answer or an event, of either inspector.
type message struct {
	ID     int             `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params any             `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  json.RawMessage `json:"error,omitempty"`
}

// envelope is what WebKit's inspector puts around a message of a page.
type envelope struct {
	TargetID   string `json:"targetId"`
	Message    string `json:"message"`
	TargetInfo struct {
		TargetID string `json:"targetId"`
		Type     string `json:"type"`
	} `json:"targetInfo"`
}

func inspectChromium(ctx context.Context, address string) (*inspector, error) {
	conn, answer, err := websocket.DefaultDialer.DialContext(ctx, address, nil)
	if err != nil {
		return nil, err
	}
	return &inspector{conn: conn}, answer.Body.Close()
}

// inspectWebKit takes the first page that is offered. Whoever comes right after somebody
// else has left is turned away, and tries again.
func inspectWebKit(ctx context.Context, address string) (i *inspector, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	none := soon(ctx, func() bool {
		if i, err = inspectChromium(ctx, address); err != nil {
			return false
		}
		if err = i.meet(); err != nil {
			i.close()
		}
		return err == nil
	})
	return i, errors.Join(none, err)
}

// meet waits for the name of WebKit's page.
func (i *inspector) meet() error {
	for i.target == "" {
		var event struct {
			Method string
			Params envelope
		}
		if err := i.read(&event); err != nil {
			return err
		}
		if event.Method == "Target.targetCreated" && event.Params.TargetInfo.Type == "page" {
			i.target = event.Params.TargetInfo.TargetID
		}
	}
	return nil
}

// close says good-bye and waits for it to be said back: WebKit holds the page until then.
func (i *inspector) close() {
	defer func() { _ = i.conn.Close() }() // nothing is under way
	goodbye := websocket.FormatCloseMessage(websocket.CloseNormalClosure, "")
	if i.conn.WriteControl(websocket.CloseMessage, goodbye, time.Now().Add(patience)) != nil {
		return
	}
	for {
		if _, _, err := i.conn.ReadMessage(); err != nil {
			return
		}
	}
}

func (i *inspector) read(into any) error {
	if err := i.conn.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	return i.conn.ReadJSON(into)
}

// ask waits for the answer; events in between are nobody's concern.
func (i *inspector) ask(method string, params any) (json.RawMessage, error) {
	i.last++
	if err := i.send(message{ID: i.last, Method: method, Params: params}); err != nil {
		return nil, fmt.Errorf("%s: %w", method, err)
	}
	for {
		answer, err := i.receive()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", method, err)
		}
		if answer.ID != i.last {
			continue
		}
		if answer.Error != nil {
			return nil, fmt.Errorf("%s: %s", method, answer.Error)
		}
		return answer.Result, nil
	}
}

func (i *inspector) send(m message) error {
	if i.target == "" {
		return i.conn.WriteJSON(m)
	}
	inner, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return i.conn.WriteJSON(message{ID: m.ID, Method: "Target.sendMessageToTarget",
		Params: map[string]string{"targetId": i.target, "message": string(inner)}})
}

// receive gives the next message of the page; what is not of it comes back empty.
func (i *inspector) receive() (m message, err error) {
	if i.target == "" {
		return m, i.read(&m)
	}
	var outer struct {
		Method string
		Params envelope
	}
	if err := i.read(&outer); err != nil || outer.Method != "Target.dispatchMessageFromTarget" {
		return m, err
	}
	return m, json.Unmarshal([]byte(outer.Params.Message), &m)
}

// evaluate runs an expression in the page; its value must be one that JSON can hold.
func (i *inspector) evaluate(expression string, into any) error {
	result, err := i.ask("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true})
	if err != nil {
		return err
	}
	var got struct {
		Result struct {
			Value       json.RawMessage
			Description string
		}
		WasThrown        bool            // WebKit's word
		ExceptionDetails json.RawMessage // Chromium's
	}
	if err := json.Unmarshal(result, &got); err != nil {
		return err
	}
	if got.WasThrown || got.ExceptionDetails != nil {
		return errors.New("in the page: " + got.Result.Description)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(got.Result.Value, into)
}
