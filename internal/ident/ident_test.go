package ident_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/jobjourney/jobjourney/internal/ident"
)

func TestVersions(t *testing.T) {
	if v := uuid.MustParse(ident.NewRecord()).Version(); v != 4 {
		t.Errorf("record id is version %d: it would tell when it was made", v)
	}
	a, b := ident.NewItem(), ident.NewItem()
	if uuid.MustParse(a).Version() != 7 || a >= b {
		t.Errorf("item ids are not ordered by making: %s, %s", a, b)
	}
}

func TestBytesTakesOnlyTheCanonicalForm(t *testing.T) {
	id := ident.NewRecord()
	b, err := ident.Bytes(id)
	if err != nil || ident.FromBytes(b) != id {
		t.Fatalf("round trip of %s: %v, %v", id, b, err)
	}
	for _, bad := range []string{"", "x", "{" + id + "}", "urn:uuid:" + id, id + "0"} {
		if _, err := ident.Bytes(bad); err == nil {
			t.Errorf("Bytes(%q) was accepted", bad)
		}
	}
}
