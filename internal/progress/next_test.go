package progress

import (
	"slices"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/interview/star"
	"github.com/jobjourney/jobjourney/internal/posting"
)

// ad is a posting.
func ad(id, text string) posting.Posting {
	return posting.Posting{ID: posting.ID(id), Title: "Title of " + id, Text: text}
}

// told is an answer in words that nobody scored, with these parts of a story.
func told(parts ...star.Part) Answer {
	there := func(p star.Part) star.Finding { return star.Finding{Present: slices.Contains(parts, p)} }
	return Answer{Mode: interview.Typed, Star: &star.Checklist{
		Situation: there(star.Situation), Task: there(star.Task), Action: there(star.Action), Result: there(star.Result),
	}}
}

// well is a scored answer that leaves nothing to be wished for.
func well() Answer { return scored(modelA, 5, 5, 5, 5, 5) }

// allOf is one rehearsal about every competency of the bank but these.
func allOf(t testing.TB, days int, but ...string) Session {
	s := session(days)
	for _, c := range loadBank(t).Competencies() {
		if id := string(c.ID); !slices.Contains(but, id) {
			s.Answered = append(s.Answered, about(id, well()))
		}
	}
	return s
}

// recommended are the exercises for what is known.
func recommended(k known) []Recommendation { return overview(k).Next }

func reasons(all []Recommendation) []Reason {
	out := []Reason{}
	for _, r := range all {
		out = append(out, r.Reason)
	}
	return out
}

// the is the exercise for that reason; nil: none.
func the(reason Reason, all []Recommendation) *Recommendation {
	if i := slices.IndexFunc(all, func(r Recommendation) bool { return r.Reason == reason }); i >= 0 {
		return &all[i]
	}
	return nil
}

// TestReasonsComeInTheirOrder takes away the strongest reason, time after time.
func TestReasonsComeInTheirOrder(t *testing.T) {
	asks := []posting.Posting{ad("p", "You work safely.")}
	noResult, low := about("communication", scored(modelA, 4, 4, 4, 0, 4)), about("teamwork", scored(modelA, 2, 2, 2, 2, 2))
	lacking := []Question{noResult, noResult, noResult, low}
	story := func(a Answer) Answer { a.Star = told(star.Situation, star.Action).Star; return a }
	short := func(days int, competency string) Session {
		return session(days, about(competency, story(spoken(20, 50))))
	}
	shorts := []Session{short(3, "planning"), short(2, "initiative"), short(20, "learning")}
	for _, tt := range []struct {
		name     string
		sessions []Session
		postings []posting.Posting
		want     []Reason
	}{
		{"nothing is known", nil, nil, []Reason{NothingYet, NeverTried}},
		{"nothing but a posting", nil, asks, []Reason{NothingYet, AskedFor, NeverTried}},
		{"a posting, levels and lengths", append([]Session{session(1, lacking...)}, shorts...), asks, []Reason{AskedFor, LacksEvidence, LowestLevel}},
		{"levels and lengths", append([]Session{session(1, lacking...)}, shorts...), nil, []Reason{LacksEvidence, LowestLevel, LengthOutside}},
		{"one low level", append([]Session{session(1, low)}, shorts...), nil, []Reason{PartMissing, LowestLevel, LengthOutside}},
		{"one competency for two reasons", []Session{session(1, times(3, about("teamwork", scored(modelA, 2, 2, 2, 0, 2)))...)}, nil, []Reason{LacksEvidence, NeverTried}},
		{"no levels", shorts, nil, []Reason{PartMissing, LengthOutside, LongSince}},
		{"the calendar", []Session{session(20, about("learning", well())), session(1, about("teamwork", well()))}, nil, []Reason{LongSince, NeverTried}},
		{"what was never tried", []Session{session(1, about("teamwork", well()))}, nil, []Reason{NeverTried}},
		{"everything was practised, the most long ago", []Session{allOf(t, 15, "teamwork"), session(1, about("teamwork", well()))}, nil, []Reason{LongSince}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := knowing(t, tt.sessions...)
			k.postings = tt.postings
			got := recommended(k)
			if !slices.Equal(reasons(got), tt.want) {
				t.Errorf("%v, want %v", reasons(got), tt.want)
			}
			named := map[Competency]bool{{}: true}
			for _, r := range got {
				if len(r.Facts) == 0 || r.Competency.ID != "" && named[r.Competency] {
					t.Errorf("without a fact, or recommended twice: %+v", r)
				}
				named[r.Competency] = true
			}
		})
	}
}

func TestAFirstRehearsalIsForTheNewestPosting(t *testing.T) {
	k := knowing(t)
	k.postings = []posting.Posting{ad("new", ""), ad("old", "")}
	r := the(NothingYet, recommended(k))
	if r == nil || r.PostingID != "new" || r.Competency.ID != "" || r.Facts[0].Kind != FactNoRehearsal {
		t.Errorf("%+v", r)
	}
}

func TestWhatAPostingAsksFor(t *testing.T) {
	for _, tt := range []struct {
		name      string
		postings  []posting.Posting
		practised []string
		want      string // empty: no such reason
		words     []string
	}{
		{"no posting", nil, []string{"teamwork"}, "", nil},
		{"no words that call for anything", []posting.Posting{ad("p", "Xyzzy.")}, []string{"teamwork"}, "", nil},
		{"the strongest first", []posting.Posting{ad("p", "Tact. Safety, safely, hazards.")}, []string{"teamwork"}, "safety", []string{"safety", "safely", "hazards"}},
		{"three words are enough", []posting.Posting{ad("p", "Safety, safely, hazard, hazards, hygiene.")}, []string{"teamwork"}, "safety", []string{"safety", "safely", "hazard"}},
		{"the strongest was practised", []posting.Posting{ad("p", "Tact. Safety, safely, hazards.")}, []string{"safety"}, "conflict", []string{"tact"}},
		{"all were practised", []posting.Posting{ad("p", "Tact. Safety.")}, []string{"safety", "conflict"}, "", nil},
		{"an older posting says nothing", []posting.Posting{ad("new", "Xyzzy."), ad("old", "Safety.")}, []string{"teamwork"}, "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := session(1)
			for _, id := range tt.practised {
				s.Answered = append(s.Answered, about(id, well()))
			}
			k := knowing(t, s)
			k.postings = tt.postings
			r := the(AskedFor, recommended(k))
			if tt.want == "" {
				if r != nil {
					t.Errorf("%+v", *r)
				}
				return
			}
			if r == nil || r.Competency.ID != tt.want || r.PostingID != "p" {
				t.Fatalf("%+v, want %s", r, tt.want)
			}
			if r.Competency.Name == "" || r.Facts[0].Name != "Title of p" || !slices.Equal(r.Facts[0].Words, tt.words) || r.Facts[1].Kind != FactNoAnswer {
				t.Errorf("%+v, want the words %v", *r, tt.words)
			}
		})
	}
}

func TestWhatIsAWhileAgo(t *testing.T) {
	good := func(at time.Time, competency string) Session {
		s := session(0, about(competency, well()))
		s.ID, s.At = interview.ID(competency), at
		return s
	}
	for _, tt := range []struct {
		name     string
		sessions []Session
		want     string
	}{
		{"two weeks to the minute", []Session{good(daysAgo(14), "teamwork")}, "teamwork"},
		{"a minute less", []Session{good(daysAgo(14).Add(time.Minute), "teamwork")}, ""},
		{"an hour ago", []Session{good(today.Add(-time.Hour), "teamwork")}, ""},
		{"the longest ago", []Session{good(daysAgo(20), "teamwork"), good(daysAgo(40), "planning"), good(daysAgo(30), "safety")}, "planning"},
		{"long ago, and again an hour ago", []Session{good(daysAgo(40), "teamwork"), session(0, about("teamwork", well()))}, ""},
		{"nothing the bank has questions about", []Session{good(daysAgo(40), "of-a-newer-app")}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := the(LongSince, recommended(knowing(t, tt.sessions...)))
			if (r == nil) != (tt.want == "") || r != nil && r.Competency.ID != tt.want {
				t.Fatalf("%+v, want %q", r, tt.want)
			}
			if r != nil && (r.Facts[0].Kind != FactLast || !r.Facts[0].At.Equal(tt.sessions[min(1, len(tt.sessions)-1)].At)) {
				t.Errorf("facts %+v", r.Facts)
			}
		})
	}
}

func TestWhatWasNeverTriedKeepsTheBanksOrder(t *testing.T) {
	all := loadBank(t).Competencies()
	r := the(NeverTried, recommended(knowing(t, session(1, about(string(all[0].ID), well()), about(string(all[2].ID), well())))))
	if r == nil || r.Competency != (Competency{string(all[1].ID), all[1].Name}) {
		t.Fatalf("%+v, want %s", r, all[1].ID)
	}
	if f := r.Facts[len(r.Facts)-1]; f.Kind != FactCovered || f.Count != 2 || f.Of != len(all) {
		t.Errorf("%+v", f)
	}
}

// TestThereIsAlwaysSomethingToDo, and it says of nothing that was practised of late that it
// is a while ago.
func TestThereIsAlwaysSomethingToDo(t *testing.T) {
	ahead := allOf(t, 0)
	ahead.At = today.Add(time.Hour)
	weak := allOf(t, 2, "planning")
	weak.Answered = append(weak.Answered, about("planning", scored(modelA, 2, 2, 2, 2, 2)))
	for _, tt := range []struct {
		name     string
		sessions []Session
		want     []Reason
		about    bank.CompetencyID
	}{
		{"all went well of late", []Session{allOf(t, 3, "safety"), session(5, about("safety", well()))}, []Reason{LongestAgo}, "safety"},
		{"all went well an hour ago", []Session{allOf(t, 0)}, []Reason{LongestAgo}, ""},
		{"the clock was put back", []Session{ahead}, []Reason{LongestAgo}, ""},
		{"something else is worth it", []Session{weak}, []Reason{LowestLevel}, "planning"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := recommended(knowing(t, tt.sessions...))
			if !slices.Equal(reasons(got), tt.want) || tt.about != "" && got[0].Competency.ID != string(tt.about) {
				t.Errorf("%+v, want %v about %q", got, tt.want, tt.about)
			}
		})
	}
}
