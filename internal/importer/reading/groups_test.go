package reading

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
)

// page makes lines of texts in which two spaces part pieces; * begins a bold piece and #
// one in large letters.
func page(texts ...string) (all []Line) {
	for i, text := range texts {
		l := Line{Page: 1, Y: float64(50 + 14*i)}
		for k, part := range strings.Split(text, "  ") {
			p := Piece{Text: strings.Trim(part, "*#"), X0: 60 + 300*float64(k), Size: 10, Bold: strings.HasPrefix(part, "*")}
			if strings.HasPrefix(part, "#") {
				p.Size = 14
			}
			p.X1 = p.X0 + 5*float64(len(p.Text))
			l.Pieces = append(l.Pieces, p)
		}
		all = append(all, l)
	}
	return all
}

func understood(texts ...string) career.Draft {
	n := 0
	return Understand(Document{Pages: 1, Lines: page(texts...)}, func() string { n++; return fmt.Sprint(n) })
}

func TestGroupsOfRoles(t *testing.T) {
	tests := map[string]struct{ lines, want []string }{
		"an employer over two roles": {
			[]string{"*Acme Inc  2015 – 2020", "Plant Manager  2018 – 2020", "• Ran it.", "Fitter  2015 – 2018", "• Built it."},
			[]string{"Plant Manager @ Acme Inc", "Fitter @ Acme Inc"},
		},
		"set alike, with what was done": {
			[]string{"Acme Inc  2015 – 2020", "Umbra  2018 – 2020", "• Ran it.", "Ombra  2015 – 2018", "• Built it."},
			[]string{"Umbra @ Acme Inc", "Ombra @ Acme Inc"},
		},
		"a role that was held beside another": {
			[]string{"*Manager, Acme Inc  2015 – 2020", "*Adviser, Umbra Ltd  2018 – 2020", "*Fitter, Ombra Ltd  2015 – 2018"},
			[]string{"Manager @ Acme Inc", "Adviser @ Umbra Ltd", "Fitter @ Ombra Ltd"},
		},
		"roles that don't fill the time": {
			[]string{"*Acme Inc  2010 – 2020", "Plant Manager  2018 – 2020", "• Ran it.", "Welder  2015 – 2018", "• Built it."},
			[]string{" @ Acme Inc", "Plant Manager @ ", "Welder @ "},
		},
		"one that goes on": {
			[]string{"*Acme Inc, Bath  2015 – present", "Plant Manager  Mar 2018 – present", "• Ran it.", "Fitter  Jan 2015 – Feb 2018", "• Built it."},
			[]string{"Plant Manager @ Acme Inc", "Fitter @ Acme Inc"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := understood(append([]string{"#Experience"}, tt.lines...)...)
			var got []string
			for _, w := range d.Ledger.Work {
				got = append(got, w.Position+" @ "+w.Name)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("read %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPlaceBehindAnEmployer(t *testing.T) {
	for in, want := range map[string][2]string{
		"Harbor Hospital, Bath":      {"Harbor Hospital", "Bath"},
		"Acme, Inc., Mountain View":  {"Acme, Inc.", "Mountain View"},
		"شركة الجسر، عمّان":          {"شركة الجسر", "عمّان"},
		"Młyn, Žďár nad Sázavou":     {"Młyn", "Žďár nad Sázavou"},
		"Smith, Jones & Partners":    {"Smith, Jones & Partners", ""},
		"University Hospital, Bank":  {"University Hospital, Bank", ""},
		"Finch, house of printing":   {"Finch, house of printing", ""},
		"西溪食品有限公司、杭州":                {"西溪食品有限公司", "杭州"},
		"Bell Labs":                  {"Bell Labs", ""},
		"Google, Mountain View, USA": {"Google", "Mountain View, USA"},
	} {
		if name, place := nameAndPlace(in); name != want[0] || place != want[1] {
			t.Errorf("nameAndPlace(%q) = %q, %q, want %q", in, name, place, want)
		}
	}
}

// What stands under the name and among the addresses is understood by its place, where no
// word of it is known.
func TestHeadsWithoutKnownWords(t *testing.T) {
	tests := map[string]struct {
		lines       []string
		label, city string
	}{
		"a label and a town":        {[]string{"#Zoë Quist", "*Adventurer", "zoe@quist.example · Utrecht · 020 7946 0018"}, "", "Utrecht"},
		"a town of its own line":    {[]string{"#Zoë Quist", "zoe@quist.example", "Utrecht"}, "", "Utrecht"},
		"words beside addresses":    {[]string{"#Zoë Quist", "Email · zoe@quist.example · LinkedIn · Dutch Citizen"}, "", ""},
		"a town away from contacts": {[]string{"#Zoë Quist", "zoe@quist.example", "Trees and words", "Utrecht"}, "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b := understood(tt.lines...).Ledger.Basics
			if b.Label != tt.label || b.Location.City != tt.city {
				t.Errorf("label %q, city %q, want %q, %q", b.Label, b.Location.City, tt.label, tt.city)
			}
		})
	}
	d := understood("#Zoë Quist", "#Rope dancer", "zoe@quist.example", "#Experience", "Clown, Circus Ltd  2019 – 2020", "#Skills", "Ropes")
	if b := d.Ledger.Basics; b.Label != "Rope dancer" || b.Email == "" || len(d.Ledger.Sections) > 0 {
		t.Errorf("what looks like a heading under the name: %+v, %+v", b, d.Ledger.Sections)
	}
	lines := page("#Zoë Quist", "Adventurer", "zoe@quist.example", "020 7946 0018")
	lines[1].Pieces[0].Size = 11
	d = Understand(Document{Pages: 1, Lines: lines}, func() string { return "x" })
	if d.Ledger.Basics.Label != "Adventurer" || !slices.Contains(d.Doubts, "basics.label") {
		t.Errorf("label %q, doubts %q", d.Ledger.Basics.Label, d.Doubts)
	}
}

// What stands right of a language is its level, though its words are unknown, where the
// same place holds a level beside another language.
func TestLevelsInATable(t *testing.T) {
	var got []string
	for _, l := range understood("#Languages", "Nahuatl  since childhood", "Spanish  C1").Ledger.Languages {
		got = append(got, l.Language+": "+l.Fluency)
	}
	if want := []string{"Nahuatl: since childhood", "Spanish: C1"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}
