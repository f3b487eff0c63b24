package jsonresume

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
)

// entry is an object of the format with the keys of other programs behind its own.
type entry struct {
	fields any
	extra  career.Extra
}

// MarshalJSON writes the fields in the order of the schema, then the other keys by name. A
// field of the schema is never replaced.
func (e entry) MarshalJSON() ([]byte, error) {
	own, err := written(e.fields)
	if err != nil || len(e.extra) == 0 {
		return own, err
	}
	var known map[string]json.RawMessage
	if err := json.Unmarshal(own, &known); err != nil {
		return nil, fmt.Errorf("read fields: %w", err)
	}
	out := bytes.NewBuffer(bytes.TrimSuffix(own, []byte("}")))
	for _, key := range slices.Sorted(maps.Keys(e.extra)) {
		if _, taken := known[key]; taken {
			continue
		}
		name, err := written(key)
		if err != nil {
			return nil, err
		}
		value, err := written(e.extra[key])
		if err != nil {
			return nil, err
		}
		if !bytes.HasSuffix(out.Bytes(), []byte("{")) {
			out.WriteByte(',')
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// written is a value as JSON with & and < as they are: this is a file, not a page.
func written(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("encode json resume: %w", err)
	}
	return bytes.TrimSpace(b.Bytes()), nil
}

// rootExtra are the keys beside the sections; sections of the person's own go below meta,
// which the schema leaves to programs.
func rootExtra(l career.Ledger) career.Extra {
	if len(l.Custom) == 0 {
		return l.Extra
	}
	out := career.Extra{}
	maps.Copy(out, l.Extra)
	meta := map[string]any{}
	if had, ok := out["meta"].(map[string]any); ok {
		maps.Copy(meta, had)
	}
	meta["jobjourney"] = map[string]any{"custom": l.Custom}
	out["meta"] = meta
	return out
}
