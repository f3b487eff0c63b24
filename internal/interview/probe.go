package interview

import (
	"fmt"
	"strings"

	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// enoughSpeechMs is how long somebody has to speak before the coach, who can't follow
// sound, stops asking for more: an interview answer takes one to two minutes
// (interview research puts the useful range at 60 to 120 seconds), and half of the
// shorter is the least that can hold a story.
const enoughSpeechMs = 30_000

// someSpeechMs is how long somebody has to speak before there can be anything to ask
// further about: in less, nothing is said but "I don't know".
const someSpeechMs = 1_500

// partToAsk decides on a follow-up. Where there are words, the part of STAR that is
// missing from all answers to this question so far is asked for. Where there is only
// sound, a short answer is asked for its result, once, and nothing is assumed about
// what was said. Who said nothing, or had nothing to tell, isn't pressed.
func partToAsk(plan Plan, at State, given []Answer) (star.Part, bool) {
	spokenMs := 0
	for _, a := range given {
		spokenMs += a.speechMs()
		if star.Knows(plan.Language) && star.Declined(a.told()) {
			return "", false
		}
	}
	asked := make([]star.Part, 0, len(at.Parts))
	for _, p := range at.Parts {
		asked = append(asked, star.Part(p))
	}
	if text := told(given); text != "" {
		if !star.Knows(plan.Language) {
			return "", false // what is missing can't be told
		}
		return star.Next(star.Check(text), asked, plan.MaxProbes)
	}
	return star.Result, len(asked) == 0 && plan.MaxProbes > 0 && spokenMs >= someSpeechMs && spokenMs < enoughSpeechMs
}

// enoughWords is how many words an answer has that says something to ask further about,
// where nobody can tell "I don't know" from it.
const enoughWords = 12

// asksOpenly reports whether a coach may ask further where the rules don't know the language:
// about whatever is least clear. That is never done with, so it comes once, or as often as
// there may be follow-ups if somebody wants to be probed.
func (w thinker) asksOpenly(given []Answer) bool {
	most := min(1, w.plan.MaxProbes)
	if w.plan.Difficulty == Probing {
		most = w.plan.MaxProbes
	}
	return !star.Knows(w.plan.Language) && w.state.Probe < most && len(given) > 0 &&
		len(strings.Fields(given[len(given)-1].told())) >= enoughWords
}

// probe is the follow-up for a part as the plan words it; nil: it has none.
func (p Plan) probe(at State, part star.Part) *Move {
	words := p.Questions[at.Question].Probes[string(part)]
	if words == "" {
		return nil
	}
	return &Move{Kind: MoveProbe, Probe: words, Part: string(part)}
}

// told is what was said in an answer, as far as it is known.
func (a Answer) told() string {
	if said, ok := a.Said(); ok {
		return said.Text
	}
	return a.Words()
}

// answersHere are the answers of this attempt at the question being dealt with, follow-ups
// included.
func (s *session) answersHere() ([]Answer, error) {
	all, err := s.p.answers.ListAnswers(s.ctx, s.rehearsal.ID)
	if err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	here := all[:0]
	for _, a := range all {
		if a.Question == s.state.Question && a.Attempt == s.state.Attempt {
			here = append(here, a)
		}
	}
	return here, nil
}

// speechMs is how long somebody spoke in the answer's recordings.
func (a Answer) speechMs() int {
	ms := 0
	for _, t := range a.Takes {
		for _, seg := range t.Sound.SpeechMs {
			ms += seg.EndMs - seg.StartMs
		}
	}
	return ms
}

// lead is what the interviewer says before the question or follow-up of that state.
func (r Rehearsal) lead(s State) string {
	if s.Question >= len(r.Plan.Questions) {
		return ""
	}
	q := r.Plan.Questions[s.Question]
	switch {
	case s.Probe == 0 && s.Attempt > 0: // nobody is thanked, or welcomed, twice
		return ""
	case s.Probe == 0 && s.Skipped[s.Question-1] && q.LeadAfterSkip != "":
		return q.LeadAfterSkip
	case s.Probe == 0:
		return q.Lead
	}
	if s.Probe <= len(q.ProbeLeads) && !s.Thanked {
		return q.ProbeLeads[s.Probe-1]
	}
	return ""
}

// wording is what is being asked in that state.
func (r Rehearsal) wording(s State) string {
	if s.Probe > 0 && s.Probe <= len(s.Probes) {
		return s.Probes[s.Probe-1]
	}
	if s.Question < len(r.Plan.Questions) {
		return r.Plan.Questions[s.Question].Text
	}
	return ""
}
