package resume

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strconv"

	"github.com/jobjourney/jobjourney/internal/career"
)

// text is one text of a ledger that a résumé may word in its own way.
type text struct {
	field Field   // as a document names it
	kept  Field   // as an overlay keeps it: the same, but for lists without ids
	at    *string // nil: the ledger has no place for it
	prose bool    // it may have several lines
}

func fieldOf(k Key, id career.ItemID) Field { return Field(k) + "/" + Field(id) }
func titleField(k Key) Field                { return "section/" + Field(k) + "/title" }

// numbered names one of a list without ids, counted from 0.
func numbered(list Field, n int) Field { return list + "/" + Field(strconv.Itoa(n)) }

// bySaying is how an overlay keeps the wording of one of a list without ids: by what it
// says, so that it never lands on another when the list changes in the ledger.
func bySaying(list Field, ledger string) Field { return list + "/" + Field(saying(ledger)) }

// sayingPrefix marks an id that is made of what something says.
const sayingPrefix = "~"

// saying stands for a text where it has no id.
func saying(s string) career.ItemID {
	sum := sha256.Sum256([]byte(s))
	return career.ItemID(sayingPrefix + hex.EncodeToString(sum[:8]))
}

// texts are all that may be worded; everything else is a fact. The texts can be written
// through at.
func texts(l *career.Ledger) iter.Seq[text] {
	return func(yield func(text) bool) {
		v := visitor{yield: yield}
		v.basics(l)
		v.titles(l)
		v.roles(l)
		v.studies(l)
		v.distinctions(l)
		v.own(l)
	}
}

// visitor shows texts to yield until that has seen enough.
type visitor struct {
	yield func(text) bool
	done  bool
}

func (v *visitor) show(t text) {
	if t.kept == "" {
		t.kept = t.field
	}
	if !v.done && !v.yield(t) {
		v.done = true
	}
}

func (v *visitor) line(f Field, at *string)  { v.show(text{field: f, at: at}) }
func (v *visitor) prose(f Field, at *string) { v.show(text{field: f, at: at, prose: true}) }

func (v *visitor) list(f Field, all []string) {
	for n := range all {
		v.show(text{field: numbered(f, n), kept: bySaying(f, all[n]), at: &all[n]})
	}
}

func (v *visitor) highlights(f Field, all []career.Highlight) {
	for i := range all {
		v.line(f+"/highlights/"+Field(all[i].ID), &all[i].Text)
	}
}

func (v *visitor) basics(l *career.Ledger) {
	v.line("basics/label", &l.Basics.Label)
	v.prose("basics/summary", &l.Basics.Summary)
}

func (v *visitor) titles(l *career.Ledger) {
	for _, k := range defaultOrder {
		v.line(titleField(k), nil)
	}
	for i := range l.Custom {
		v.line(titleField(customKey(l.Custom[i].ID)), &l.Custom[i].Heading)
	}
	for i := range l.Sections {
		v.line(titleField(keptKey(l.Sections[i].ID)), &l.Sections[i].Heading)
	}
}

func (v *visitor) roles(l *career.Ledger) {
	for i := range l.Work {
		w := &l.Work[i]
		f := fieldOf(KeyWork, w.ID)
		v.line(f+"/position", &w.Position)
		v.prose(f+"/summary", &w.Summary)
		v.highlights(f, w.Highlights)
	}
	for i := range l.Volunteer {
		w := &l.Volunteer[i]
		f := fieldOf(KeyVolunteer, w.ID)
		v.line(f+"/position", &w.Position)
		v.prose(f+"/summary", &w.Summary)
		v.highlights(f, w.Highlights)
	}
	for i := range l.Projects {
		p := &l.Projects[i]
		f := fieldOf(KeyProjects, p.ID)
		v.line(f+"/name", &p.Name)
		v.line(f+"/type", &p.Type)
		v.prose(f+"/description", &p.Description)
		v.highlights(f, p.Highlights)
		v.list(f+"/roles", p.Roles)
		v.list(f+"/keywords", p.Keywords)
	}
}

func (v *visitor) studies(l *career.Ledger) {
	for i := range l.Education {
		e := &l.Education[i]
		f := fieldOf(KeyEducation, e.ID)
		v.line(f+"/area", &e.Area)
		v.list(f+"/courses", e.Courses)
	}
	for i := range l.Skills {
		s := &l.Skills[i]
		f := fieldOf(KeySkills, s.ID)
		v.line(f+"/name", &s.Name)
		v.line(f+"/level", &s.Level)
		v.list(f+"/keywords", s.Keywords)
	}
	for i := range l.Languages {
		g := &l.Languages[i]
		f := fieldOf(KeyLanguages, g.ID)
		v.line(f+"/language", &g.Language)
		v.line(f+"/fluency", &g.Fluency)
	}
}

func (v *visitor) distinctions(l *career.Ledger) {
	for i := range l.Certificates {
		v.line(fieldOf(KeyCertificates, l.Certificates[i].ID)+"/name", &l.Certificates[i].Name)
	}
	for i := range l.Awards {
		f := fieldOf(KeyAwards, l.Awards[i].ID)
		v.line(f+"/title", &l.Awards[i].Title)
		v.prose(f+"/summary", &l.Awards[i].Summary)
	}
	for i := range l.Publications {
		v.prose(fieldOf(KeyPublications, l.Publications[i].ID)+"/summary", &l.Publications[i].Summary)
	}
	for i := range l.References {
		v.prose(fieldOf(KeyReferences, l.References[i].ID)+"/reference", &l.References[i].Reference)
	}
	for i := range l.Interests {
		f := fieldOf(KeyInterests, l.Interests[i].ID)
		v.line(f+"/name", &l.Interests[i].Name)
		v.list(f+"/keywords", l.Interests[i].Keywords)
	}
}

// own are the sections of the person's own and those kept from imports.
func (v *visitor) own(l *career.Ledger) {
	for i := range l.Custom {
		for j := range l.Custom[i].Items {
			c := &l.Custom[i].Items[j]
			f := fieldOf(customKey(l.Custom[i].ID), c.ID)
			v.line(f+"/title", &c.Title)
			v.line(f+"/subtitle", &c.Subtitle)
			v.prose(f+"/summary", &c.Summary)
			v.highlights(f, c.Highlights)
		}
	}
	for i := range l.Sections {
		v.list(Field(keptKey(l.Sections[i].ID))+"/lines", l.Sections[i].Lines)
	}
}
