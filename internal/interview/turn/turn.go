package turn

import "strings"

// The silence that ends an answer, in milliseconds: what a person may choose, and what
// holds unless they do.
const (
	LeastSilenceMs = 1_200
	MostSilenceMs  = 6_000
	UsualSilenceMs = 3_000
)

const (
	// PatienceMs is what is added where the answer is hardly over: after half a sentence, in
	// its early part, and for somebody who was seen to pause for long.
	PatienceMs = 1_500
	// ThinkingMs is what somebody gets who asks for time.
	ThinkingMs = 25_000

	// leastSpeechMs of speech have to be heard before an answer can end: less may be a cough
	// or a chair.
	leastSpeechMs = 600
	// earlyMs of speech is the part of an answer in which nobody is taken for finished soon:
	// the shortest useful length, 60 to 120 s in interview research, or half of it where the
	// words say that a sentence is complete.
	earlyMs, earlyKnownMs = 60_000, 30_000
	// openingMs of speech or less, of which no word is known, are sooner "let me think" than
	// an answer.
	openingMs = 3_000
	// noticeMost is how long before the end it is shown at most.
	noticeMost = 5_000
)

// Rules are how patient the listener is. The zero value waits as long as usual.
type Rules struct {
	SilenceMs int    // LeastSilenceMs to MostSilenceMs; what is outside is taken for the nearest, 0 for UsualSilenceMs
	Language  string // of the words (ISO 639-1)
}

// Heard is what was heard of an answer so far, on the sound's own clock.
type Heard struct {
	SpeechMs [][2]int // stretches of speech [start, end), in order
	NowMs    int      // length of the sound
	Words    string   // what was understood, its end at least; empty: not known
	// HeldMs is when the person last said "not yet", or when the sound went on after a
	// break: before they have spoken after it, the answer doesn't end. 0 is never.
	HeldMs int
}

// State is where an answer stands.
type State string

// The states. An answer goes from Listening to Ending and back as often as it takes, and
// once to Over.
const (
	Listening State = "listening" // nobody has begun, or somebody speaks, or a pause is no more than that
	Ending    State = "ending"    // it ends when RemainingMs more of silence have passed
	Over      State = "over"
)

// Reason is why the silence that is waited for is as long as it is.
type Reason string

// The reasons, each more patient than those before it.
const (
	Plain      Reason = "plain"      // as long as was chosen
	Early      Reason = "early"      // little has been said yet
	Pausing    Reason = "pausing"    // this person pauses for long, and goes on
	Unfinished Reason = "unfinished" // the last words are half a sentence
	Thinking   Reason = "thinking"   // they asked for time, or may have
)

// Outlook is what the rules make of what was heard.
type Outlook struct {
	State       State
	RemainingMs int    // of silence until the end, in Ending
	WaitMs      int    // the whole silence that ends it
	Reason      Reason // of WaitMs
}

// Judge says where the answer stands. Speech begun a moment ago counts as speech: whatever
// was about to end goes on.
func (r Rules) Judge(h Heard) Outlook {
	wait, reason := r.wait(h)
	out := Outlook{State: Listening, WaitMs: wait, Reason: reason}
	if !h.begun() {
		return out
	}
	left := wait - h.silentMs()
	switch {
	case left <= 0:
		out.State = Over
	case left <= notice(wait):
		out.State, out.RemainingMs = Ending, left
	}
	return out
}

// wait is the silence that ends the answer.
func (r Rules) wait(h Heard) (int, Reason) {
	base, spoken := r.base(), h.spokenMs()
	known := strings.TrimSpace(h.Words) != ""
	switch cue := cueOf(h.Words, r.Language); {
	case cue == asksForTime, !known && spoken < openingMs:
		return ThinkingMs, Thinking
	case cue == leavesOpen:
		return base + PatienceMs, Unfinished
	case h.longestPauseMs() > base/2:
		return base + PatienceMs, Pausing
	case known && spoken < earlyKnownMs, !known && spoken < earlyMs:
		return base + PatienceMs, Early
	}
	return base, Plain
}

func (r Rules) base() int {
	if r.SilenceMs == 0 {
		return UsualSilenceMs
	}
	return min(max(r.SilenceMs, LeastSilenceMs), MostSilenceMs)
}

// notice is how long before the end it is shown: not at the first breath, and with time to
// say "not yet".
func notice(wait int) int { return min(noticeMost, wait*2/3) }

// begun reports whether there is an answer, and a word since the last hold.
func (h Heard) begun() bool {
	n := len(h.SpeechMs)
	return n > 0 && h.SpeechMs[n-1][1] > h.HeldMs && h.spokenMs() >= leastSpeechMs
}

func (h Heard) spokenMs() int {
	ms := 0
	for _, s := range h.SpeechMs {
		ms += max(0, s[1]-s[0])
	}
	return ms
}

// silentMs is how long it has been quiet.
func (h Heard) silentMs() int { return max(0, h.NowMs-h.SpeechMs[len(h.SpeechMs)-1][1]) }

// longestPauseMs is the longest silence that ended with more speech. Where a break of the
// recording lies in it, nobody knows how long it was.
func (h Heard) longestPauseMs() int {
	longest := 0
	for i := 1; i < len(h.SpeechMs); i++ {
		from, to := h.SpeechMs[i-1][1], h.SpeechMs[i][0]
		if h.HeldMs <= from || h.HeldMs >= to {
			longest = max(longest, to-from)
		}
	}
	return longest
}
