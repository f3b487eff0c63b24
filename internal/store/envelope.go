package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// envelope is the plaintext of a record. The body comes last, so that whoever needs only
// the rest can stop before it.
type envelope struct {
	ID     string          `json:"id"`
	Kind   string          `json:"kind"`
	Schema int             `json:"schema"`
	Of     string          `json:"of,omitempty"`   // the record this one belongs to
	Blob   string          `json:"blob,omitempty"` // the blob that goes with it
	Body   json.RawMessage `json:"body"`
}

// check reports whether the record is the one its row claims to be.
func (e envelope) check(r row) error {
	if e.ID != ident.FromBytes(r.id) || e.Kind == "" {
		return fault.Wrap(fault.Unavailable, "vault.damaged", errors.New("read record: id or kind does not match its row"))
	}
	return nil
}

// readHead reads an envelope up to its body.
func readHead(plain []byte) (envelope, error) {
	if env, ok := cutHead(plain); ok {
		return env, nil
	}
	return scanHead(plain)
}

// cutHead reads what comes before the first body, in the form this version writes. Within
// a string no quote stands without a backslash, so the cut is between fields; in an object
// inside the envelope it leaves half a value, which is not JSON.
func cutHead(plain []byte) (envelope, bool) {
	head, _, found := bytes.Cut(plain, []byte(`,"body":`))
	if !found {
		return envelope{}, false
	}
	var env envelope
	err := json.Unmarshal(append(bytes.Clone(head), '}'), &env)
	return env, err == nil
}

// scanHead reads an envelope field by field, whatever its form.
func scanHead(plain []byte) (envelope, error) {
	var env envelope
	fields := map[string]any{"id": &env.ID, "kind": &env.Kind, "schema": &env.Schema, "of": &env.Of, "blob": &env.Blob}
	dec := json.NewDecoder(bytes.NewReader(plain))
	if _, err := dec.Token(); err != nil {
		return envelope{}, err
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil || name == "body" {
			return env, err
		}
		field, known := fields[fmt.Sprint(name)]
		if !known {
			field = new(json.RawMessage)
		}
		if err := dec.Decode(field); err != nil {
			return envelope{}, err
		}
	}
	_, err := dec.Token() // the closing brace
	return env, err
}
