package reading

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career"
)

func TestRolesAreToldApart(t *testing.T) {
	tests := []struct {
		labels                        []string
		organisation, position, place string
	}{
		{[]string{"Software Engineer at Tech Corp"}, "Tech Corp", "Software Engineer", ""},
		{[]string{"Product Manager, Google, Mountain View, CA, USA"}, "Google", "Product Manager", "Mountain View, CA, USA"},
		{[]string{"Nexus AI, Co-Founder & CTO"}, "Nexus AI", "Co-Founder & CTO", ""},
		{[]string{"Facebook | Principal Software Engineer"}, "Facebook", "Principal Software Engineer", ""},
		{[]string{"Senior Nurse - Harbor Clinic"}, "Harbor Clinic", "Senior Nurse", ""},
		{[]string{"Java Developer, ABC Company, Inc., Anywhere, USA"}, "ABC Company, Inc.", "Java Developer", "Anywhere, USA"},
		{[]string{"Dunamu Inc.", "DevOps Engineer"}, "Dunamu Inc.", "DevOps Engineer", ""},
		{[]string{"DevOps Engineer", "Dunamu Inc."}, "Dunamu Inc.", "DevOps Engineer", ""},
		{[]string{"Krankenpflegerin", "Klinikum Nord"}, "Klinikum Nord", "Krankenpflegerin", ""},
		{[]string{"Ingenieurgesellschaft Nord", "Projektingenieurin"}, "Ingenieurgesellschaft Nord", "Projektingenieurin", ""},
		{[]string{"Stripe • San Francisco, CA", "Software Engineer"}, "Stripe", "Software Engineer", "San Francisco, CA"},
		{[]string{"Waiter"}, "", "Waiter", ""},
		{[]string{"Nintendo"}, "Nintendo", "", ""},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.labels, "/"), func(t *testing.T) {
			var n named
			for _, l := range tt.labels {
				n.add(l, false)
			}
			r := roleOf(n)
			if r.organisation != tt.organisation || r.position != tt.position || r.place != tt.place {
				t.Errorf("got %q, %q, %q, want %q, %q, %q", r.organisation, r.position, r.place, tt.organisation, tt.position, tt.place)
			}
		})
	}
}

func TestRolesFollowTheMajority(t *testing.T) {
	roles := []role{
		{organisation: "Acme Inc", position: "Engineer", sure: true, swapped: true},
		{organisation: "Umbra", position: "Sorcery"}, // read as position first, which nobody else does
	}
	roles[1].organisation, roles[1].position = "Sorcery", "Umbra"
	followMajority(roles)
	if roles[1].organisation != "Umbra" || roles[1].position != "Sorcery" {
		t.Errorf("the doubtful role stayed %+v", roles[1])
	}
}

func TestStudies(t *testing.T) {
	tests := []struct {
		labels                           []string
		institution, degree, area, score string
	}{
		{[]string{"PhD Princeton University, Computer Science"}, "Princeton University", "PhD", "Computer Science", ""},
		{[]string{"B.S. in Computer Science", "Northgate State University"}, "Northgate State University", "B.S.", "Computer Science", ""},
		{[]string{"Associate degree, H.R. Management, Bellows College"}, "Bellows College", "Associate degree", "H.R. Management", ""},
		{[]string{"University of California, Los Angeles", "Master of Data Science"}, "University of California, Los Angeles", "Master of Data Science", "", ""},
		{[]string{"University of Leeds", "Bachelor of Science • 3.6 GPA", "Physics"}, "University of Leeds", "Bachelor of Science", "Physics", "3.6 GPA"},
		{[]string{"mgr, Rachunkowość", "Uczelnia Łódzka"}, "Uczelnia Łódzka", "mgr", "Rachunkowość", ""},
		{[]string{"硕士、统计学", "钱塘江大学"}, "钱塘江大学", "硕士", "统计学", ""},
		{[]string{"بكالوريوس، الهندسة المدنية", "جامعة نهر الأردن"}, "جامعة نهر الأردن", "بكالوريوس", "الهندسة المدنية", ""},
		{[]string{"Universität Wien", "Magister in Geschichte"}, "Universität Wien", "Magister", "Geschichte", ""},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.labels, "/"), func(t *testing.T) {
			var n named
			for _, l := range tt.labels {
				n.labels = append(n.labels, label{text: l})
			}
			s := studyOf(n)
			if s.institution != tt.institution || s.degree != tt.degree || s.area != tt.area || s.score != tt.score {
				t.Errorf("got %+v, want %+v", s, tt)
			}
		})
	}
}

func TestContact(t *testing.T) {
	line := Line{Page: 1, Pieces: []Piece{
		{Text: "T: +33 6 12 34 56 78 | jo.do@me.example.org", Links: []string{"https://www.linkedin.com/in/jodo?trk=x", "mailto:jo.do@me.example.org"}},
		{Text: "github.com/jodo • jodo.example.com • linkedin.com"},
	}}
	b := contactOf([]Line{line}).basics
	want := career.Basics{
		Email: "jo.do@me.example.org", Phone: "+33 6 12 34 56 78", URL: "jodo.example.com",
		Profiles: []career.Profile{
			{Network: "LinkedIn", Username: "jodo", URL: "https://www.linkedin.com/in/jodo?trk=x"},
			{Network: "GitHub", Username: "jodo", URL: "github.com/jodo"},
		},
	}
	if !reflect.DeepEqual(b, want) {
		t.Errorf("contact %+v, want %+v", b, want)
	}
}

func TestPhones(t *testing.T) {
	for in, want := range map[string]string{
		"(503) 555-0188": "(503) 555-0188", "Tel. +44 20 7946 0018 (home)": "+44 20 7946 0018", "555.123.4567": "555.123.4567",
		"2012 – 2017": "", "12345": "", "August 2012 to May 2016": "",
	} {
		if got := phoneIn(in); got != want {
			t.Errorf("phoneIn(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	tests := map[string]career.Location{
		"123 Example Way, Springfield, IL 62701":              {Address: "123 Example Way", City: "Springfield", Region: "IL", PostalCode: "62701"},
		"San Francisco, California, US":                       {City: "San Francisco", Region: "California", CountryCode: "US"},
		"London, UK":                                          {City: "London", CountryCode: "GB"},
		"a@b.example • Silicon Valley, CA, USA":               {City: "Silicon Valley", Region: "CA", CountryCode: "US"},
		"United Kingdom":                                      {CountryCode: "GB"},
		"mail@b.example · Bristol, GB":                        {City: "Bristol", CountryCode: "GB"},
		"Lindenweg 3, 15711 Königs Wusterhausen, Deutschland": {Address: "Lindenweg 3", City: "Königs Wusterhausen", PostalCode: "15711", CountryCode: "DE"},
		"北京市海淀区":                                              {City: "北京市海淀区"},
	}
	for in, want := range tests {
		if got, ok := locationOf(in); !ok || got != want {
			t.Errorf("locationOf(%q) = %+v, %v, want %+v", in, got, ok, want)
		}
	}
	for _, in := range []string{"Product Manager, Google", "Hard work, good humour", "Nurse", "Design, ZZ", "Go, IT and more"} {
		if got, ok := locationOf(in); ok {
			t.Errorf("locationOf(%q) = %+v", in, got)
		}
	}
}

func TestLists(t *testing.T) {
	tests := map[string][]string{
		"Go, C++ (17, 20), and Rust.": {"Go", "C++ (17, 20)", "Rust"},
		"Tableau | Python (Pandas/R)": {"Tableau", "Python (Pandas/R)"},
		"数据结构、算法，Node.js":             {"数据结构", "算法", "Node.js"},
		"التفاوض، التخطيط؛ AutoCAD":   {"التفاوض", "التخطيط", "AutoCAD"},
		"★★☆":            nil,
		"unclosed (a, b": {"unclosed (a, b"},
		"":               nil,
	}
	for in, want := range tests {
		if got := splitList(in); !reflect.DeepEqual(got, want) {
			t.Errorf("splitList(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]bool{
		"נועה בן־שמעון": true, "Mara Lindqvist": true, "Ludwig van Beethoven": true, "DEAN LARSSON": true, "O’Neill-Smith": true, "张三": true,
		"Senior Developer": false, "Work Experience": false, "Curriculum Vitae": false, "Portland, OR": false,
		"call me any time": false, "Version 2": false, "": false,
	} {
		if got := couldBeName(in); got != want {
			t.Errorf("couldBeName(%q) = %v", in, got)
		}
	}
}

func TestBrokenWordsHeal(t *testing.T) {
	for _, tt := range [][3]string{
		{"optimi-", "zation", "optimization"}, {"Anne-", "Marie", "Anne- Marie"}, {"one", "two", "one two"}, {"", "x", "x"}, {"日本", "語", "日本語"},
	} {
		if got := joinWrapped(tt[0], tt[1]); got != tt[2] {
			t.Errorf("joinWrapped(%q, %q) = %q, want %q", tt[0], tt[1], got, tt[2])
		}
	}
}

// Whatever lines there are, understanding them ends, all ids differ, and every date is one.
func TestUnderstandAnything(t *testing.T) {
	piece := rapid.Custom(func(t *rapid.T) Piece {
		x := rapid.Float64Range(0, 500).Draw(t, "x")
		return Piece{
			Text: rapid.OneOf(rapid.StringMatching(`.{1,30}`), rapid.SampledFrom([]string{
				"Experience", "EDUCATION", "Skills:", "Languages", "2019 – 2021", "•", "• Did things", "Acme Inc", "Nurse", "Berlin, Germany",
				"a@b.example", "BSc in Maths, Uni of X", "1/2", "Summary", "Go, Rust",
			})).Draw(t, "text"),
			X0: x, X1: x + 60, Size: rapid.Float64Range(6, 20).Draw(t, "size"), Bold: rapid.Bool().Draw(t, "bold"),
		}
	})
	line := rapid.Custom(func(t *rapid.T) Line {
		return Line{
			Page: rapid.IntRange(1, 3).Draw(t, "page"), Column: rapid.IntRange(0, 1).Draw(t, "column"), Y: rapid.Float64Range(0, 800).Draw(t, "y"),
			Pieces: rapid.SliceOfN(piece, 1, 3).Draw(t, "pieces"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		n := 0
		d := Understand(Document{Pages: 3, Lines: rapid.SliceOfN(line, 0, 25).Draw(t, "lines")}, func() string { n++; return fmt.Sprint(n) })
		for _, w := range d.Ledger.Work {
			for _, date := range []career.Date{w.StartDate, w.EndDate} {
				if _, err := career.ParseDate(string(date)); err != nil {
					t.Errorf("%v", err)
				}
			}
			if w.EndDate.Before(w.StartDate) {
				t.Errorf("%+v ends before it starts", w)
			}
		}
	})
}

func TestVocabularyIsWhole(t *testing.T) {
	v := known()
	for name, n := range map[string]int{
		"headings": len(v.headings), "stems": len(v.stems), "titles": len(v.titles), "organisations": len(v.organisations),
		"institutions": len(v.institutions), "degrees": len(v.degrees), "countries": len(v.countries), "regions": len(v.regions),
		"networks": len(v.networks), "levels": len(v.levels), "months": len(datesOf().months), "present": len(datesOf().present),
	} {
		if n == 0 {
			t.Errorf("no %s", name)
		}
	}
	kinds := map[kind]bool{kindContact: true, kindSummary: true, kindWork: true, kindEducation: true, kindSkills: true, kindLanguages: true}
	for _, k := range sectionKinds {
		kinds[kind(k)] = true
	}
	for heading, k := range v.headings {
		if !kinds[k] {
			t.Errorf("heading %q is of the unknown kind %q", heading, k)
		}
	}
}
