// Package vault holds the keys of one profile and is the only place where
// something is sealed or opened. What it seals can be read by nobody who has only
// the files.
//
// A profile has one vaultKey, which seals records. It is never on the disk as it
// is: profile.json holds it wrapped (encrypted) under a key that takes the entry in
// the computer's keyring, the person's passphrase, or both. A recovery key on paper
// is the only other way in. Every blob (a recording, a picture) has a key of its
// own, kept inside the sealed record that names it.
//
// Three words are used alike in code, README and errors: a key wraps a key, a key
// seals content, and opening is the reverse of both.
//
// README.md is the specification: formats byte by byte, what an attacker can and
// cannot do, and which function to call for what. testdata/vectors holds sealed
// bytes of every released format; they must open for ever.
package vault
