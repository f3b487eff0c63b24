package turn_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// The answers are synthetic: nobody's recordings may be shipped. Their shape is that of the
// interview research this product rests on: 60 to 120 s of talk, in which thinking pauses
// last 2 to 4 s (drawn evenly from there), beside the short pauses of breathing (a quarter
// second to about one, log-normal). Pause-heavy means a thinking pause about every 15 s.
// Of these, 60 % interrupt a sentence, where people say "and" or "um" before they think,
// and 40 % lie between two sentences, where no word tells them from the end. One answer in
// five asks for time in words and takes 5 to 15 s, three times in four before anything else.
const (
	thinkEveryMs   = 15_000
	insideSentence = 0.6
	asking         = 0.2
	askingLater    = 0.25
)

// stretch is one run of words and the silence after it.
type stretch struct {
	speechMs, pauseMs int
	ends              string // how its words end
}

const request = "Hm, let me think."

var (
	openEnds   = []string{"we rang the haulier, and", "it was about the", "so I told them um", "at first,", "because"}
	closedEnds = []string{"We had it fixed by noon.", "That was in March.", "Nobody had written it down.", "I rang them myself."}
)

// answer makes one; its last pause is the silence that really ends it.
func answer(r *rand.Rand) []stretch {
	var out []stretch
	total := 60_000 + r.IntN(60_001)
	asksAt := -1
	if r.Float64() < asking {
		if asksAt = 0; r.Float64() < askingLater {
			asksAt = r.IntN(total)
		}
	}
	untilThink := r.ExpFloat64() * thinkEveryMs
	for spoken := 0; spoken < total; {
		if asksAt >= 0 && spoken >= asksAt {
			asksAt = -1
			out = append(out, stretch{900, 5_000 + r.IntN(10_001), request})
		}
		s := stretch{speechMs: 1_000 + int(r.ExpFloat64()*2_500), pauseMs: breath(r), ends: pick(r, append(openEnds[1:], closedEnds...))}
		spoken += s.speechMs
		if untilThink -= float64(s.speechMs); untilThink <= 0 {
			untilThink = r.ExpFloat64() * thinkEveryMs
			s.pauseMs, s.ends = 2_000+r.IntN(2_001), pick(r, closedEnds)
			if r.Float64() < insideSentence {
				s.ends = pick(r, openEnds)
			}
		}
		out = append(out, s)
	}
	out[len(out)-1].ends, out[len(out)-1].pauseMs = pick(r, closedEnds), 60_000
	return out
}

func breath(r *rand.Rand) int { return int(min(1_900, 250+450*math.Exp(0.6*r.NormFloat64()))) }

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// lateMs is how long after they were said words come from a recogniser that listens along
// (the slowest of a hundred, in the providers' own figures).
const lateMs = 410

// tickMs is how often the rules are asked.
const tickMs = 100

// endOf plays an answer and tells after which stretch it was ended, by how long a silence.
func endOf(rules turn.Rules, said []stretch, words bool) (at, waited int) {
	var h turn.Heard
	for i, s := range said {
		h.SpeechMs = append(h.SpeechMs, [2]int{h.NowMs, h.NowMs + s.speechMs})
		h.NowMs += s.speechMs
		for quiet := 0; quiet < s.pauseMs; quiet += tickMs {
			if words && quiet >= lateMs {
				h.Words = s.ends
			}
			if rules.Judge(h).State == turn.Over {
				return i, quiet
			}
			h.NowMs += min(tickMs, s.pauseMs-quiet)
		}
	}
	return len(said), math.MaxInt
}

// figures are those of a set of answers.
type figures struct {
	cut    float64 // share of answers cut off
	asking float64 // share that was cut off after it had asked for time
	ends   []int   // of the others, the silence that ended them, in order
}

const known, unknown = true, false

func play(rules turn.Rules, answers int, words bool) figures {
	r := rand.New(rand.NewPCG(20261129, 3))
	f := figures{ends: []int{}}
	for range answers {
		said := answer(r)
		at, waited := endOf(rules, said, words)
		switch {
		case at == len(said)-1:
			f.ends = append(f.ends, waited)
		case said[at].ends == request:
			f.asking += 1 / float64(answers)
			fallthrough
		default:
			f.cut += 1 / float64(answers)
		}
	}
	slices.Sort(f.ends)
	return f
}

// The aim for an answer being cut off is 2 %. With the words known it is held to; without
// them nobody can tell somebody who asks for time in the middle of an answer from somebody
// who is done, so that it is held to for the others.
func TestAlmostNobodyIsCutOff(t *testing.T) {
	const answers, most = 400, 0.02
	usual := turn.Rules{Language: "en"}
	if f := play(usual, answers, known); f.cut > most {
		t.Errorf("%.1f %% of answers are cut off although their words are known, want at most 2", f.cut*100)
	}
	if f := play(usual, answers, unknown); f.cut-f.asking > most {
		t.Errorf("%.1f %% of answers are cut off whose words aren't known, beside those that ask for time", (f.cut-f.asking)*100)
	}
	if f := play(turn.Rules{SilenceMs: turn.LeastSilenceMs}, answers, unknown); f.cut < 0.5 {
		t.Errorf("pauses of 2 to 4 s are hardly cut off by 1.2 s of silence (%.1f %%): the set isn't what it says", f.cut*100)
	}
}

// BenchmarkAnswersCutOff prints what the rules do to pause-heavy speech.
func BenchmarkAnswersCutOff(b *testing.B) {
	for _, ms := range []int{turn.LeastSilenceMs, 2_000, turn.UsualSilenceMs, 4_000, turn.MostSilenceMs} {
		for name, words := range map[string]bool{"known": known, "unknown": unknown} {
			b.Run(fmt.Sprintf("silence=%dms/words=%s", ms, name), func(b *testing.B) {
				var f figures
				for b.Loop() {
					f = play(turn.Rules{SilenceMs: ms, Language: "en"}, 2_000, words)
				}
				b.ReportMetric(f.cut*100, "%cut")
				b.ReportMetric((f.cut-f.asking)*100, "%cut-unasked")
				b.ReportMetric(float64(percentile(f.ends, 0.5)), "ms-to-end-p50")
				b.ReportMetric(float64(percentile(f.ends, 0.95)), "ms-to-end-p95")
			})
		}
	}
}

func percentile(sorted []int, p float64) int {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(float64(len(sorted))*p))]
}
