package reading

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career"
)

func TestFindPeriod(t *testing.T) {
	tests := map[string]period{
		"June 2020 - Present":           {start: "2020-06", current: true},
		"Jun. 2018 \u00ad Jan. 2021":    {start: "2018-06", single: true}, // a soft hyphen is no dash; the page normalises it
		"Sept 2018 – May 2023":          {start: "2018-09", end: "2023-05"},
		"2017 – 2019":                   {start: "2017", end: "2019"},
		"2017–":                         {start: "2017", current: true},
		"Nov 2020 -":                    {start: "2020-11", current: true},
		"January 2019 to Present":       {start: "2019-01", current: true},
		"03/2018 – 11/2022":             {start: "2018-03", end: "2022-11"},
		"01.03.2018 – 30.11.2022":       {start: "2018-03", end: "2022-11"},
		"2018-03 - 2020-11":             {start: "2018-03", end: "2020-11"},
		"2018-2020":                     {start: "2018", end: "2020"},
		"2021.06‑2021.09":               {start: "2021-06", end: "2021-09"},
		"Nov 17, 2016 - Present":        {start: "2016-11", current: true},
		"17 November 2016":              {start: "2016-11", single: true},
		"Feb - May 2021":                {start: "2021-02", end: "2021-05"},
		"Summer 2017":                   {start: "2017", single: true},
		"Sep '19 – Jan '20":             {start: "2019-09", end: "2020-01"},
		"since 2015":                    {start: "2015", current: true},
		"seit März 2015":                {start: "2015-03", current: true},
		"Okt. 2014 bis heute":           {start: "2014-10", current: true},
		"Dez. 2014 – Jän. 2016":         {start: "2014-12", end: "2016-01"},
		"septembre 2012 à août 2014":    {start: "2012-09", end: "2014-08"},
		"février 2012 – aujourd'hui":    {start: "2012-02", current: true},
		"enero de 2010 - actualidad":    {start: "2010-01", current: true},
		"marzo 2010 – dic. 2011":        {start: "2010-03", end: "2011-12"},
		"2018年9月〜現在":                    {start: "2018-09", current: true},
		"2016年9月〜2018年8月":               {start: "2016-09", end: "2018-08"},
		"January 20XX - Current":        {current: true, vague: true},
		"2021 - 2019":                   {start: "2021", vague: true},
		"Expected May 2026":             {start: "2026-05", single: true},
		"Engineer at Acme 2011 - 2014":  {start: "2011", end: "2014"},
		"Award of 2010, then 2012-2014": {start: "2012", end: "2014"},
	}
	for in, want := range tests {
		t.Run(in, func(t *testing.T) {
			got, ok := findPeriod(in)
			got.from, got.to = 0, 0
			if !ok || got != want {
				t.Errorf("findPeriod(%q) = %+v, %v, want %+v", in, got, ok, want)
			}
		})
	}
}

func TestNoPeriod(t *testing.T) {
	for _, in := range []string{"", "May", "in the year", "2.8x speedup", "(503) 555-0188", "May 14", "maybe 12 people", "99.97%", "nowhere", "1/2"} {
		if p, ok := findPeriod(in); ok {
			t.Errorf("findPeriod(%q) = %+v", in, p)
		}
	}
}

// What a period says of its place is true, and its dates are dates.
func TestPeriodsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[A-Za-z0-9äé –/.,'年月-]{0,40}`).Draw(t, "text")
		checkPeriod(t, s)
	})
}

func checkPeriod(t interface{ Errorf(string, ...any) }, s string) {
	p, ok := findPeriod(s)
	if !ok {
		return
	}
	if p.from < 0 || p.to > len(s) || p.from >= p.to {
		t.Errorf("findPeriod(%q) stands at %d to %d", s, p.from, p.to)
	}
	for _, d := range []career.Date{p.start, p.end} {
		if _, err := career.ParseDate(string(d)); err != nil {
			t.Errorf("findPeriod(%q): %v", s, err)
		}
	}
	if p.end.Before(p.start) {
		t.Errorf("findPeriod(%q) ends before it starts: %+v", s, p)
	}
}

func FuzzFindPeriod(f *testing.F) {
	for _, s := range []string{"Jun. 2018 - Jan. 2021", "2018年9月〜現在", "Sep '19 –", "01.13.2018/2019-99", "since 20XX"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkPeriod(t, s) })
}
