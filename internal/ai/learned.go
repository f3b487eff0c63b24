package ai

import (
	"net/url"
	"sync"
)

// Learned is what servers turned out to refuse of their models, so that it isn't asked for
// again while the program runs. The zero value knows nothing. It is safe for concurrent use.
type Learned struct {
	mu  sync.Mutex
	all map[subject]manners
}

// subject is a model of a server.
type subject struct{ base, model string }

// manners are how a model wants to be asked.
type manners struct {
	// schema is how it is told the shape of an answer: bySchema, byBoth or inWords.
	schema int
	// ownTemperature: it refuses a temperature of 0. The reasoning models of OpenAI take
	// none but their own.
	ownTemperature bool
	// bound is the name of the field that bounds an answer.
	bound string
	// turned: the other name was tried already.
	turned bool
}

// The two names of the field that bounds an answer. OpenAI's own reasoning models refuse the
// older one; OpenRouter lists what models take by the older, and many servers on people's own
// computers don't look at the newer, so that an answer would have no bound.
const olderBound, newerBound = "max_tokens", "max_completion_tokens"

// openAI is the host of OpenAI's own API.
const openAI = "api.openai.com"

// usually is how models of a server are asked before anything is known of them.
func usually(base string) manners {
	if u, err := url.Parse(base); err == nil && u.Hostname() == openAI {
		return manners{bound: newerBound}
	}
	return manners{bound: olderBound}
}

func (l *Learned) of(s subject) manners {
	l.mu.Lock()
	defer l.mu.Unlock()
	if m, ok := l.all[s]; ok {
		return m
	}
	return usually(s.base)
}

// note changes what is known of a model.
func (l *Learned) note(s subject, change func(*manners)) {
	m := l.of(s)
	l.mu.Lock()
	defer l.mu.Unlock()
	if known, ok := l.all[s]; ok {
		m = known // noted since
	}
	change(&m)
	if l.all == nil {
		l.all = map[subject]manners{}
	}
	l.all[s] = m
}

// without gives the manners that do without a field of the request; false if that one
// can't be done without, or was given up already.
func (m manners) without(field string) (manners, bool) {
	switch {
	case field == "temperature" && !m.ownTemperature:
		m.ownTemperature = true
		return m, true
	case field == m.bound && field != "" && !m.turned:
		m.turned = true
		if m.bound = olderBound; field == olderBound {
			m.bound = newerBound
		}
		return m, true
	}
	return m, false
}
