package store

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/store/storetest"
)

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Subject { return newRig(t) })
}

// crashing reopens by a crash instead: what a call has confirmed is there all the same.
type crashing struct{ *rig }

func (c crashing) Reopen(t *testing.T) { c.crash(t) }

func TestConformanceAcrossCrashes(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Subject { return crashing{newRig(t)} })
}
