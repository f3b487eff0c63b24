package app

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
)

var errorType = reflect.TypeFor[error]()

// invoke calls a method of a bound struct ("Career.Get") with a JSON array of
// arguments, by the same rules as Wails: exact count, at most a value and an error.
func invoke(bound Bound, name string, body io.Reader) (any, error) {
	method, ok := lookUp(bound, name)
	if !ok {
		return nil, fault.New(fault.NotFound, "fault.noSuchCall")
	}
	var raw []json.RawMessage
	if err := json.NewDecoder(body).Decode(&raw); err != nil {
		return nil, callFault(err)
	}
	args, err := arguments(method.Type(), raw)
	if err != nil {
		return nil, err
	}
	var value any
	for _, out := range method.Call(args) {
		if out.Type() != errorType {
			value = out.Interface()
		} else if !out.IsNil() {
			err = out.Interface().(error)
		}
	}
	return value, err
}

// callFault says why arguments can't be read: what a person pasted may be too much.
func callFault(err error) error {
	if over, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return fault.Wrap(fault.Invalid, "fault.tooMuch", err).With("limit", strconv.FormatInt(over.Limit>>20, 10))
	}
	return fault.Wrap(fault.Invalid, "fault.badCall", err)
}

func lookUp(bound Bound, name string) (reflect.Value, bool) {
	area, method, _ := strings.Cut(name, ".")
	target := reflect.ValueOf(bound).FieldByName(area)
	if !target.IsValid() {
		return reflect.Value{}, false
	}
	m := target.MethodByName(method)
	return m, m.IsValid()
}

func arguments(method reflect.Type, raw []json.RawMessage) ([]reflect.Value, error) {
	if method.NumIn() != len(raw) {
		return nil, fault.New(fault.Invalid, "fault.badCall")
	}
	args := make([]reflect.Value, len(raw))
	for i, r := range raw {
		arg := reflect.New(method.In(i))
		if err := json.Unmarshal(r, arg.Interface()); err != nil {
			return nil, fault.Wrap(fault.Invalid, "fault.badCall", err)
		}
		args[i] = arg.Elem()
	}
	return args, nil
}

func writeJSON(w http.ResponseWriter, v any) {
	data, err := json.Marshal(v)
	if err != nil {
		http.Error(w, "no answer", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(data) // a client that went away is no concern
}
