//go:build linux

package app_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/jobjourney/jobjourney/app"
)

const (
	// defaultWritingKills is how often somebody who writes is interrupted in "make test";
	// KILLS says how often instead, which is 1000 for a soak.
	defaultWritingKills = 100
	// authors write side by side, each in a profile of their own.
	authors = 2
)

// TestKilledWhileWriting ends the program by SIGKILL while texts grow letter by letter in
// the ledger and in a résumé's own words, one call after another as the page sends them.
// Each text is then the one that was confirmed last or the one that was under way,
// nothing is damaged, and undo gives what was there before.
func TestKilledWhileWriting(t *testing.T) { //nolint:tparallel // its authors run side by side, nothing else beside them
	program, count, seed := build(t), killsOr(t, defaultWritingKills), seed(t)
	for n := range authors {
		t.Run(fmt.Sprint("author ", n+1), func(t *testing.T) {
			t.Parallel()
			k := newKills(t, program, (count+n)/authors, seed+uint64(n))
			author := &author{random: rand.New(rand.NewPCG(k.seed, 1))}
			for n := range k.count {
				k.round(n, author, 1, 300)
			}
			k.restart()
			author.check(t, k.page)
			t.Logf("%d kills (seed %d): %d confirmed edits and none lost; %d that were under way were kept, %d were not; %d steps undone",
				k.count, seed, author.confirmed, author.arrived, author.missing, author.undone)
			if k.count > 0 && author.confirmed == 0 {
				t.Error("nothing was confirmed before a kill: the test has tested nothing")
			}
		})
	}
}

// author writes at several desks in turn.
type author struct {
	random      *rand.Rand
	manuscripts []*manuscript // none before the first round
	confirmed   int
	arrived     int // edits that were on disk although nobody had been told so yet
	missing     int
	undone      int
	made        int
}

// prepare makes something to write on, once.
func (a *author) prepare(t *testing.T, p *page) {
	t.Helper()
	if a.manuscripts != nil {
		return
	}
	for _, d := range desks(t, p) {
		now, err := d.read(p)
		ok(t, err)
		a.manuscripts = append(a.manuscripts, &manuscript{desk: d, now: &state{texts: now}})
	}
}

// work writes a few letters after the other into one text, then goes on to another; now
// and then the last step is taken back.
func (a *author) work(p *page) error {
	for {
		m := a.manuscripts[a.random.IntN(len(a.manuscripts))]
		field := m.desk.fields()[a.random.IntN(len(m.desk.fields()))]
		for range 2 + a.random.IntN(12) {
			if err := m.write(p, field, a.longer(m.now.texts[field])); err != nil {
				return err
			}
			a.confirmed++
		}
		if a.random.IntN(6) == 0 && len(m.now.before) == 1 {
			if err := m.undo(p); err != nil {
				return err
			}
			a.confirmed++
		}
	}
}

// wording is what is written, with letters of one to four bytes.
var wording = []rune("introduced a second check at every handover – errors fell by 23 %, for café Ærø, 日本 and 🚑 alike, ")

// longest is how many letters a text gets before it is begun anew.
const longest = 200

// longer is a text with the next letters, up to three, that somebody types in the time
// between two calls. No text comes twice: each beginning has a number.
func (a *author) longer(text string) string {
	letters := []rune(text)
	if len(letters) == 0 || len(letters) > longest {
		a.made++
		return fmt.Sprint("Text ", a.made, ": ")
	}
	for range 1 + a.random.IntN(3) {
		next := wording[len(letters)%len(wording)]
		letters = append(letters, next)
	}
	return string(letters)
}

func (a *author) check(t *testing.T, p *page) {
	t.Helper()
	var damaged []app.DamageView
	ok(t, p.call("Privacy.Damaged", &damaged))
	if len(damaged) > 0 {
		t.Fatalf("damaged records: %+v", damaged)
	}
	for _, m := range a.manuscripts {
		arrived, missing := m.check(t, p)
		a.arrived += arrived
		a.missing += missing
		if len(m.now.before) > 0 {
			m.checkUndo(t, p, a.random.IntN(2) == 0)
			a.undone++
		}
	}
}
