package app

import (
	"github.com/jobjourney/jobjourney/internal/progress"
)

// Practice is the look back over all rehearsals, and what to do next. Progress is what
// tasks report.
type Practice struct {
	gate *Gate
	svc  *progress.Service
}

// NewPractice binds the service.
func NewPractice(g *Gate, svc *progress.Service) *Practice { return &Practice{g, svc} }

// Get is everything there is to look back on; "rehearsal:changed" and "posting:changed"
// say when it is to be read again.
func (p *Practice) Get() (OverviewView, error) { return call(p.gate, p.svc.Get, overviewView) }
