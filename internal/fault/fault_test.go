package fault_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestOfFindsTheCode(t *testing.T) {
	locked := fault.New(fault.Locked, "vault.locked")
	tests := map[string]struct {
		err  error
		code fault.Code
	}{
		"a fault itself":           {locked, fault.Locked},
		"a wrapped fault":          {fmt.Errorf("open ledger: %w", locked), fault.Locked},
		"a cancelled context":      {fmt.Errorf("read page: %w", context.Canceled), fault.Canceled},
		"an expired context":       {context.DeadlineExceeded, fault.Canceled},
		"any other error":          {errors.New("disk on fire"), fault.Internal},
		"the outermost fault wins": {fault.Wrap(fault.Unavailable, "store.disk", locked), fault.Unavailable},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := fault.Of(tt.err).Code; got != tt.code {
				t.Errorf("Of(%v).Code = %q, want %q", tt.err, got, tt.code)
			}
			if !fault.Has(tt.err, tt.code) {
				t.Errorf("Has(%v, %q) = false", tt.err, tt.code)
			}
		})
	}
	if fault.Of(nil) != nil {
		t.Error("Of(nil) must be nil")
	}
}

func TestCopiesLeaveTheOriginalAlone(t *testing.T) {
	base := fault.New(fault.RateLimited, "vault.tooSoon")
	waiting := base.After(3*time.Second).With("attempts", "4")
	if base.RetryAfter != 0 || base.Params != nil {
		t.Errorf("the original changed: %+v", base)
	}
	if waiting.RetryAfter != 3*time.Second || waiting.Params["attempts"] != "4" {
		t.Errorf("the copy lacks what was set: %+v", waiting)
	}
	if !errors.Is(waiting, base) {
		t.Error("a copy must still match its original")
	}
}
