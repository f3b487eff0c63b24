package ident

import (
	"fmt"

	"github.com/google/uuid"
)

// NewRecord returns a fresh record id. It panics only if the system has no randomness.
func NewRecord() string { return uuid.NewString() }

// NewItem returns a fresh id for an item inside a record, ordered by time of making.
func NewItem() string { return uuid.Must(uuid.NewV7()).String() }

// Bytes gives the 16 bytes of a record id in the canonical form; any other spelling is an error.
func Bytes(id string) ([16]byte, error) {
	u, err := uuid.Parse(id)
	if err != nil || u.String() != id {
		return [16]byte{}, fmt.Errorf("record id %q: not a canonical UUID", id)
	}
	return u, nil
}

// FromBytes is the reverse of Bytes.
func FromBytes(b [16]byte) string { return uuid.UUID(b).String() }

// Hit is something search found: a record, or an item in it, as a person would
// recognise it.
type Hit struct {
	Kind   string // kind of the record
	Record string // its id
	Item   string // the item's id inside it; empty: the record as a whole
	Title  string
	Text   string
}
