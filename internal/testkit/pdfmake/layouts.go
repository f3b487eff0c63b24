package pdfmake

// Résumés whose layout is what makes them hard to read.

// FromRight is a résumé in Hebrew with two columns, the narrow one at the left.
func FromRight() *Doc {
	d := New()
	p := d.Page()
	p.FromRight(540, 60, 24, "דנה כרמי")
	p.FromRight(540, 90, 10, "dana@example.com 050 123 4567")
	p.FromRight(540, 125, 13, "ניסיון תעסוקתי")
	p.FromRight(540, 145, 10, "מהנדסת ראשית")
	p.FromRight(330, 145, 10, "מאי 2019 – היום")
	p.FromRight(540, 158, 10, "מפעלי הגליל")
	p.FromRight(540, 174, 10, "• הובלתי 12 מהנדסים בפרויקט BIM של 2,000 מטרים")
	p.FromRight(540, 188, 10, "• חסכתי 15% מן העלות בשנה הראשונה")
	p.FromRight(540, 208, 10, "מהנדסת")
	p.FromRight(330, 208, 10, "ינואר 2014 – אפריל 2019")
	p.FromRight(540, 221, 10, "סטודיו גל")
	p.FromRight(540, 237, 10, "• תכננתי שלושה גשרים בצפון הארץ")
	p.FromRight(180, 125, 13, "כישורים")
	p.FromRight(180, 145, 10, "AutoCAD")
	p.FromRight(180, 158, 10, "תכנון")
	p.FromRight(180, 188, 13, "שפות")
	p.FromRight(180, 208, 10, "עברית (C2)")
	p.FromRight(180, 221, 10, "אנגלית (B2)")
	return d
}

// OneGrid is a résumé with two columns whose rows stand on the same lines, so that those
// of the narrow one look like labels of the others, and with dates at the right of both.
func OneGrid() *Doc {
	d := New()
	p := d.Page()
	p.Text(40, 60, 24, Bold, "Tove Aalto")
	side := []string{"Skills", "Welding", "Pipe fitting", "Cranes", "Languages", "Finnish (native)", "English (B2)"}
	for i, s := range side {
		p.heading(40, 120+float64(i)*14, s, s == "Skills" || s == "Languages")
	}
	p.heading(220, 120, "Experience", true)
	p.Text(220, 134, 10, Bold, "Welder, Norrhamn Shipyard")
	p.Text(470, 134, 10, Regular, "2016 – 2023")
	p.Text(220, 148, 10, Regular, "• Joined hull plates to the plans of the yard and passed every test")
	p.Text(220, 162, 10, Regular, "• Showed the work to apprentices")
	p.Text(220, 176, 10, Bold, "Fitter, Aalto Pipes Ltd")
	p.Text(470, 176, 10, Regular, "2012 – 2016")
	p.Text(220, 190, 10, Regular, "• Laid pipes for heating in homes and schools of the north")
	p.heading(220, 204, "Education", true)
	p.Text(220, 218, 10, Regular, "Diploma in Welding, Oulu College")
	p.Text(470, 218, 10, Regular, "2010 – 2012")
	return d
}

func (p *Page) heading(x, y float64, s string, is bool) {
	if is {
		p.Text(x, y, 13, Bold, s)
	} else {
		p.Text(x, y, 10, Regular, s)
	}
}

// Groups is a résumé with several roles at one employer, which stands over them once: with
// the whole time beside it, over titles with dates beside or below them.
func Groups(below bool) *Doc {
	d := New()
	p := d.Page()
	y := 60.0
	line := func(f Font, text, date string) {
		p.Text(60, y, 10, f, text)
		if date != "" {
			p.Text(430, y, 10, Regular, date)
		}
		y += 14
	}
	role := func(title, date, done string) {
		if below {
			line(Regular, title, "")
			line(Regular, date, "")
		} else {
			line(Regular, title, date)
		}
		line(Regular, "• "+done, "")
	}
	p.heading(60, y, "Nadia Rahman", true)
	y += 30
	p.heading(60, y, "Experience", true)
	y += 20
	line(Bold, "Severn Trams Ltd, Bristol", "2014 – present")
	role("Duty Manager", "Mar 2020 – present", "Run the control room on nights with four signallers")
	role("Tram Crew Lead", "Jun 2014 – Feb 2020", "Drove line 2 and trained eleven new people for it")
	line(Bold, "Avon Buses", "2009 – 2014")
	role("Timetables", "2012 – 2014", "Wrote the winter timetable")
	role("Driver", "2009 – 2012", "Drove the night bus")
	role("Station Clerk at Mersey Depot", "2007 – 2009", "Sold tickets to tourists")
	p.heading(60, y+20, "Skills", true)
	p.Text(60, y+40, 10, Regular, "First aid, Rostering")
	return d
}
