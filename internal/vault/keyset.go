package vault

import (
	"bytes"
	"fmt"

	"github.com/tink-crypto/tink-go/v2/aead"
	"github.com/tink-crypto/tink-go/v2/aead/aesgcm"
	"github.com/tink-crypto/tink-go/v2/insecuresecretdataaccess"
	"github.com/tink-crypto/tink-go/v2/keyset"
	"github.com/tink-crypto/tink-go/v2/secretdata"
	"github.com/tink-crypto/tink-go/v2/tink"
)

// newVaultKey makes a keyset with one XAES-256-GCM key. Its 192-bit nonces may be
// drawn at random for as long as the key lives (https://c2sp.org/XAES-256-GCM), and
// its random key id, which starts every ciphertext, tells generations apart later.
func newVaultKey() (*keyset.Handle, error) {
	h, err := keyset.NewHandle(aead.XAES256GCM192BitNonceKeyTemplate())
	if err != nil {
		return nil, fmt.Errorf("make vault key: %w", err)
	}
	return h, nil
}

// wrapKeyset encrypts the keyset under kek; the result is Tink's EncryptedKeyset,
// which shows key ids and nothing else.
func wrapKeyset(h *keyset.Handle, kek, associated []byte) ([]byte, error) {
	key, err := rawAEAD(kek)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := h.WriteWithAssociatedData(keyset.NewBinaryWriter(&out), key, associated); err != nil {
		return nil, fmt.Errorf("wrap vault key: %w", err)
	}
	return out.Bytes(), nil
}

// unwrapKeyset is the reverse of wrapKeyset. Its error can't tell a wrong key from
// altered bytes; the caller knows which is likely.
func unwrapKeyset(wrapped, kek, associated []byte) (*keyset.Handle, error) {
	key, err := rawAEAD(kek)
	if err != nil {
		return nil, err
	}
	h, err := keyset.ReadWithAssociatedData(keyset.NewBinaryReader(bytes.NewReader(wrapped)), key, associated)
	if err != nil {
		return nil, fmt.Errorf("unwrap vault key: %w", err)
	}
	return h, nil
}

// rawAEAD is AES-256-GCM under key with random 96-bit nonces and no prefix. It is for
// keys that seal few things: a wrap, or the frames of one blob.
func rawAEAD(key []byte) (tink.AEAD, error) {
	params, err := aesgcm.NewParameters(aesgcm.ParametersOpts{
		KeySizeInBytes: keySize, IVSizeInBytes: nonceSize, TagSizeInBytes: tagSize,
		Variant: aesgcm.VariantNoPrefix,
	})
	if err != nil {
		return nil, fmt.Errorf("set up AES-256-GCM: %w", err)
	}
	secret := secretdata.NewBytesFromData(key, insecuresecretdataaccess.Token{})
	k, err := aesgcm.NewKey(secret, 0, params)
	if err != nil {
		return nil, fmt.Errorf("set up AES-256-GCM: %w", err)
	}
	out, err := aesgcm.NewAEAD(k)
	if err != nil {
		return nil, fmt.Errorf("set up AES-256-GCM: %w", err)
	}
	return out, nil
}

const (
	nonceSize = 12 // bytes, AES-GCM
	tagSize   = 16
)
