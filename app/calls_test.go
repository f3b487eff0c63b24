package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestCalls(t *testing.T) {
	r := newRig(t)
	r.enter()
	a := r.call("Career.SaveSkill", `[{"id":"","name":"Triage","level":"","keywords":[]}]`)
	var l career.Ledger
	if err := json.Unmarshal(a.Result, &l); err != nil || a.Error != nil || len(l.Skills) != 1 || l.Skills[0].ID == "" {
		t.Fatalf("saving a skill: %s, %+v", a.Result, a.Error)
	}
	if a = r.call("Settings.UpdateDevice", `[{"microphoneId":"usb"}]`); a.Error != nil || string(a.Result) != "null" {
		t.Errorf("a method without a result: %s, %+v", a.Result, a.Error)
	}
	if a = r.call("Postings.List", `[]`); string(a.Result) != "[]" {
		t.Errorf("an empty list is %s", a.Result)
	}
	for _, method := range []string{"System.Ready", "System.Get"} {
		if a = r.call(method, `[]`); !strings.Contains(string(a.Result), `"shell":"browser"`) || !strings.Contains(string(a.Result), `"folder":"where the profile lies"`) {
			t.Errorf("%s: %s", method, a.Result)
		}
	}
	if a = r.call("System.OpenFolder", `[]`); a.Error == nil || a.Error.Key != "shell.noFolders" {
		t.Errorf("a page opens a folder: %s, %+v", a.Result, a.Error)
	}
}

func TestCallsThatAreNone(t *testing.T) {
	r := newRig(t)
	r.enter()
	for name, tt := range map[string]struct{ method, args, key string }{
		"too few arguments":      {"Postings.Get", `[]`, "fault.badCall"},
		"too many":               {"Postings.Get", `["a","b"]`, "fault.badCall"},
		"of another type":        {"Postings.Get", `[1]`, "fault.badCall"},
		"no list":                {"Postings.Get", `{"id":"a"}`, "fault.badCall"},
		"no JSON":                {"Postings.Get", `[`, "fault.badCall"},
		"nothing":                {"Postings.Get", ``, "fault.badCall"},
		"over the limit":         {"Postings.Create", `["` + strings.Repeat("w", maxCall) + `"]`, "fault.tooMuch"},
		"no such method":         {"Postings.Burn", `[]`, "fault.noSuchCall"},
		"no such area":           {"Secrets.Get", `[]`, "fault.noSuchCall"},
		"no area":                {"Get", `[]`, "fault.noSuchCall"},
		"unexported method":      {"Career.save", `[{}]`, "fault.noSuchCall"},
		"unexported field":       {"Career.gate", `[]`, "fault.noSuchCall"},
		"a method of the struct": {".Career", `[]`, "fault.noSuchCall"},
	} {
		if a := r.call(tt.method, tt.args); a.Error == nil || a.Error.Key != tt.key || string(a.Result) != "" && string(a.Result) != "null" {
			t.Errorf("%s: got %s, %+v, want %s", name, a.Result, a.Error, tt.key)
		}
	}
}

func TestErrorsCross(t *testing.T) {
	r := newRig(t)
	r.enter()
	a := r.call("Postings.Get", `["00000000-0000-4000-8000-000000000000"]`)
	if a.Error == nil || a.Error.Code != "not_found" || a.Error.Ref != "" {
		t.Errorf("not found: %+v", a.Error)
	}
	a = r.call("Settings.Update", `[{"density":"crowded","motion":"system","uiScale":1,"lockAfterMin":1,"recordingDays":1}]`)
	if a.Error == nil || a.Error.Field != "density" || a.Error.Code != "invalid" {
		t.Errorf("invalid: %+v", a.Error)
	}
	r.store.Lock()
	if a = r.call("Career.Get", `[]`); a.Error == nil || a.Error.Code != "locked" || a.Error.Key != "vault.locked" {
		t.Errorf("locked: %+v", a.Error)
	}
}

// What nobody foresaw becomes a plain sentence with a reference. The cause stays in the
// log, under that reference.
func TestUnknownErrorsStayInTheLog(t *testing.T) {
	var log bytes.Buffer
	was := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	defer slog.SetDefault(was)
	for name, err := range map[string]error{
		"unknown": errors.New(secretCause),
		"wrapped": fmt.Errorf("read ledger: %w", errors.New(secretCause)),
		"outside": fault.Wrap(fault.Unavailable, "store.diskError", errors.New(secretCause)),
		"ours":    fault.Wrap(fault.Invalid, "file.notReceived", errors.New(secretCause)),
	} {
		raw, failed := json.Marshal(FormatError(err))
		ok(t, failed)
		if strings.Contains(string(raw), "cause") {
			t.Errorf("%s crosses as %s", name, raw)
		}
		var env Envelope
		ok(t, json.Unmarshal(raw, &env))
		if name == "unknown" && (env.Key != "fault.internal" || env.Retryable) {
			t.Errorf("%s crosses as %s", name, raw)
		}
		if name != "ours" && (len(env.Ref) != 8 || !strings.Contains(log.String(), "ref="+env.Ref)) {
			t.Errorf("%s: ref %q is not in the log", name, env.Ref)
		}
	}
	if !strings.Contains(log.String(), secretCause) {
		t.Error("the cause is in no log")
	}
	env := FormatError(fault.New(fault.RateLimited, "vault.wait").After(1500*time.Millisecond).With("n", "2")).(Envelope)
	if env.RetryAfterMs != 1500 || !env.Retryable || env.Params["n"] != "2" || env.Ref != "" {
		t.Errorf("rate limited: %+v", env)
	}
	if FormatError(nil) != nil {
		t.Error("no error is an error")
	}
}

func TestUnforeseenErrorOfACall(t *testing.T) {
	r := newRig(t)
	r.enter()
	a := r.call("System.Search", `["x"]`)
	if a.Error == nil || a.Error.Key != "fault.internal" || a.Error.Ref == "" || len(a.Error.Params) != 0 {
		t.Errorf("%+v", a.Error)
	}
}

func TestClosedGate(t *testing.T) {
	r := newRig(t)
	r.enter()
	r.gate.Close()
	if a := r.call("Career.Get", `[]`); a.Error == nil || a.Error.Code != "canceled" || a.Error.Key != "fault.closing" {
		t.Errorf("a call after closing: %+v", a.Error)
	}
	if _, err := r.tasks.Start("x", nil); !fault.Has(err, fault.Canceled) {
		t.Errorf("a task after closing: %v", err)
	}
	r.gate.Open(bg) // only the first counts
	if a := r.call("Career.Get", `[]`); a.Error == nil {
		t.Error("the gate opened again")
	}
}

func TestCallsWaitForTheGate(t *testing.T) {
	g := NewGate()
	done := make(chan error, 1)
	go func() {
		_, err := g.enter()
		done <- err
	}()
	select {
	case <-done:
		t.Fatal("a call went through before the shell was there")
	default:
	}
	g.Open(bg)
	ok(t, <-done)
}
