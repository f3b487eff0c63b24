package ai

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career"
)

func person() career.Basics {
	return career.Basics{
		Name: "Ada Marlowe", Email: "ada@example.org", Phone: "+44 20 7946 0018", URL: "https://ada.example.org",
		Location: career.Location{Address: "12 Harbour Road", PostalCode: "SW1A 1AA", City: "Hull"},
		Profiles: []career.Profile{{Username: "adamarlowe", URL: "https://linked.example/in/adamarlowe"}},
	}
}

func TestContactDetailsAreHidden(t *testing.T) {
	for text, want := range map[string]string{
		"I'm ada marlowe from Hull.":                   "I'm [name A] from Hull.",
		"Write to Ada@Example.org or to bob@x.co.uk!":  "Write to [email A] or to [email B]!",
		"Call +44 20 7946 0018 or 030 / 123 456-7.":    "Call [phone A] or [phone B].",
		"See https://ada.example.org/cv and www.b.org": "See [link A]/cv and [link B]",
		"At 12 harbour road, SW1A 1AA, as adamarlowe":  "At [address A], [postcode A], as [link A]",
		"In 2019 we had 28 beds and 10 000 patients.":  "In 2019 we had 28 beds and 10 000 patients.",
		"Ada Marlowes are many":                        "[name A] Marlowes are many",
		"I'm Ada, Ms Marlowe to you, not ada.":         "I'm [name B], Ms [name A] to you, not ada.",
		"From 2018-2020, or 2020/2021, 01.02.2015":     "From 2018-2020, or 2020/2021, 01.02.2015",
		"We saved 10.000.000 Euro, 12 000 000 kr.":     "We saved 10.000.000 Euro, 12 000 000 kr.",
		"It was (555) 123-4567 or 0049 30 123456.":     "It was [phone A] or [phone B].",
		"": "",
	} {
		m := NewMask(person())
		got := m.Hide(text)
		if got != want {
			t.Errorf("%q: %q", text, got)
		}
		if back := m.Show(got); back != text {
			t.Errorf("%q came back as %q", text, back)
		}
	}
}

func TestWhatIsHiddenComesBack(t *testing.T) {
	p := person()
	parts := []string{p.Name, p.Email, p.Phone, p.URL, "bob@x.org", "www.x.org", "0221 123456", "we ", "Ada", "[", "A]", "\n", "é", ", "}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 40).Draw(rt, "text"), rapid.SampledFrom([]string{"", " "}).Draw(rt, "gap"))
		m := NewMask(p)
		hidden := m.Hide(text)
		if got := m.Show(hidden); got != text {
			rt.Fatalf("%q came back as %q by %q", text, got, hidden)
		}
		for _, secret := range []string{p.Email, "bob@x.org"} {
			if strings.Contains(hidden, secret) {
				rt.Fatalf("%q shows %q", hidden, secret)
			}
		}
	})
}
