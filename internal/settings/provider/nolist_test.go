package provider

import (
	"context"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// listless is a server that has no list of its models.
type listless struct {
	*desk
	tried []Choice
	err   error // of Try
}

var errNoList = fault.New(fault.NotFound, NoModelList)

func (l *listless) Check(context.Context, Access) (Account, error) { return Account{}, errNoList }
func (l *listless) Models(context.Context, Access, Part) ([]Model, error) {
	return nil, errNoList
}

func (l *listless) Try(_ context.Context, _ Access, _ Part, c Choice) error {
	l.tried = append(l.tried, c)
	return l.err
}

func TestAServerWithoutAListIsAddedByItsModel(t *testing.T) {
	s, d := set(t)
	l := &listless{desk: d}
	s.d.Coaches = l
	if _, err := s.AddServer(t.Context(), "", "http://localhost:9000", "", "k", " "); fault.Of(err).Key != NoModelList || len(d.config.Entries)+len(d.keys)+len(l.tried) != 0 {
		t.Fatalf("%v, %+v", err, d.config)
	}
	l.err = fault.New(fault.NotFound, "ai.modelMissing")
	if _, err := s.AddServer(t.Context(), "", "http://localhost:9000", "", "k", "typo"); fault.Of(err).Key != "ai.modelMissing" || len(d.config.Entries) != 0 {
		t.Fatalf("%v, %+v", err, d.config)
	}
	l.err = nil
	e, err := s.AddServer(t.Context(), "", "http://localhost:9000", "", "k", " mine-8b ")
	if err != nil || e.Model != "mine-8b" || len(l.tried) != 2 || l.tried[1].Model != "mine-8b" || d.keys[e.ID] != "k" {
		t.Fatalf("%+v, %v, %+v", e, err, l.tried)
	}
	if got, err := s.Models(t.Context(), e.ID, Coach); err != nil || len(got) != 1 || got[0].ID != "mine-8b" {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := s.Check(t.Context(), e.ID); err != nil || len(l.tried) != 3 {
		t.Errorf("%v after %+v", err, l.tried)
	}
	again, err := s.AddServer(t.Context(), "", "http://localhost:9000", "", "", "other")
	if err != nil || again.ID != e.ID || d.config.Entries[0].Model != "other" || len(d.config.Entries) != 1 {
		t.Errorf("%+v, %v", d.config.Entries, err)
	}
}
