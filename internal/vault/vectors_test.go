package vault

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tink-crypto/tink-go/v2/insecurecleartextkeyset"
	"github.com/tink-crypto/tink-go/v2/keyset"

	"github.com/jobjourney/jobjourney/internal/testkit"
)

// Test vectors are bytes that a released version sealed, with the keys to open them. They
// are written once per format (go test -run TestVectors -write-vectors=v2) and never
// again: a vector that no longer opens means that somebody's profile doesn't either.
var writeVectors = flag.String("write-vectors", "", "write the vectors of a new format version under this name")

type recordVector struct {
	VaultID   string `json:"vaultId"`
	VaultKey  []byte `json:"vaultKey"` // Tink keyset in clear
	Header    Header `json:"header"`
	Plaintext string `json:"plaintext"`
	Sealed    []byte `json:"sealed"`
}

type frameVector struct {
	Key    []byte   `json:"key"`
	BlobID [16]byte `json:"blobId"`
	Index  uint32   `json:"index"`
	Final  bool     `json:"final"`
	Data   []byte   `json:"data"`
	Frame  []byte   `json:"frame"`
}

// wrapVector is a whole profile.json, what opens it, and a record of the vault.
type wrapVector struct {
	Profile    json.RawMessage `json:"profile"`
	DeviceKey  string          `json:"deviceKey"` // as in the keyring; empty: no keyring
	Passphrase string          `json:"passphrase"`
	Recovery   string          `json:"recoveryKey"`
	Header     Header          `json:"header"`
	Plaintext  string          `json:"plaintext"`
	Sealed     []byte          `json:"sealed"`
}

type paperVector struct {
	Key    []byte `json:"key"`
	Text   string `json:"text"`
	Public []byte `json:"public"`
}

type backupVector struct {
	Recovery  string `json:"recoveryKey"`
	VaultID   string `json:"vaultId"`
	Plaintext string `json:"plaintext"`
	File      []byte `json:"file"`
}

func TestVectors(t *testing.T) {
	if *writeVectors != "" {
		newVectors(t, *writeVectors)
	}
	each(t, "record", func(t *testing.T, v recordVector) {
		h, err := insecurecleartextkeyset.Read(keyset.NewBinaryReader(bytes.NewReader(v.VaultKey)))
		ok(t, err)
		r := newRig(t)
		ok(t, r.hold(v.VaultID, h))
		plain, err := r.Open(v.Header, v.Sealed)
		same(t, plain, err, v.Plaintext)
	})
	each(t, "frame", func(t *testing.T, v frameVector) {
		data, final, err := OpenFrame(v.Key, v.BlobID, v.Index, v.Frame)
		same(t, data, err, string(v.Data))
		if final != v.Final {
			t.Errorf("final is %v", final)
		}
	})
	each(t, "wrap", openWrap)
	each(t, "paper", func(t *testing.T, v paperVector) {
		key, err := readRecoveryKey(v.Text)
		same(t, key, err, string(v.Key))
		if text := strings.Join(writeRecoveryKey(v.Key), "-"); text != v.Text {
			t.Errorf("the key is spelt %s", text)
		}
		public, err := RecoveryPublicKey(v.Text)
		same(t, public, err, string(v.Public))
	})
	each(t, "backup", func(t *testing.T, v backupVector) {
		plain, err := restore(v.File, v.Recovery)
		same(t, plain, err, v.Plaintext)
		_, about, err := OpenBackup(bytes.NewReader(v.File), v.Recovery)
		ok(t, err)
		if about.VaultID != v.VaultID {
			t.Errorf("vault id is %s", about.VaultID)
		}
	})
}

// openWrap opens a profile of an earlier version by every way it has, with the real Argon2id.
func openWrap(t *testing.T, v wrapVector) {
	dir := t.TempDir()
	ok(t, os.WriteFile(filepath.Join(dir, profileFile), v.Profile, 0o600))
	r := rigIn(dir, newRing(), testkit.NewClock())
	r.stretched = argon2id
	if v.DeviceKey != "" {
		r.ring.entries[keyringService(mustID(t, r))+"|"+keyringUser] = v.DeviceKey
	}
	ok(t, r.Unlock(ctx, []byte(v.Passphrase)))
	plain, err := r.Open(v.Header, v.Sealed)
	same(t, plain, err, v.Plaintext)
	r.Lock()
	ok(t, r.RecoverWith(ctx, v.Recovery, []byte("a new passphrase")))
	plain, err = r.Open(v.Header, v.Sealed)
	same(t, plain, err, v.Plaintext)
}

func same(t *testing.T, got []byte, err error, want string) {
	t.Helper()
	ok(t, err)
	if string(got) != want {
		t.Errorf("opened %q, want %q", got, want)
	}
}

// each runs check on every vector of the kind, of every version.
func each[V any](t *testing.T, kind string, check func(*testing.T, V)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "vectors", kind+"-*.json"))
	ok(t, err)
	if len(files) == 0 {
		t.Fatalf("no vectors for %s", kind)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		ok(t, err)
		var vectors map[string]V
		ok(t, json.Unmarshal(raw, &vectors))
		for name, v := range vectors {
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) { check(t, v) })
		}
	}
}

// newVectors makes a set; it refuses to touch one that exists.
func newVectors(t *testing.T, version string) {
	r, text, public := withPaper(t, "")
	var clearKey bytes.Buffer
	ok(t, insecurecleartextkeyset.Write(r.key, keyset.NewBinaryWriter(&clearKey)))
	records := map[string]recordVector{}
	for name, plain := range map[string]string{
		"empty": "", "short": `{"kind":"career"}`, "padded": strings.Repeat("é", 400),
	} {
		sealed, err := r.Seal(header, []byte(plain))
		ok(t, err)
		records[name] = recordVector{mustID(t, r), clearKey.Bytes(), header, plain, sealed}
	}
	save(t, "record", version, records)

	key, frames := NewBlobKey(), map[string]frameVector{}
	for name, f := range map[string]frameVector{
		"first": {Index: 0, Data: []byte("half a second")}, "later": {Index: 70000, Data: []byte{0, 1, 2}},
		"final": {Index: 70001, Final: true, Data: []byte{}},
	} {
		frame, err := SealFrame(key, blobID, f.Index, f.Final, f.Data)
		ok(t, err)
		frames[name] = frameVector{key, blobID, f.Index, f.Final, f.Data, frame}
	}
	save(t, "frame", version, frames)
	save(t, "backup", version, map[string]backupVector{"short": {
		text.String(), mustID(t, r), "everything I wrote", backup(t, r, public, []byte("everything I wrote"))}})

	paper, err := readRecoveryKey(text.String())
	ok(t, err)
	save(t, "paper", version, map[string]paperVector{"random": {paper, text.String(), public}})
	save(t, "wrap", version, map[string]wrapVector{
		"device": newWrap(t, nil, ""), "both": newWrap(t, nil, "correct horse"),
		"passphrase": newWrap(t, ErrKeyringUnavailable, "correct horse"),
	})
}

func newWrap(t *testing.T, ringErr error, passphrase string) wrapVector {
	r := newRig(t)
	r.ring.err, r.stretched = ringErr, argon2id
	ok(t, r.Create(ctx, CreateOptions{Passphrase: []byte(passphrase)}))
	text, err := r.NewRecoveryKey()
	ok(t, err)
	_, err = r.ConfirmRecoveryKey(answers(text))
	ok(t, err)
	v := wrapVector{Profile: r.file(t), Passphrase: passphrase, Recovery: text.String(), Header: header,
		Plaintext: `{"name":"Ada"}`, Sealed: r.sealed(t)}
	for _, secret := range r.ring.entries {
		v.DeviceKey = secret
	}
	return v
}

func save(t *testing.T, kind, version string, vectors any) {
	t.Helper()
	raw, err := json.MarshalIndent(vectors, "", "  ")
	ok(t, err)
	path := filepath.Join("testdata", "vectors", kind+"-"+version+".json")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	ok(t, err)
	_, err = file.Write(append(raw, '\n'))
	ok(t, err)
	ok(t, file.Close())
}
