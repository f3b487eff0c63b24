package progress

import (
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/posting"
)

// Reason says why an exercise is recommended.
type Reason string

// The reasons, the strongest first: what an employer asks for and was never tried says
// more than a level, and a level more than the calendar.
const (
	// NothingYet: there was no rehearsal yet.
	NothingYet Reason = "nothingYet"
	// AskedFor: the newest posting asks for a competency that was never practised.
	AskedFor Reason = "askedFor"
	// LacksEvidence: one criterion finds too little in at least half of the scored answers.
	LacksEvidence Reason = "lacksEvidence"
	// PartMissing: the checklist misses one part of the story in at least half of the answers.
	PartMissing Reason = "partMissing"
	// LowestLevel: of the levels that can be relied on, this competency has the lowest.
	LowestLevel Reason = "lowestLevel"
	// LengthOutside: answers are mostly shorter, or longer, than one to two minutes.
	LengthOutside Reason = "lengthOutside"
	// LongSince: the competency was practised before, and longest ago.
	LongSince Reason = "longSince"
	// NeverTried: the competency was never practised.
	NeverTried Reason = "neverTried"
	// LongestAgo: everything was practised of late and nothing stands out; this competency
	// longest ago. It comes alone.
	LongestAgo Reason = "longestAgo"
)

// Recommendation is an exercise, and why.
type Recommendation struct {
	Reason     Reason
	Competency Competency // to practise; zero: whatever posting and profile suggest
	PostingID  string     // to practise for; empty: none
	About      string     // the criterion or the part of the story it is about; empty: none
	Facts      []Fact     // what the reason rests on, at least one
}

// FactKind says what a fact states, and which of its fields it uses.
type FactKind string

// The kinds of facts.
const (
	FactNoRehearsal FactKind = "noRehearsal" // there was none
	FactPosting     FactKind = "posting"     // the posting Name says Words, which call for it
	FactNoAnswer    FactKind = "noAnswer"    // no answer was about it
	FactLacking     FactKind = "lacking"     // in Count of the last Of answered questions
	FactLevel       FactKind = "level"       // Value, between Low and High over the runs, on At, from Count of Of criteria
	FactOthers      FactKind = "others"      // the other competencies lie between Low and High
	FactLengths     FactKind = "lengths"     // Count of the last Of rehearsals lay outside Low to High seconds
	FactNewest      FactKind = "newest"      // the newest is Value seconds
	FactLast        FactKind = "last"        // practised last on At
	FactCovered     FactKind = "covered"     // Count of Of competencies were practised
)

// Fact is one thing that is so, from what is kept on this computer.
type Fact struct {
	Kind             FactKind
	Name             string
	Words            []string
	Count, Of        int
	Value, Low, High float64
	At               time.Time
}

// most is how many exercises are recommended: one, and two others.
const most = 3

// known is all that the rules may look at.
type known struct {
	sessions     []Session // oldest first
	competencies []CompetencyLine
	lengths      Line // SpokenLength
	postings     []posting.Posting
	bank         *bank.Bank
	now          time.Time
}

// next goes through the rules in their order. A competency is recommended once, for the
// strongest reason; there always is at least one exercise.
func next(k known) []Recommendation {
	rules := []func(known) []Recommendation{
		nothingYet, askedFor, lacksEvidence, partMissing, lowestLevel, lengthOutside, longSince, neverTried,
	}
	out := []Recommendation{}
	for _, rule := range rules {
		for _, r := range rule(k) {
			if len(out) < most && !slices.ContainsFunc(out, func(o Recommendation) bool {
				return o.Reason == r.Reason || o.Competency.ID != "" && o.Competency == r.Competency
			}) {
				out = append(out, r)
			}
		}
	}
	if all := k.longest(LongestAgo); len(out) == 0 && len(all) > 0 {
		return all[:1]
	}
	return out
}

func nothingYet(k known) []Recommendation {
	if len(k.sessions) > 0 {
		return nil
	}
	return []Recommendation{{Reason: NothingYet, PostingID: k.newestPosting(), Facts: []Fact{{Kind: FactNoRehearsal}}}}
}

// askedFor are the competencies the newest posting calls for, the strongest first, that
// no answer was about.
func askedFor(k known) []Recommendation {
	if len(k.postings) == 0 {
		return nil
	}
	p, out := k.postings[0], []Recommendation{}
	for _, w := range k.bank.Match(p.Text) {
		c := k.named(string(w.Competency))
		if !k.practised(c.ID) {
			words := w.Cues[:min(len(w.Cues), shownCues)]
			out = append(out, Recommendation{Reason: AskedFor, Competency: c, PostingID: string(p.ID), Facts: []Fact{
				{Kind: FactPosting, Name: p.Title, Words: words}, {Kind: FactNoAnswer},
			}})
		}
	}
	return out
}

// shownCues is how many words of a posting are given as evidence.
const shownCues = 3

// longAgo is when a competency counts as not practised for a while (product choice).
const longAgo = 14 * 24 * time.Hour

func longSince(k known) []Recommendation {
	return slices.DeleteFunc(k.longest(LongSince), func(r Recommendation) bool { return k.now.Sub(r.Facts[0].At) < longAgo })
}

// neverTried are the competencies of the bank, in its order, that no answer was about.
func neverTried(k known) []Recommendation {
	all, out, tried := k.bank.Competencies(), []Recommendation{}, 0
	for _, c := range all {
		if k.practised(string(c.ID)) {
			tried++
		}
	}
	for _, c := range all {
		if !k.practised(string(c.ID)) {
			out = append(out, Recommendation{Reason: NeverTried, Competency: k.named(string(c.ID)), Facts: []Fact{
				{Kind: FactNoAnswer}, {Kind: FactCovered, Count: tried, Of: len(all)},
			}})
		}
	}
	return out
}

// longest are the competencies of the bank that were practised, the longest ago first.
func (k known) longest(reason Reason) []Recommendation {
	lines := slices.Clone(k.competencies)
	slices.SortStableFunc(lines, func(a, b CompetencyLine) int { return a.LastAt.Compare(b.LastAt) })
	out := []Recommendation{}
	for _, c := range lines {
		if k.inBank(c.Competency.ID) {
			out = append(out, Recommendation{Reason: reason, Competency: k.named(c.Competency.ID), Facts: []Fact{{Kind: FactLast, At: c.LastAt}}})
		}
	}
	return out
}

func (k known) newestPosting() string {
	if len(k.postings) == 0 {
		return ""
	}
	return string(k.postings[0].ID)
}

func (k known) practised(id string) bool {
	return slices.ContainsFunc(k.competencies, func(c CompetencyLine) bool { return c.Competency.ID == id })
}

func (k known) inBank(id string) bool {
	_, there := k.bank.Competency(bank.CompetencyID(id))
	return there
}

// named is a competency in the words of the bank.
func (k known) named(id string) Competency {
	c, _ := k.bank.Competency(bank.CompetencyID(id))
	return Competency{id, c.Name}
}

// renamed puts lines into the words of the bank, whichever language their rehearsals were
// in. Of what the bank has no longer, the plan's name is all there is.
func (k known) renamed(lines []CompetencyLine) []CompetencyLine {
	for i, l := range lines {
		if k.inBank(l.Competency.ID) {
			lines[i].Competency = k.named(l.Competency.ID)
		}
	}
	return lines
}
