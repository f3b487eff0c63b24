package posting

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func at(text string, s Span) string { return string([]rune(text)[s.Start:s.End]) }

func TestSpansPointAtTheSentence(t *testing.T) {
	text, err := Clean("📍 Zürich\n\nÄrztin – Überwachung\n\nWe’re Söhne AG, and you must have a driving licence. Wir freuen uns.\n\nRequirements:\n• Experience with naïve Bayes — or\n  similar tools, such as\n  spreadsheets\n")
	if err != nil {
		t.Fatal(err)
	}
	r := Extract(text)
	if got := at(text, r.Place.From); got != "📍 Zürich" || r.Place.Value != "Zürich" {
		t.Errorf("place %q from %q", r.Place.Value, got)
	}
	if len(r.Requirements) != 2 {
		t.Fatalf("requirements: %+v", r.Requirements)
	}
	if got := at(text, r.Requirements[0].Sentence); got != "We’re Söhne AG, and you must have a driving licence." || got != r.Requirements[0].Text {
		t.Errorf("first requirement from %q", got)
	}
	if got := at(text, r.Requirements[1].Sentence); !strings.HasPrefix(got, "Experience with naïve") {
		t.Errorf("second requirement from %q", got)
	}
	for _, k := range r.Keywords {
		if !strings.Contains(at(text, k.Sentence), k.Term) {
			t.Errorf("keyword %q is not in its sentence %q", k.Term, at(text, k.Sentence))
		}
	}
}

func TestMustOrWelcome(t *testing.T) {
	tests := map[string]struct {
		text string
		must []bool
	}{
		"a modal":                {"You must have a driving licence.", []bool{true}},
		"a plus":                 {"Experience with Excel is a plus.", []bool{false}},
		"asked and welcome":      {"You need fluent English; French is a plus.", []bool{true}},
		"explicitly not needed":  {"A degree would be useful but is not essential.", []bool{false}},
		"under nice to have":     {"Nice to have\n- Excel\n- A driving licence", []bool{false, false}},
		"soft inside required":   {"Requirements\n- Excel\n- A degree is desirable", []bool{true, false}},
		"no requirement in pay":  {"What we offer\n- Bonus, no experience needed\n- You must try the soup", nil},
		"no requirement in how":  {"To apply, send your CV. You must apply by Friday.", nil},
		"the law, anywhere":      {"What we offer\n- Free soup\nYou must be authorised to work in the UK.", []bool{true}},
		"duties are not asked":   {"Responsibilities\n- Manage the budget\n- Maintain required records", nil},
		"after the list is over": {"Requirements\n- Excel\n\nOur office has a garden.", []bool{true}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			// The opening line makes sure that the language is told.
			r := Extract("This is the job that we have for you and your friends.\n\n" + tt.text)
			var got []bool
			for _, q := range r.Requirements {
				got = append(got, q.Must)
			}
			if !slices.Equal(got, tt.must) {
				t.Errorf("read %+v, want %v", r.Requirements, tt.must)
			}
		})
	}
}

func TestHeadlines(t *testing.T) {
	const rest = "\n\nThis is the job that we have for you and it is in our team.\n"
	tests := map[string]struct{ text, title, company, place string }{
		"bars":             {"Site Manager | Orrin Homes | Perth", "Site Manager", "Orrin Homes", "Perth"},
		"at":               {"Barista at Brindle Coffee Co", "Barista", "Brindle Coffee Co", ""},
		"labels":           {"Location: Ayr\nRole: Plumber\nEmployer: Tidd & Sons", "Plumber", "Tidd & Sons", "Ayr"},
		"a title in parts": {"Staff Nurse – Theatre Recovery – Bath", "Staff Nurse – Theatre Recovery", "", "Bath"},
		"in a sentence":    {"Moorgate Dairy is looking for a Herd Manager to join the farm, based in Dorset.", "Herd Manager", "Moorgate Dairy", "Dorset"},
		"nothing to find":  {"Come and work with nice people.", "", "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := Extract(tt.text + rest)
			if r.Title.Value != tt.title || r.Company.Value != tt.company || r.Place.Value != tt.place {
				t.Errorf("read %q, %q, %q; want %q, %q, %q", r.Title.Value, r.Company.Value, r.Place.Value, tt.title, tt.company, tt.place)
			}
		})
	}
}

func TestLanguages(t *testing.T) {
	tests := map[string]string{
		"en":  "We are looking for a nurse to join our team, and you will have to work with us.",
		"de":  "Wir suchen für unser Team eine Pflegefachkraft, die mit uns und für die Patienten da ist.",
		"fr":  "Nous cherchons une infirmière pour notre équipe, avec un diplôme et des qualités dans les soins.",
		"es":  "Buscamos una enfermera para nuestro equipo, con experiencia en el cuidado de los pacientes y las familias.",
		"it":  "Cerchiamo un infermiere per la nostra clinica, con esperienza nella cura dei pazienti e delle famiglie.",
		"pt":  "Procuramos uma enfermeira para o nosso hospital, com experiência e que não tenha medo do trabalho.",
		"nl":  "Wij zoeken een verpleegkundige voor ons team, die met de patiënten en het hele team werkt.",
		"pl":  "Szukamy pielęgniarki do pracy w naszym szpitalu, która jest gotowa do pracy w nocy i na zmiany.",
		"ru":  "Мы ищем медсестру для работы в нашей больнице, опыт работы не менее двух лет.",
		"ar":  "نبحث عن ممرضة للعمل في المستشفى مع فريق من الأطباء على مدار الساعة",
		"fa":  "ما به دنبال پرستار برای کار در بیمارستان هستیم که با تیم ما همراه باشد و این کار را دوست دارد",
		"he":  "אנחנו מחפשים אחות לעבודה בבית החולים שלנו",
		"zh":  "我们正在招聘一名护士，要求有两年以上工作经验。",
		"ja":  "看護師を募集しています。経験者を優遇します。",
		"ko":  "저희 병원에서 간호사를 모집합니다.",
		"und": "12345 +++ 67890",
	}
	for want, text := range tests {
		r := Extract(text)
		if r.Language != want {
			t.Errorf("%q is %s, want %s", text, r.Language, want)
		}
		if r.Covered != (want == "en") {
			t.Errorf("%s: covered %t", want, r.Covered)
		}
		if want != "en" && len(r.Requirements)+len(r.Keywords)+len(r.Title.Value) > 0 {
			t.Errorf("%s: rules for English read %+v", want, r)
		}
	}
}

func TestLimitsAreTold(t *testing.T) {
	var b strings.Builder
	b.WriteString("This is the job that we have for you.\n\nRequirements:\n")
	for i := range MaxRequirements + 7 {
		fmt.Fprintf(&b, "- Experience of the thing called number %d\n", i)
	}
	r := Extract(b.String())
	if len(r.Requirements) != MaxRequirements || r.LeftOut != 7 {
		t.Errorf("%d requirements, %d left out; want %d and 7", len(r.Requirements), r.LeftOut, MaxRequirements)
	}
}

func TestTablesRead(t *testing.T) {
	w := words()
	for _, kind := range []string{"hard", "hint", "soft", "fragment", "offer", "applying", "legal"} {
		if w.cues[kind] == nil {
			t.Errorf("no cues of kind %s", kind)
		}
	}
	for _, h := range w.headings {
		switch h.kind {
		case required, preferred, duties, benefits, about, applyPart:
		default:
			t.Errorf("heading %q is of unknown kind %q", h.phrase, h.kind)
		}
	}
	if len(w.terms) < 500 || len(w.jobNouns) < 150 || len(w.places) < 300 {
		t.Errorf("tables look cut: %d terms, %d job nouns, %d places", len(w.terms), len(w.jobNouns), len(w.places))
	}
}

// checkReading asserts what holds for every reading of every text.
func checkReading(t *testing.T, text string) {
	t.Helper()
	r := Extract(text)
	n := utf8.RuneCountInString(text)
	check := func(what string, s Span) {
		if s.Start < 0 || s.End > n || s.Start > s.End {
			t.Fatalf("%s: span %v of a text of %d", what, s, n)
		}
	}
	for _, f := range []Found{r.Title, r.Company, r.Place} {
		check("headline", f.From)
		if f.Value != "" && !strings.Contains(oneLine(at(text, f.From)), f.Value) {
			t.Fatalf("%q is not in its line %q", f.Value, at(text, f.From))
		}
	}
	for _, q := range r.Requirements {
		check("requirement", q.Sentence)
		if q.Text == "" || !strings.Contains(oneLine(at(text, q.Sentence)), q.Text) {
			t.Fatalf("requirement %q is not in %q", q.Text, at(text, q.Sentence))
		}
	}
	for _, k := range r.Keywords {
		check("keyword", k.Sentence)
		if k.Term == "" || !strings.Contains(oneLine(at(text, k.Sentence)), k.Term) {
			t.Fatalf("keyword %q is not in %q", k.Term, at(text, k.Sentence))
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, a := range readPostings(f) {
		f.Add(a.text)
	}
	f.Add("<p>R&amp;D</p> <b>you must</b> &#x1F600;")
	f.Add("G Class" + strings.Repeat("O", 120) + " 1 Driver (tramping) - Carlisle\nHaldane Haulage are looking") // too long for a title
	f.Add("We need a nurse.\n•\n1.\n(a) x\n\n\n**:**\n📍")
	f.Fuzz(func(t *testing.T, raw string) {
		text, err := Clean(raw)
		if err != nil {
			return
		}
		if strings.Contains(text, "\r") || strings.Contains(text, "\n\n\n") || strings.TrimSpace(text) != text {
			t.Fatalf("not clean: %q", text)
		}
		checkReading(t, text)
	})
}

// BenchmarkExtract prints how reading grows with the text: the figures per byte
// should stay level from 10 kB to 1 MB, for a real posting and for hostile shapes.
func BenchmarkExtract(b *testing.B) {
	posting := readPostings(b)[0].text + "\n\n"
	shapes := []struct{ name, unit string }{
		{"postings", posting},
		{"bullets", "- Experience of Go and SQL is required\n"},
		{"oneLine", "you must have the experience of a nurse and "},
		{"noBlanks", "youmusthave"},
		{"brackets", "<a "},
		{"names", "Aa Bb Cc, "},
	}
	for _, s := range shapes {
		for _, size := range []int{10_000, 100_000, 1_000_000} {
			raw := "This is the job that we have for you. " + strings.Repeat(s.unit, size/len(s.unit))
			b.Run(fmt.Sprintf("%s/%dkB", s.name, size/1000), func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					text, err := Clean(raw)
					if err != nil {
						b.Fatal(err)
					}
					Extract(text)
				}
			})
		}
	}
}
