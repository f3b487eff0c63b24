package vault

import (
	"crypto/hpke"
	"fmt"
)

// The suite of every HPKE pair (RFC 9180): the hybrid of ML-KEM-768 and X25519 known as
// X-Wing, so that what is sealed to a pair today isn't opened by a quantum computer
// later; HKDF-SHA256; AES-256-GCM.
func pairSuite() (hpke.KEM, hpke.KDF, hpke.AEAD) {
	return hpke.MLKEM768X25519(), hpke.HKDFSHA256(), hpke.AES256GCM()
}

// NewDevicePair makes the HPKE pair of this device, by which another device can hand it
// a new generation of vaultKey. The caller keeps both halves in a sealed record of class
// device. private is 32 bytes, public 1,216.
func NewDevicePair() (private, public []byte, err error) {
	kem, _, _ := pairSuite()
	k, err := kem.GenerateKey()
	if err != nil {
		return nil, nil, fmt.Errorf("make device pair: %w", err)
	}
	if private, err = k.Bytes(); err != nil {
		return nil, nil, fmt.Errorf("make device pair: %w", err)
	}
	return private, k.PublicKey().Bytes(), nil
}

// RecoveryPublicKey is the public half of the pair that the recovery key seeds: 1,216
// bytes. Faults: Invalid vault.recoveryMalformed.
func RecoveryPublicKey(text string) ([]byte, error) {
	key, err := readRecoveryKey(text)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return recoveryPublicKey(key)
}

func recoveryPublicKey(key []byte) ([]byte, error) {
	pair, err := recoveryPair(key)
	if err != nil {
		return nil, err
	}
	return pair.PublicKey().Bytes(), nil
}

// recoveryPair is the same in every vault, unlike the key that wraps vaultKey: a backup
// opens with nothing but the paper. X-Wing's private key is a 32-byte seed.
func recoveryPair(key []byte) (hpke.PrivateKey, error) {
	seed, err := deriveKey(key, [16]byte{}, "jobjourney/v1/hpke/recovery")
	if err != nil {
		return nil, err
	}
	defer clear(seed)
	kem, _, _ := pairSuite()
	pair, err := kem.NewPrivateKey(seed)
	if err != nil {
		return nil, fmt.Errorf("derive recovery pair: %w", err)
	}
	return pair, nil
}
