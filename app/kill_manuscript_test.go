//go:build linux

package app_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
)

// texts are what stands at a desk, by field.
type texts map[string]string

// state is what stands at a desk, with what there is when the last step is undone: one
// state, or none if nobody has written yet. It is one of several where so much time went
// by that the program may have taken what was written in one go for more than one step.
type state struct {
	texts  texts
	before []*state
}

// pause is how long after the last change of a field the next one is a step of its own.
const pause = 2 * time.Second

// manuscript knows what was confirmed at a desk, and what is under way.
type manuscript struct {
	desk    desk
	now     *state
	attempt *state // after the call under way, if there is one
	field   string // what the last step wrote into; empty: the next text begins a step
	sent    time.Time
}

// write makes one text another one, as the page does when somebody types.
func (m *manuscript) write(p *page, field, text string) error {
	after := maps.Clone(m.now.texts)
	after[field] = strings.TrimSpace(text)
	if maps.Equal(after, m.now.texts) { // a space at the end is not kept, and is no step
		m.attempt = m.now
		return m.answered(m.desk.write(p, field, text))
	}
	goesOn, last := field == m.field, m.sent
	m.attempt = &state{after, []*state{m.now}}
	if goesOn {
		m.attempt.before = m.now.before
	}
	m.field, m.sent = field, clock.System{}.Now()
	got, err := m.desk.write(p, field, text)
	if goesOn && m.sent.Sub(last)+m.since() >= pause {
		m.attempt.before = append(slices.Clip(m.attempt.before), m.now)
	}
	return m.answered(got, err)
}

func (m *manuscript) since() time.Duration { return clock.System{}.Now().Sub(m.sent) }

// undo takes the last step back, where it is certain what that gives.
func (m *manuscript) undo(p *page) error {
	if len(m.now.before) != 1 {
		return nil
	}
	m.field, m.attempt = "", m.now.before[0]
	return m.answered(m.desk.undo(p))
}

func (m *manuscript) answered(got texts, err error) error {
	if err != nil {
		return err
	}
	if !maps.Equal(got, m.attempt.texts) {
		return wrong(fmt.Sprintf("the answer is %q, want %q", got, m.attempt.texts))
	}
	m.now, m.attempt = m.attempt, nil
	return nil
}

// check sees that everything confirmed is there. What was under way may be there too, all
// of it; it says whether it is.
func (m *manuscript) check(t *testing.T, p *page) (arrived, missing int) {
	t.Helper()
	got, err := m.desk.read(p)
	ok(t, err)
	tried := m.attempt
	m.field, m.attempt = "", nil
	switch {
	case maps.Equal(got, m.now.texts):
		if tried != nil && tried != m.now {
			missing++
		}
	case tried != nil && maps.Equal(got, tried.texts):
		m.now, arrived = tried, 1
	case tried != nil:
		t.Fatalf("found is %q\nconfirmed was %q\nunder way was %q", got, m.now.texts, tried.texts)
	default:
		t.Fatalf("found is %q\nconfirmed was %q, and nothing was under way", got, m.now.texts)
	}
	return arrived, missing
}

// checkUndo goes a step back and forth again; then perhaps back once more, to go on there.
func (m *manuscript) checkUndo(t *testing.T, p *page, stay bool) {
	t.Helper()
	before := m.stepBack(t, p)
	if before == nil {
		return
	}
	got, err := m.desk.redo(p)
	ok(t, err)
	if !maps.Equal(got, m.now.texts) {
		t.Fatalf("redo gives %q\nwant %q", got, m.now.texts)
	}
	if stay {
		return
	}
	if again := m.stepBack(t, p); again != before {
		t.Fatalf("undo gives %q the second time\nand %q the first", again.texts, before.texts)
	}
	m.now = before
}

// stepBack undoes and gives the state the desk is in then; nil if nothing was written yet.
func (m *manuscript) stepBack(t *testing.T, p *page) *state {
	t.Helper()
	if len(m.now.before) == 0 {
		return nil
	}
	got, err := m.desk.undo(p)
	ok(t, err)
	for _, s := range m.now.before {
		if maps.Equal(got, s.texts) {
			return s
		}
	}
	t.Fatalf("undo gives %q\nnow is %q\nbefore was %q", got, m.now.texts, m.now.before[0].texts)
	return nil
}
