//go:build linux

package app_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/platform"
	"github.com/jobjourney/jobjourney/internal/store"
	"github.com/jobjourney/jobjourney/internal/testkit/pulse"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// defaultKills is how often the program is killed in "make test"; KILLS says how often
// instead, which is 200 for a soak. KILLS_SEED has the moments of an earlier run again.
const defaultKills = 20

// secret opens the profile of the test.
const secret = "quiet harbour lamp forty"

// TestKilledAtAnyMoment ends the program by SIGKILL in the middle of edits and of
// recordings, again and again on one profile, and starts it anew. What the program had
// confirmed must be there; a rehearsal goes on at its question; at most a second of
// sound is missing.
func TestKilledAtAnyMoment(t *testing.T) {
	sound := pulse.Start(t)
	talk(t, sound)
	k := newKills(t, build(t), killsOr(t, defaultKills), seed(t), sound.Env()...)
	facts := &facts{random: rand.New(rand.NewPCG(k.seed, 1))}
	typist, speaker := &typist{facts: facts}, &speaker{facts: facts}
	for n := range k.count {
		if n%2 == 0 {
			k.round(n, typist, 50, 1200)
		} else {
			k.round(n, speaker, 50, 2500)
		}
	}
	k.restart()
	speaker.check(t, k.page) // first: one rehearsal at a time can be open
	typist.check(t, k.page)
	t.Logf("%d kills (seed %d): %d confirmed changes and none lost; %.1f s of sound, at worst %d ms of one recording lost",
		k.count, k.seed, typist.confirmed+speaker.confirmed, float64(speaker.heardMs)/1000, speaker.worstMs)
	if typist.confirmed == 0 || k.count > 1 && speaker.heardMs == 0 {
		t.Error("nothing was confirmed before a kill: the test has tested nothing")
	}
}

// kills is the profile that lives through everything, and the page open on it.
type kills struct {
	t       *testing.T
	program string
	profile string
	env     []string
	count   int
	seed    uint64
	random  *rand.Rand
	page    *page
}

func newKills(t *testing.T, program string, count int, seed uint64, env ...string) *kills {
	k := &kills{t: t, program: program, count: count, seed: seed, profile: filepath.Join(t.TempDir(), "profile")}
	k.random = rand.New(rand.NewPCG(seed, 0))
	makeProfile(t, k.profile)
	k.env = append(private(t.TempDir()), env...)
	return k
}

// killsOr is how often KILLS says, or else the usual number.
func killsOr(t *testing.T, usual int) int {
	t.Helper()
	if n := os.Getenv("KILLS"); n != "" {
		count, err := strconv.Atoi(n)
		ok(t, err)
		return count
	}
	return usual
}

func seed(t *testing.T) uint64 {
	t.Helper()
	if s := os.Getenv("KILLS_SEED"); s != "" {
		given, err := strconv.ParseUint(s, 10, 64)
		ok(t, err)
		return given
	}
	return rand.Uint64()
}

// makeProfile makes a profile whose passphrase is quick to check; the program reads the
// costs from it.
func makeProfile(t *testing.T, dir string) {
	t.Helper()
	ctx := context.Background()
	clk := clock.System{}
	home := store.NewHome(store.New(dir, vault.New(dir, noKeyring{}, clk, vault.FloorLockParams()), clk), clk,
		func(folder string) (store.Guard, error) { return platform.LockProfile(folder) })
	ok(t, home.Create(ctx, []byte(secret)))
	ok(t, home.SaveAdult(ctx))
	ok(t, home.Close())
}

// noKeyring is a computer without one.
type noKeyring struct{}

func (noKeyring) Get(string, string) (string, error) { return "", vault.ErrKeyringUnavailable }
func (noKeyring) Set(string, string, string) error   { return vault.ErrKeyringUnavailable }
func (noKeyring) Delete(string, string) error        { return vault.ErrKeyringUnavailable }

// person works until the program is gone, and knows what was confirmed to them.
type person interface {
	// check compares what the program has with what it had confirmed.
	check(t *testing.T, p *page)
	// prepare is done in peace.
	prepare(t *testing.T, p *page)
	// work never ends but by an error.
	work(p *page) error
}

// wrong says what is wrong with an answer that is no error.
type wrong string

func (w wrong) Error() string { return string(w) }

// round starts the program, sees that nothing is missing, and kills it while somebody
// works, after as many milliseconds as chance says.
func (k *kills) round(n int, who person, least, spread int) {
	k.t.Helper()
	k.restart()
	who.check(k.t, k.page)
	who.prepare(k.t, k.page)
	over := make(chan error, 1)
	moment := time.Duration(least+k.random.IntN(spread)) * time.Millisecond
	go func() { over <- who.work(k.page) }()
	<-clock.System{}.After(moment)
	k.page.kill()
	var refused *refusal
	if err := <-over; errors.As(err, &refused) || errors.As(err, new(wrong)) {
		k.t.Fatalf("round %d, seed %d: %v", n, k.seed, err)
	}
}

func (k *kills) restart() {
	k.t.Helper()
	if k.page != nil {
		k.page.kill()
	}
	k.page = start(k.t, k.program, k.profile, k.env...)
	ok(k.t, k.page.call("Account.Unlock", nil, secret))
}
