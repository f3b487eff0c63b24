package pdf

import (
	"fmt"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit/pdfmake"
)

// An employer that stands once over several roles is that of each of them, and nothing
// more: neither a role of its own nor that of the role after the group.
func TestRolesOfAGroupHaveItsEmployer(t *testing.T) {
	want := []string{
		"Duty Manager, Severn Trams Ltd, 2020-03 to ",
		"Tram Crew Lead, Severn Trams Ltd, 2014-06 to 2020-02",
		"Timetables, Avon Buses, 2012 to 2014",
		"Driver, Avon Buses, 2009 to 2012",
		"Station Clerk, Mersey Depot, 2007 to 2009",
	}
	for name, below := range map[string]bool{"dates beside the titles": false, "dates below the titles": true} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(pdfmake.Groups(below).Bytes())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, w := range d.Ledger.Work {
				got = append(got, fmt.Sprintf("%s, %s, %s to %s", w.Position, w.Name, w.StartDate, w.EndDate))
				if len(w.Highlights) != 1 {
					t.Errorf("%s has the lines %+v", w.Position, w.Highlights)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("read %q, want %q", got, want)
			}
			if w := d.Ledger.Work; len(w) == 0 || w[0].Location != "Bristol" || !w[0].Current {
				t.Errorf("the first is %+v", w)
			}
			if len(d.Losses) > 0 {
				t.Errorf("lost %+v", d.Losses)
			}
		})
	}
}

// A label that almost fills its column is parted from the text where others begin, and a
// column of labels with headings between is no column of text.
func TestLabelsStandBesideTheirText(t *testing.T) {
	var want string
	data := onePage(func(p *pdfmake.Page) {
		y := 60.0
		row := func(x float64, label, text string) {
			p.Text(x, y, 10, pdfmake.Embedded, label)
			p.Text(180, y, 10, pdfmake.Embedded, text)
			want += label + "  " + text + "\n"
			y += 14
		}
		for _, heading := range []string{"Experience", "Skills", "Languages", "Awards", "Interests", "Projects"} {
			p.Text(60, y, 13, pdfmake.Bold, heading)
			want += heading + "\n"
			y += 18
			row(60, "Steel", "a label with a wide gap behind it")
			if heading == "Skills" { // the letters are half as wide as their size
				row(173-5*float64(len("Testing of seams")), "Testing of seams", "by eye, by dye and by sound")
			}
		}
	})
	d, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Source.Pages[0]; got != want {
		t.Errorf("page reads\n%s, want\n%s", got, want)
	}
}
