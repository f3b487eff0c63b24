package vault

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestProfileRefusals(t *testing.T) {
	r := created(t, "correct horse")
	good := string(r.file(t))
	replace := func(old, with string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("%q is not in the profile", old)
		}
		return strings.Replace(good, old, with, 1)
	}
	for name, tt := range map[string]struct {
		file string
		code fault.Code
		key  string
	}{
		"newer":           {replace(`"format": 1`, `"format": 2`), fault.Conflict, "vault.newerFormat"},
		"newer, unlike":   {`{"format": 3, "lock": "elsewhere"}`, fault.Conflict, "vault.newerFormat"},
		"format 0":        {replace(`"format": 1`, `"format": 0`), fault.Unavailable, "vault.profileDamaged"},
		"empty":           {"", fault.Unavailable, "vault.profileDamaged"},
		"not JSON":        {"hello", fault.Unavailable, "vault.profileDamaged"},
		"torn":            {good[:len(good)/2], fault.Unavailable, "vault.profileDamaged"},
		"a list":          {"[]", fault.Unavailable, "vault.profileDamaged"},
		"null":            {"null", fault.Unavailable, "vault.profileDamaged"},
		"no vault id":     {`{"format": 1}`, fault.Unavailable, "vault.profileDamaged"},
		"no lock":         {`{"format": 1, "vaultId": "` + mustID(t, r) + `"}`, fault.Unavailable, "vault.profileDamaged"},
		"unknown mode":    {replace("device+passphrase", "telepathy"), fault.Unavailable, "vault.profileDamaged"},
		"negative count":  {replace(`"count": 0`, `"count": -4`), fault.Unavailable, "vault.profileDamaged"},
		"short salt":      {replace(`"salt": "`, `"salt": "AAAA`), fault.Unavailable, "vault.profileDamaged"},
		"not base64":      {replace(`"wrappedKey": "`, `"wrappedKey": "%`), fault.Unavailable, "vault.profileDamaged"},
		"far too big":     {good + strings.Repeat(" ", maxProfile), fault.Unavailable, "vault.profileDamaged"},
		"no salt at all":  {strings.Replace(good, `"argon2id": {`, `"argon2id": null, "x": {`, 1), fault.Unavailable, "vault.profileDamaged"},
		"garbage in lock": {strings.Replace(good, `"lock": {`, `"lock": 7, "x": {`, 1), fault.Unavailable, "vault.profileDamaged"},
	} {
		t.Run(name, func(t *testing.T) {
			ok(t, os.WriteFile(r.path(), []byte(tt.file), 0o600))
			next := r.again()
			if got := next.State(); got != Locked {
				t.Errorf("state is %s: a new profile could be put in its place", got)
			}
			wants(t, next.Unlock(ctx, []byte("correct horse")), tt.code, tt.key)
			if err := next.SetAppearance("dark", "en"); err == nil {
				t.Error("a file that was not understood was rewritten")
			}
			if got := string(r.file(t)); got != tt.file {
				t.Error("the file changed")
			}
			if next.Appearance().Theme != "dark" {
				t.Error("the theme must still work")
			}
			if _, err := next.Status(); err == nil {
				t.Error("the status says nothing about it")
			}
		})
	}
}

func TestUnknownFieldsSurvive(t *testing.T) {
	r := created(t, "old words")
	var fields map[string]any
	ok(t, json.Unmarshal(r.file(t), &fields))
	fields["laterField"] = map[string]any{"deep": []any{"a", 1.5}}
	fields["lock"].(map[string]any)["laterHint"] = "kept"
	raw, err := json.Marshal(fields)
	ok(t, err)
	ok(t, os.WriteFile(r.path(), raw, 0o600))

	ok(t, r.SetAppearance("dark", "en"))
	ok(t, r.ChangeLock(ctx, []byte("old words"), []byte("new words")))
	ok(t, r.again().Unlock(ctx, []byte("new words")))
	for _, want := range []string{`"laterField"`, `"deep"`, `1.5`, `"laterHint": "kept"`} {
		if !bytes.Contains(r.file(t), []byte(want)) {
			t.Errorf("%s is gone", want)
		}
	}
}

// A known field that becomes empty must not come back from the old file.
func TestKnownFieldsCanBecomeEmpty(t *testing.T) {
	r := created(t, "old words")
	ok(t, r.ChangeLock(ctx, []byte("old words"), nil))
	var fields struct {
		Lock map[string]any `json:"lock"`
	}
	ok(t, json.Unmarshal(r.file(t), &fields))
	if fields.Lock["argon2id"] != nil {
		t.Errorf("the removed lock left %v", fields.Lock["argon2id"])
	}
}

func TestAppearanceAndWindow(t *testing.T) {
	r := newRig(t)
	if got := r.Appearance(); got != (Appearance{Theme: "system"}) {
		t.Errorf("at first: %+v", got)
	}
	if _, known := r.Window(); known {
		t.Error("a window is known before there was one")
	}
	ok(t, r.SetAppearance("dark", "de"))
	ok(t, r.Create(ctx, CreateOptions{}))
	w := Window{X: -5, Y: 10, Width: 1280, Height: 800, Maximised: true}
	ok(t, r.SetWindow(w))

	next := r.again() // locked
	if got := next.Appearance(); got != (Appearance{"dark", "de"}) {
		t.Errorf("after a restart: %+v", got)
	}
	if got, known := next.Window(); !known || got != w {
		t.Errorf("after a restart: %+v, %v", got, known)
	}
	ok(t, next.SetWindow(Window{Width: 960, Height: 640}))
	if got := next.Appearance(); got != (Appearance{"dark", "de"}) {
		t.Errorf("moving the window changed the theme: %+v", got)
	}
	ok(t, next.Unlock(ctx, nil))
}

func TestStatus(t *testing.T) {
	r, _, _ := withPaper(t, "correct horse")
	got, err := r.Status()
	ok(t, err)
	want := Status{State: Unlocked, VaultID: mustID(t, r), NeedsPassphrase: true, UsesKeyring: true, HasRecoveryKey: true}
	if got != want {
		t.Errorf("status is %+v, want %+v", got, want)
	}
	if got, err := newRig(t).Status(); err != nil || got != (Status{State: None}) {
		t.Errorf("without a profile: %+v, %v", got, err)
	}
}

func FuzzParseProfile(f *testing.F) {
	f.Add(created(f, "words").file(f))
	f.Add([]byte(`{"format": 1, "wiping": true}`))
	f.Add([]byte(`{"format": 9}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := parseProfile(raw)
		if err != nil {
			if f := fault.Of(err); f.Key != "vault.profileDamaged" && f.Key != "vault.newerFormat" {
				t.Fatalf("%v", err)
			}
			return
		}
		next, err := json.Marshal(p)
		ok(t, err)
		merged, err := keepUnknown(raw, next)
		ok(t, err)
		if _, err := parseProfile(merged); err != nil {
			t.Fatalf("a rewrite spoils the profile: %v", err)
		}
	})
}
