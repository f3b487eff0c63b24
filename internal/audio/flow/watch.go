package flow

import "time"

// Limits of the watch.
const (
	FirstWithin = 5 * time.Second // a wireless headset takes a while to begin
	LostAfter   = time.Second     // between two callbacks; they come every 20 ms
	SilentAfter = 3 * time.Second // of nothing but zeros: a muted or forbidden microphone
	gapWindow   = 5 * time.Second // how often the sound received is held against the clock
	gapShare    = 100             // one part in that many may be missing
)

// Watch tells from counts and times how a microphone is doing. It is not safe for
// concurrent use.
type Watch struct {
	rate      int
	openedAt  time.Time
	firstAt   time.Time // first callback seen; zero until then
	base      int64     // samples handed in by then
	leastLag  time.Duration
	lastLag   time.Duration // leastLag of the window before
	windowEnd time.Time
	zeros     int // samples equal to zero in a row
	silent    bool
	dropped   int64
}

// NewWatch begins to watch a microphone of rate Hz opened at that moment.
func NewWatch(rate int, openedAt time.Time) *Watch {
	return &Watch{rate: rate, openedAt: openedAt}
}

// Lost reports whether the callbacks have stopped. No error tells of an unplugged
// device: silence of the callback is all there is.
func (w *Watch) Lost(lastAt, now time.Time) bool {
	if lastAt.IsZero() {
		return now.Sub(w.openedAt) >= FirstWithin
	}
	return now.Sub(lastAt) >= LostAfter
}

// Hear takes samples as they come and reports whether the microphone is silent now
// and whether that changed. Systems that forbid the microphone deliver zeros, and no
// real microphone does for long.
func (w *Watch) Hear(samples []int16) (silent, changed bool) {
	was := w.silent
	for _, s := range samples {
		if s != 0 {
			w.zeros, w.silent = 0, false
			continue
		}
		if w.zeros++; time.Duration(w.zeros)*time.Second >= SilentAfter*time.Duration(w.rate) {
			w.silent = true
		}
	}
	return w.silent, w.silent != was
}

// Count holds the stamp of a Ring against the clock and gives how much sound has
// gone missing since the last loss told, 0 if at most one part in a hundred.
//
// A late callback is no loss: its sound arrives with the next ones. So each window
// counts by its best moment, the least lag behind the clock, and a loss is how much
// that has grown since the window before; it is told within two windows.
func (w *Watch) Count(written, dropped int64, lastAt time.Time) time.Duration {
	if lastAt.IsZero() {
		return 0
	}
	if w.firstAt.IsZero() {
		w.firstAt, w.base, w.windowEnd = lastAt, written, lastAt.Add(gapWindow)
	}
	lag := lastAt.Sub(w.firstAt) - w.span(written-w.base)
	if lag < w.leastLag {
		w.leastLag = lag
	}
	if lastAt.Before(w.windowEnd) {
		return 0
	}
	lost := w.leastLag - w.lastLag + w.span(dropped-w.dropped)
	w.lastLag, w.dropped = w.leastLag, dropped
	w.leastLag, w.windowEnd = lag, lastAt.Add(gapWindow)
	if lost <= gapWindow/gapShare {
		return 0
	}
	return lost
}

func (w *Watch) span(samples int64) time.Duration {
	return time.Duration(samples) * time.Second / time.Duration(w.rate)
}
