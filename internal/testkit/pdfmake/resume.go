package pdfmake

// Résumés of invented people, and the facts a reader should find in them.

// OneColumn is a résumé of one page as word processors make it: headings in bold, dates
// at the right margin, bullets, links behind words.
func OneColumn() *Doc {
	d := New()
	p := d.Page()
	p.Text(60, 70, 24, Bold, "Mara Lindqvist")
	p.Text(60, 92, 12, Regular, "Registered Nurse")
	p.Text(60, 110, 10, Regular, "mara.lindqvist@example.org | +46 70 123 45 67 | Portland, OR")
	p.Text(60, 124, 10, Regular, "LinkedIn | maralindqvist.example.org")
	p.Link(60, 114, 100, 126, "https://www.linkedin.com/in/maralindqvist")
	p.Text(60, 154, 14, Bold, "Summary")
	p.Text(60, 172, 10, Regular, "Nurse with nine years on surgical wards who teaches new colleagues and likes calm")
	p.Text(60, 184, 10, Regular, "handovers.")
	p.work(214)
	p.education(420)
	p.Text(60, 512, 14, Bold, "Skills")
	p.Text(60, 530, 10, Regular, "Clinical: Wound care, Triage, Patient education")
	p.Text(60, 544, 10, Regular, "Systems: Epic, Cerner")
	p.Text(60, 574, 14, Bold, "Languages")
	p.Text(60, 592, 10, Regular, "Swedish (native), English (C1), German")
	p.Text(60, 622, 14, Bold, "Certifications")
	p.Text(60, 640, 10, Regular, "Advanced Cardiac Life Support, 2023")
	return d
}

func (p *Page) work(y float64) {
	p.Text(60, y, 14, Bold, "Work Experience")
	p.Text(60, y+18, 10, Bold, "Harbor General Hospital")
	p.Text(430, y+18, 10, Regular, "Portland, OR")
	p.Text(60, y+31, 10, Regular, "Charge Nurse")
	p.Text(430, y+31, 10, Regular, "Mar 2019 – Present")
	p.Text(70, y+45, 10, Regular, "• Led a team of 14 nurses on a surgical ward with 32 beds")
	p.Text(70, y+58, 10, Regular, "• Cut medication errors by 23 % by introducing a second check at every")
	p.Text(79, y+71, 10, Regular, "handover between shifts")
	p.Text(60, y+96, 10, Bold, "St. Brigid Clinic")
	p.Text(430, y+96, 10, Regular, "Salem, OR")
	p.Text(60, y+109, 10, Regular, "Staff Nurse")
	p.Text(430, y+109, 10, Regular, "Sep 2014 – Feb 2019")
	p.Text(70, y+123, 10, Regular, "• Cared for patients before and after operations")
	p.Text(70, y+136, 10, Regular, "• Trained six graduates in their first year")
}

func (p *Page) education(y float64) {
	p.Text(60, y, 14, Bold, "Education")
	p.Text(60, y+18, 10, Bold, "University of Gothenburg")
	p.Text(430, y+18, 10, Regular, "2011 – 2014")
	p.Text(60, y+31, 10, Regular, "Bachelor of Science in Nursing")
}

// Typeset is the same kind of résumé as TeX makes it: an embedded font with ligatures
// and a ToUnicode map, words moved apart by kerning, titles split by commas, two pages
// with page numbers.
func Typeset() *Doc {
	d := New()
	p := d.Page()
	p.Kerned(220, 70, 25, Embedded, "Tomás Ferreira")
	p.Kerned(180, 90, 10, Embedded, "tomas@example.net • (503) 555-0188")
	p.Kerned(60, 130, 14, Embedded, "Professional Experience")
	p.Kerned(60, 150, 10, Embedded, "Office Manager, Finch & Sons Ltd, London, UK, 03/2018 – 11/2022")
	p.Kerned(75, 165, 10, Embedded, "• Simplified filing and cut the backlog by half")
	p.Kerned(60, 190, 10, Embedded, "Receptionist at Baffin Hotel, 2015 – 2018")
	p.Kerned(75, 205, 10, Embedded, "• Greeted guests in five languages")
	p.Kerned(290, 800, 9, Embedded, "1")
	q := d.Page()
	q.Kerned(60, 70, 14, Embedded, "Education")
	q.Kerned(60, 90, 10, Embedded, "Diploma in Tourism, Lisbon College, 2013 – 2015")
	q.Kerned(60, 120, 14, Embedded, "Skills")
	q.Kerned(60, 140, 10, Embedded, "Bookkeeping, First aid, Event planning")
	q.Kerned(290, 800, 9, Embedded, "2")
	return d
}

// TwoColumns is a résumé with a narrow column at the left.
func TwoColumns() *Doc {
	d := New()
	p := d.Page()
	p.Text(220, 60, 24, Bold, "Ines Okafor")
	p.Text(220, 82, 12, Regular, "Primary School Teacher")
	for i, s := range []string{"Contact", "ines@example.com", "020 7946 0018", "Skills", "Phonics", "Classroom music", "Safeguarding", "Lesson planning"} {
		font, size := Regular, 10.0
		if s == "Contact" || s == "Skills" {
			font, size = Bold, 13.0
		}
		p.Text(40, 120+float64(i)*17, size, font, s)
	}
	p.Text(220, 125, 13, Bold, "Experience")
	p.Text(220, 145, 10, Bold, "Teacher, Elm Road School")
	p.Text(220, 158, 10, Regular, "September 2016 to July 2023")
	p.Text(230, 174, 10, Regular, "• Taught classes of up to thirty children aged five to seven")
	p.Text(230, 188, 10, Regular, "• Ran the reading club and the school choir for four years")
	p.Text(220, 216, 13, Bold, "Education")
	p.Text(220, 236, 10, Bold, "University of Leeds")
	p.Text(220, 249, 10, Regular, "BA in Primary Education, 2012 – 2016")
	p.Text(220, 262, 10, Regular, "Dissertation on early reading and the role of song")
	return d
}

// German is a Lebenslauf: dates in a column at the left, German months and headings.
func German() *Doc {
	d := New()
	p := d.Page()
	p.Text(60, 50, 20, Serif, "Lebenslauf")
	p.Text(60, 85, 20, Bold, "Jürgen Weißmüller")
	p.Text(60, 105, 10, Regular, "Lindenstraße 12, 10115 Berlin, Deutschland")
	p.Text(60, 118, 10, Regular, "Tel. 030 1234567, juergen@example.de")
	p.Text(60, 150, 13, Bold, "Berufserfahrung")
	p.Text(60, 170, 10, Regular, "Okt. 2014 – heute")
	p.Text(180, 170, 10, Bold, "Elektriker, Stadtwerke Nord GmbH")
	p.Text(180, 184, 10, Regular, "• Wartung von Anlagen in drei Bezirken")
	p.Text(180, 198, 10, Regular, "• Ausbildung von zwei Lehrlingen im Jahr")
	p.Text(60, 220, 10, Regular, "03/2010 – 09/2014")
	p.Text(180, 220, 10, Bold, "Techniker, Baumann & Söhne KG")
	p.Text(180, 234, 10, Regular, "• Montage und Prüfung von Schaltschränken")
	p.Text(60, 266, 13, Bold, "Ausbildung")
	p.Text(60, 286, 10, Regular, "2007 – 2010")
	p.Text(180, 286, 10, Bold, "Ausbildung zum Elektroniker, Berufsschule Kiel")
	p.Text(60, 318, 13, Bold, "Sprachkenntnisse")
	p.Text(60, 338, 10, Regular, "Deutsch (Muttersprache), Englisch (gut)")
	p.Text(60, 370, 13, Bold, "Hobbys")
	p.Text(60, 390, 10, Regular, "Segeln")
	return d
}
