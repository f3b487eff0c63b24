package reading

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career"
)

// period is a time as it stands in a line.
type period struct {
	start, end career.Date
	current    bool // goes on
	single     bool // one moment, in start
	vague      bool // written with gaps ("20XX"), so that dates are missing
	from, to   int  // where in the text, in bytes
}

// dateRules are the patterns of times and what the words in them mean.
type dateRules struct {
	months  map[string]int
	present map[string]bool
	period  *regexp.Regexp
}

// The patterns of one moment, in the order they are tried. Groups aren't named, since
// a period has two moments: momentOf reads the text of a moment again.
const (
	yearPattern  = `(?:1[89]|20)(?:\d\d|XX|xx)`
	isoPattern   = `(?:1[89]|20)\d\d[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:3[01]|[12]\d|0?[1-9]))?`
	asianPattern = `(?:1[89]|20)\d\d\s?[年년]\s?(?:\d{1,2}\s?[月월])?`
	slashPattern = `(?:(?:3[01]|[12]\d|0?[1-9])\.)?(?:1[0-2]|0?[1-9])\s?[/.]\s?(?:1[89]|20)\d\d`
)

var datesOf = sync.OnceValue(func() *dateRules {
	r := &dateRules{months: map[string]int{}, present: map[string]bool{}}
	var names, sure []string // all, and those that aren't words too
	for _, row := range rows("months") {
		f := strings.Fields(row)
		n, err := strconv.Atoi(f[0])
		if err != nil {
			panic(err) // a mistake in a file of ours
		}
		for _, name := range f[1:] {
			name, word := strings.CutPrefix(name, "~")
			r.months[name] = n
			if names = append(names, name); !word {
				sure = append(sure, name)
			}
		}
	}
	class := map[string][]string{}
	for _, row := range rows("dates") {
		f := strings.Fields(row)
		for _, w := range f[1:] {
			class[f[0]] = append(class[f[0]], strings.ReplaceAll(w, "_", " "))
		}
	}
	for _, w := range class["present"] {
		r.present[w] = true
	}
	r.period = compilePeriod(names, sure, class)
	return r
})

// oneOf is the alternation of words, longest first so that "juni" isn't read as "jun".
func oneOf(list []string) string {
	quoted := make([]string, len(list))
	for i, w := range list {
		quoted[i] = regexp.QuoteMeta(w)
	}
	slices.SortFunc(quoted, func(a, b string) int { return len(b) - len(a) })
	return `(?:` + strings.Join(quoted, "|") + `)`
}

// edge is the beginning of a word. The pattern's own sign for it knows only Latin letters;
// this one takes a sign along, which periodAt drops again.
const edge = `(?:^|[^\pL\pM\pN])`

func compilePeriod(months, sure []string, class map[string][]string) *regexp.Regexp {
	month, dash := oneOf(months)+`[.׳]?`, `(?:\s*(?:-|–|—|‑|−|‐|~|〜|～|/|から)\s*|\s`+oneOf(class["until"])+`\s)`
	moment, lone := momentPattern(months, class), momentPattern(sure, class)
	now := `(?:` + oneOf(class["present"]) + `)`
	return regexp.MustCompile(`(?i)` + strings.Join([]string{
		`(?:` + edge + `(` + moment + `)` + dash + `(` + moment + `|` + now + `)(?:[^a-zA-Z]|$))`, // 1 to 2
		`(?:` + edge + `(` + month + `)` + dash + `(` + moment + `)` + `)`,                        // 3 to 4: "Feb - May 2021"
		`(?:` + edge + oneOf(class["since"]) + `\s(` + moment + `))`,                              // since 5
		`(?:` + edge + `(` + moment + `)\s*(?:-|–|—|‑|〜|～)\s*$)`,                                  // 6: open at the end
		`(?:` + edge + `(` + lone + `))`,                                                          // 7: one moment
	}, "|"))
}

func momentPattern(months []string, class map[string][]string) string {
	month := oneOf(months) + `[.׳]?`
	named := `(?:\d{1,2}\.?\s)?` + month + `(?:\s\d{1,2})?(?:,|\sde|\sdel)?(?:\s*` + yearPattern + `|\s?[’'‘]\d\d\b)`
	season := oneOf(class["season"]) + `\s(?:of\s)?` + yearPattern
	return `(?:` + strings.Join([]string{asianPattern, isoPattern + `\b`, slashPattern, named, season, yearPattern + `\b`}, "|") + `)`
}

// findPeriod finds the first time in s: a range if there is one, or else a moment.
func findPeriod(s string) (period, bool) {
	if !yearIn.MatchString(s) && !shortYear.MatchString(s) {
		return period{}, false // most lines; the pattern of a period is costly
	}
	var single period
	found := false
	for at := 0; at < len(s); {
		p, ok := periodAt(s, at)
		if !ok {
			break
		}
		if !p.single {
			return p, true
		}
		if !found {
			single, found = p, true
		}
		at = p.to
	}
	return single, found
}

func periodAt(s string, at int) (period, bool) {
	m := datesOf().period.FindStringSubmatchIndex(s[at:])
	if m == nil {
		return period{}, false
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[at+m[2*i] : at+m[2*i+1]]
	}
	p := period{from: at + m[0], to: at + m[1]}
	if r, size := utf8.DecodeRuneInString(s[p.from:]); !unicode.IsLetter(r) && !unicode.IsNumber(r) {
		p.from += size
	}
	if group(2) != "" {
		p.to = at + m[5] // without the sign that ends the word
	}
	switch {
	case group(1) != "":
		p.setRange(group(1), group(2))
	case group(3) != "":
		p.setMonths(group(3), group(4))
	case group(5) != "":
		p.setRange(group(5), "")
	case group(6) != "":
		p.setRange(group(6), "")
	default:
		p.single = true
		p.start, p.vague = momentOf(group(7))
	}
	return p, true
}

func (p *period) setRange(start, end string) {
	p.start, p.vague = momentOf(start)
	if end == "" || datesOf().present[strings.ToLower(strings.TrimSpace(end))] {
		p.current = true
		return
	}
	var vague bool
	p.end, vague = momentOf(end)
	p.vague = p.vague || vague
	if p.end.Before(p.start) { // "2021 - 2019" is a slip or no period: keep what is sure
		p.end, p.vague = "", true
	}
}

// setMonths reads a range whose year stands only at its end.
func (p *period) setMonths(start, end string) {
	p.end, p.vague = momentOf(end)
	if n := monthIn(start); n > 0 && len(p.end) >= 4 {
		p.start = career.Date(fmt.Sprintf("%s-%02d", p.end[:4], n))
	}
	if p.end.Before(p.start) {
		p.start, p.vague = "", true
	}
}

var (
	yearIn      = regexp.MustCompile(`(?i)(?:1[89]|20)(\d\d|XX)`)
	shortYear   = regexp.MustCompile(`[’'‘](\d\d)\b`)
	monthAfter  = regexp.MustCompile(`^(?:1[89]|20)\d\d\s?(?:[-/.]|年|년)\s?(1[0-2]|0?[1-9])`)
	monthBefore = regexp.MustCompile(`(1[0-2]|0?[1-9])\s?[/.]\s?(?:1[89]|20)\d\d$`)
	letterRuns  = regexp.MustCompile(`\pL+`)
)

// momentOf reads one moment; vague is true if its year has gaps.
func momentOf(s string) (d career.Date, vague bool) {
	s = strings.TrimSpace(s)
	year := yearIn.FindString(s)
	if year == "" {
		return shortYearDate(s), false
	}
	if strings.ContainsAny(year, "Xx") {
		return "", true
	}
	for _, pattern := range []*regexp.Regexp{monthAfter, monthBefore} {
		if m := pattern.FindStringSubmatch(s); m != nil {
			n, _ := strconv.Atoi(m[1]) // the pattern lets only digits through
			return career.Date(fmt.Sprintf("%s-%02d", year, n)), false
		}
	}
	if n := monthIn(s); n > 0 {
		return career.Date(fmt.Sprintf("%s-%02d", year, n)), false
	}
	return career.Date(year), false
}

// shortYearDate reads "Sep '19": two digits after a month are a year of 1960 to 2059.
func shortYearDate(s string) career.Date {
	m := shortYear.FindStringSubmatch(s)
	n := monthIn(s)
	if m == nil || n == 0 {
		return ""
	}
	century := "20"
	if m[1] >= "60" {
		century = "19"
	}
	return career.Date(fmt.Sprintf("%s%s-%02d", century, m[1], n))
}

func monthIn(s string) int {
	for _, w := range letterRuns.FindAllString(strings.ToLower(s), -1) {
		if n := datesOf().months[w]; n > 0 {
			return n
		}
	}
	return 0
}
