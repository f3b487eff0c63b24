package speech

import (
	"context"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/elevenlabs"
)

// leftovers are what ElevenLabs keeps of what was asked of it here, by ids that it told.
type leftovers struct {
	client *elevenlabs.Client
	mu     sync.Mutex
	made   []elevenlabs.Made
}

// tidying is a client, and what it leaves there.
func (e eleven) tidying(a provider.Access) (*leftovers, error) {
	l := &leftovers{}
	c, err := elevenlabs.New(elevenlabs.Options{BaseURL: e.url, Key: a.Key, HTTP: e.web, Clock: e.clk, Made: l.add})
	l.client = c
	return l, err
}

// add notes what has an id of its own. Looking up others would need the leave to read all of
// the account's history.
func (l *leftovers) add(m elevenlabs.Made) {
	if m.HistoryItemID+m.TranscriptionID == "" {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.made = append(l.made, m)
}

// tidyPatience is how long deleting may take, also when what was asked for was called off.
const tidyPatience = 20 * time.Second

// Forget deletes there what is left. What can't be deleted is tried again the next time.
func (l *leftovers) Forget(ctx context.Context) error {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), tidyPatience)
	defer stop()
	l.mu.Lock()
	made := l.made
	l.made = nil
	l.mu.Unlock()
	left, err := l.client.Forget(ctx, made)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.made = append(left, l.made...)
	return err
}
