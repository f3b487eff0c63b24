package vault

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func backup(t testing.TB, r *rig, public, content []byte) []byte {
	t.Helper()
	var file bytes.Buffer
	w, err := r.SealBackup(&file, public)
	ok(t, err)
	_, err = w.Write(content)
	ok(t, err)
	ok(t, w.Close())
	return file.Bytes()
}

func restore(file []byte, text string) ([]byte, error) {
	r, _, err := OpenBackup(bytes.NewReader(file), text)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func TestBackupRoundTrip(t *testing.T) {
	r, text, public := withPaper(t, "")
	for name, content := range map[string][]byte{
		"empty":          {},
		"short":          []byte("everything I wrote"),
		"many segments":  bytes.Repeat([]byte("0123456789abcdef"), 3<<16),
		"exact segments": make([]byte, 2*backupSegment),
	} {
		file := backup(t, r, public, content)
		got, err := restore(file, text.String())
		if err != nil || !bytes.Equal(got, content) {
			t.Errorf("%s: %d bytes back, %v", name, len(got), err)
		}
		if len(content) > 0 && bytes.Contains(file, content) {
			t.Errorf("%s: the content is in the file as it is", name)
		}
	}
	file := backup(t, r, public, nil)
	_, about, err := OpenBackup(bytes.NewReader(file), text.String())
	ok(t, err)
	if about.VaultID != mustID(t, r) || about.Version != 1 {
		t.Errorf("header: %+v", about)
	}
}

func TestBackupNeedsAnOpenVaultToMakeAndThePaperToOpen(t *testing.T) {
	r, text, public := withPaper(t, "")
	file := backup(t, r, public, []byte("content"))
	_, err := restore(file, RecoveryText{Groups: writeRecoveryKey(newSecret())}.String())
	wants(t, err, fault.Denied, "vault.recoveryWrong")
	_, err = restore(file, "no key")
	wants(t, err, fault.Invalid, "vault.recoveryMalformed")
	_, err = r.SealBackup(io.Discard, []byte("no public key"))
	if err == nil {
		t.Error("sealed to rubbish")
	}
	r.Lock()
	_, err = r.SealBackup(io.Discard, public)
	wants(t, err, fault.Locked, "vault.locked")
	if _, err := restore(file, text.String()); err != nil {
		t.Errorf("the paper alone must do: %v", err)
	}
}

func TestBackupIsAllOrAnError(t *testing.T) {
	r, text, public := withPaper(t, "")
	content := bytes.Repeat([]byte("x"), 2*backupSegment+100)
	file := backup(t, r, public, content)
	for _, cut := range []int{1, 50, 2000, len(file) / 2, len(file) - backupSegment, len(file) - 200, len(file) - 1} {
		if _, err := restore(file[:cut], text.String()); err == nil {
			t.Errorf("cut to %d of %d bytes and accepted", cut, len(file))
		}
	}
	_, err := restore(append(bytes.Clone(file), 0), text.String())
	wants(t, err, fault.Invalid, "vault.backupDamaged")
	places := []int{len(file) - 1}
	for at := range backupFixed + 2 + 1168 + 40 { // all of the header, the start of the stream
		places = append(places, at)
	}
	for at := 2000; at < len(file); at += 29_989 {
		places = append(places, at)
	}
	for _, at := range places {
		altered := bytes.Clone(file)
		altered[at] ^= 1
		if _, err := restore(altered, text.String()); err == nil {
			t.Fatalf("byte %d altered and accepted", at)
		}
	}
}

func TestBackupHeaderIsChecked(t *testing.T) {
	r, text, public := withPaper(t, "")
	file := backup(t, r, public, []byte("content"))
	spoil := func(at int, to byte) []byte { b := bytes.Clone(file); b[at] = to; return b }
	for name, tt := range map[string]struct {
		file []byte
		code fault.Code
		key  string
	}{
		"empty":              {nil, fault.Invalid, "vault.notABackup"},
		"something else":     {[]byte("%PDF-1.7 and so on, for long enough"), fault.Invalid, "vault.notABackup"},
		"a later version":    {spoil(8, 2), fault.Conflict, "vault.newerFormat"},
		"another vault's id": {spoil(9, file[9]^1), fault.Denied, "vault.recoveryWrong"},
		"key too long":       {spoil(backupFixed, 0xff), fault.Invalid, "vault.backupDamaged"},
		"ends in the header": {file[:backupFixed+100], fault.Invalid, "vault.backupDamaged"},
		"ends after the id":  {file[:backupFixed], fault.Invalid, "vault.backupDamaged"},
		"ends in the stream": {file[:len(file)-1], fault.Invalid, "vault.backupDamaged"},
		"no stream":          {file[:backupFixed+2+1168], fault.Invalid, "vault.backupDamaged"},
	} {
		_, err := restore(tt.file, text.String())
		if !errors.Is(err, fault.New(tt.code, tt.key)) {
			t.Errorf("%s: %v, want %s", name, err, tt.key)
		}
	}
}

func FuzzOpenBackup(f *testing.F) {
	r, text, public := withPaper(f, "")
	f.Add(backup(f, r, public, []byte("content")))
	f.Add([]byte(backupMagic + "\x01"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if got, err := restore(file, text.String()); err == nil && string(got) != "content" {
			t.Errorf("a made-up backup opened: %q", got)
		}
	})
}
