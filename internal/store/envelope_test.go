package store

import (
	"encoding/json"
	"reflect"
	"testing"
)

func TestHeadOfAnEnvelope(t *testing.T) {
	whole := envelope{"id", "kind", 3, "owner", "blob", json.RawMessage(`{"a":[1,2]}`)}
	written, err := json.Marshal(whole)
	ok(t, err)
	head := whole
	head.Body = nil
	for _, tt := range []struct {
		name, plain string
		want        envelope
	}{
		{"as it is written", string(written), head},
		{"body is not looked at", `{"id":"id","kind":"kind","schema":3,"of":"owner","blob":"blob","body":{broken`, head},
		{"later version", `{"id":"id","new":{"x":[1]},"kind":"kind","schema":3,"of":"owner","blob":"blob","body":1}`, head},
		{"a body within", `{"id":"id","new":[{"x":1,"body":2}],"kind":"kind","schema":3,"of":"owner","blob":"blob","body":1}`, head},
		{"words like it", `{"id":",\"body\":","kind":"kind","body":1}`, envelope{ID: `,"body":`, Kind: "kind"}},
		{"no body", `{"id":"id","kind":"kind"}`, envelope{ID: "id", Kind: "kind"}},
	} {
		got, err := readHead([]byte(tt.plain))
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, %v, want %+v", tt.name, got, err, tt.want)
		}
	}
	for _, plain := range []string{"", "x", `{"id":3}`, `{"id":"id"`, `{"id":"id","kind"`} {
		if got, err := readHead([]byte(plain)); err == nil {
			t.Errorf("%q was read as %+v", plain, got)
		}
	}
}
