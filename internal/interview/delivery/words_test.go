package delivery_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/interview/delivery"
)

func TestWordsAreCounted(t *testing.T) {
	tests := map[string]int{
		"":                                   0,
		" — … !":                             0,
		"I don't re-use well-known tools.":   5,
		"Um, er, hmm, I — uhhh — rang. Ahh.": 2,
		"naïve façade, Zoë’s 3 cafés":        5,
		"мы звонили 2 раза":                  4,
		"umbrella error home here":           4,
	}
	for text, want := range tests {
		if got := delivery.FromWords(text, delivery.Options{}).Words; got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}

func TestPace(t *testing.T) {
	fifty := strings.Repeat("word and more of them ", 10)
	tests := map[string]struct {
		text  string
		spoke *int
		want  *float64
	}{
		"typed words have none":  {fifty, nil, nil},
		"fifty in twenty":        {fifty, ptr(20_000), ptr(150.0)},
		"too short a time":       {fifty, ptr(14_999), nil},
		"too few words":          {strings.Repeat("word ", 29), ptr(20_000), nil},
		"just enough words":      {strings.Repeat("word ", 30), ptr(15_000), ptr(120.0)},
		"a nonsensical duration": {fifty, ptr(-5), nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := delivery.FromWords(tt.text, delivery.Options{SpokenMs: tt.spoke}).SpeechRateWpm; !reflect.DeepEqual(got, tt.want) {
				t.Errorf("pace %v, want %v", got, tt.want)
			}
		})
	}
}

func found(c *delivery.Count) []string {
	out := []string{}
	if c == nil {
		return nil
	}
	for _, p := range c.Places {
		out = append(out, p.Text)
	}
	return out
}

func TestHedges(t *testing.T) {
	tests := map[string][]string{
		"I think maybe it might work, a little bit.": {"I think", "maybe", "might", "a little bit"},
		"It was kind of late":                        {"kind of"},
		"It was a kind of glue, that sort of thing":  {},
		"I just called":                              {"just"},
		"It was only just. Then we left, just":       {},
		"I. Um, think first.":                        {},
		"I. Think first.":                            {},
		"I’m not sure":                               {"I’m not sure"},
		"Perhaps I'd say so":                         {"Perhaps", "I'd say"},
		"It was kinda late, and she could’ve known":  {"kinda", "could’ve"},
		"We just finished just before noon, just 2 of us, just the first": {"just"},
		"It just worked. I just do that just like her":                    {"just", "just"},
		"I, um, think it was a, uh, bit late":                             {"I, um, think", "a, uh, bit"},
		"nothing soft here":                                               {},
	}
	for text, want := range tests {
		if got := found(delivery.FromWords(text, delivery.Options{}).Hedges); !reflect.DeepEqual(got, want) {
			t.Errorf("%q hedges with %q, want %q", text, got, want)
		}
	}
}

func TestRepeats(t *testing.T) {
	tests := map[string][]string{
		"the the door":                 {"the"},
		"so I so I went":               {"so I"},
		"and then I and then I called": {"and then I"},
		"it was very very late":        {},
		"I had had that that day":      {},
		"the the the door":             {"the", "the"},
		"I er I called":                {"I"},
		"the door the window":          {},
		"We did it. It worked":         {},
		"They left. It left it":        {},
		"We did it. Um it worked":      {},
		"I... I went, the — the door":  {"I", "the"},
		"no no no no, it was fine":     {},
		"the the the the door":         {"the", "the", "the"},
		"I called. I called twice":     {},
	}
	for text, want := range tests {
		if got := found(delivery.FromWords(text, delivery.Options{}).Repeats); !reflect.DeepEqual(got, want) {
			t.Errorf("%q repeats %q, want %q", text, got, want)
		}
	}
}

func TestFilledPauses(t *testing.T) {
	text := "Um so I uh called erm the the client and uhm hmm it was fine"
	if m := delivery.FromWords(text, delivery.Options{}); m.FilledPauses != nil {
		t.Errorf("without a transcriber that keeps them: %+v", m.FilledPauses)
	}
	m := delivery.FromWords(text, delivery.Options{FillersKept: true})
	if m.FilledPauses == nil || m.FilledPauses.Total != 5 || m.Words != 10 || !m.TooShort || m.FilledPauses.Per100Words != nil {
		t.Fatalf("filled pauses %+v of %d words", m.FilledPauses, m.Words)
	}
	long := strings.Repeat(text+". ", 3)
	m = delivery.FromWords(long, delivery.Options{FillersKept: true, SpokenMs: ptr(30_000)})
	if got, want := *m.FilledPauses.Per100Words, 100*5.0/15; got != want || m.TooShort {
		t.Errorf("%v per 100 words, want %v", got, want)
	}
	if got := *m.FilledPauses.PerMinute; got != 30 {
		t.Errorf("%v per minute, want 30", got)
	}
	if *m.Hedges.PerMinute != 0 || *m.Hedges.Per100Words != 0 {
		t.Errorf("hedges %+v", m.Hedges)
	}
}

func TestFirstPerson(t *testing.T) {
	tests := map[string]delivery.FirstPerson{
		"I’ve told my team that we’re ready; they gave us and me our own desk. I'll go.": {I: 4, We: 3},
		"In the US, i.e. abroad, they asked us":                                          {We: 1},
		"THEY ASKED US AND ME":                                                           {I: 1, We: 1},
	}
	for text, want := range tests {
		if got := delivery.FromWords(text, delivery.Options{}).FirstPerson; *got != want {
			t.Errorf("%q: first person %+v, want %+v", text, got, want)
		}
	}
}

func TestMostUsed(t *testing.T) {
	m := delivery.FromWords("Clients called. The client was late and I called the client's bank about a loan.", delivery.Options{})
	want := []delivery.WordCount{{Word: "clients", Count: 3}, {Word: "called", Count: 2}}
	if !reflect.DeepEqual(m.MostUsed, want) {
		t.Errorf("most used %+v, want %+v", m.MostUsed, want)
	}
	if got := delivery.FromWords("every word is said once", delivery.Options{}).MostUsed; len(got) != 0 {
		t.Errorf("words used once are listed: %+v", got)
	}
}

func TestCoverage(t *testing.T) {
	text := "I managed the budgets, negotiated with suppliers and planned our e-commerce launch. We used SQL; the team sails with us."
	tests := map[string]bool{
		"budget management":    true, // "managed the budgets"
		"negotiation":          true,
		"planning":             true,
		"supplier":             true,
		"e-commerce":           true,
		"SQL":                  true,
		"SA":                   false,
		"sailing":              true,
		"Kubernetes":           false,
		"launch of e-commerce": true,
		"suppliers SQL":        false,
		"":                     false,
		"US":                   false, // "we used" and "us" are no country
	}
	for term, want := range tests {
		got := delivery.Coverage(text, []string{term})
		if len(got) != 1 || got[0].Term != term || got[0].Covered != want {
			t.Errorf("%q: %+v, want %t", term, got, want)
		}
	}
}

func TestCapitalsTellAnAbbreviation(t *testing.T) {
	got := delivery.Coverage("it was fixed; I ran IT and then it support", []string{"IT", "IT support"})
	if len(got[0].Places) != 1 || got[0].Places[0].Start != 20 {
		t.Errorf("IT: %+v", got[0])
	}
	if !got[1].Covered {
		t.Errorf("IT support: %+v", got[1])
	}
}

// inRange fails unless a place lies in its text and its words and says what stands there.
func inRange(t interface{ Fatalf(string, ...any) }, p delivery.Place, text []rune, words int) {
	if p.Start < 0 || p.Start >= p.End || p.End > len(text) || p.WordStart < 0 || p.WordStart >= p.WordEnd || p.WordEnd > words {
		t.Fatalf("place %+v in a text of %d and %d words", p, len(text), words)
	}
	if utf8.ValidString(p.Text) && string(text[p.Start:p.End]) != p.Text {
		t.Fatalf("place %+v where %q stands", p, string(text[p.Start:p.End]))
	}
}

func FuzzFromWords(f *testing.F) {
	f.Add("Um, I think I think we just managed the budgets — kind of.", "budget")
	f.Add("\xff\u0130 i i i i", "i\xff")
	f.Add("e-commerce e--commerce 'n' roll", "e-commerce of the")
	f.Fuzz(func(t *testing.T, text, term string) {
		m := delivery.FromWords(text, delivery.Options{SpokenMs: ptr(60_000), FillersKept: true})
		if _, err := json.Marshal(m); err != nil {
			t.Fatalf("not a finite number: %v", err)
		}
		runes, words := []rune(text), len(strings.Fields(text))
		all := slices.Concat(m.Hedges.Places, m.Repeats.Places, m.FilledPauses.Places, m.DiscourseFillers.Places)
		for _, c := range delivery.Coverage(text, []string{term, text}) {
			all = append(all, c.Places...)
			if c.Covered != (len(c.Places) > 0) {
				t.Fatalf("coverage %+v", c)
			}
		}
		for _, p := range all {
			inRange(t, p, runes, words)
		}
	})
}
