package bank

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jobjourney/jobjourney/internal/interview/star"
)

const (
	teamInFrench = `{"id": "teamwork", "order": 2, "name": "Travailler ensemble", "description": "Avance avec les autres.",
		"cues": ["équipe", "esprit d'équipe"], "professions": ["nursing"],
		"questions": [{"id": "teamwork.helping-out", "kind": "situation", "text": "Racontez un jour où vous avez aidé un collègue.",
			"tests": "Si vous voyez ce dont les autres ont besoin.", "probes": {"result": "Qu'est-ce que cela a changé ?"}}]}`
	clearInFrench = `{"id": "communication", "order": 1, "name": "Se faire comprendre", "description": "Parle clairement.",
		"cues": ["rédiger"], "professions": [], "questions": []}`
	nursingInFrench = `{"id": "nursing", "order": 1, "name": "Soins infirmiers", "cues": ["infirmière", "infirmier"],
		"questions": [{"id": "nursing.handover", "kind": "role", "text": "Comment transmettez-vous vos patients ?",
			"competency": "communication", "tests": "Si rien ne se perd.", "probes": {}}]}`
	personasInFrench = `[{"id": "imogen", "name": "Imogen Ward", "maxProbes": 2, "probes": {"result": "Et ensuite ?"}}]`
)

// inFrench is a small bank of another language, as somebody would add it.
func inFrench() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"fr/personas.json":                   file(personasInFrench),
		"fr/competencies/teamwork.json":      file(teamInFrench),
		"fr/competencies/communication.json": file(clearInFrench),
		"fr/competencies/notes.txt":          file("not read"),
		"fr/professions/nursing.json":        file(nursingInFrench),
		"de/personas.json":                   file("[]"),
	}
}

func TestAnotherLanguageIsAFolder(t *testing.T) {
	b, err := read(inFrench(), "fr")
	if err != nil {
		t.Fatal(err)
	}
	c := b.Competencies()
	if b.Language() != "fr" || len(c) != 2 || c[0].ID != "communication" || c[1].Name != "Travailler ensemble" {
		t.Errorf("%s: %+v", b.Language(), c)
	}
	q, ok := b.Question("nursing.handover")
	if !ok || q.Profession != "nursing" || q.Competency != "communication" || q.Kind != Role {
		t.Errorf("the question of the profession: %+v", q)
	}
	p, _ := b.Persona("imogen")
	own, _ := b.Question("teamwork.helping-out")
	if own.Probe(p, star.Result) != "Qu'est-ce que cela a changé ?" || q.Probe(p, star.Result) != "Et ensuite ?" {
		t.Errorf("follow-ups %q and %q", own.Probe(p, star.Result), q.Probe(p, star.Result))
	}
	if got := b.Match("Vous avez l'ESPRIT D'ÉQUIPE."); len(got) != 1 || got[0].Weight != 2 {
		t.Errorf("matched %+v", got)
	}
}

func TestSlipsOfThePenAreFound(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"an unknown field", "fr/competencies/teamwork.json", strings.Replace(teamInFrench, "tests", "test", 1), "unknown field"},
		{"a comma too many", "fr/professions/nursing.json", nursingInFrench + ",", "more than one value"},
		{"two in one file", "fr/professions/nursing.json", nursingInFrench + nursingInFrench, "more than one value"},
		{"no personas", "fr/personas.json", "", "personas.json"},
		{"a broken file", "fr/competencies/teamwork.json", "{", "teamwork.json"},
	} {
		files := inFrench()
		files[tt.file].Data = []byte(tt.text)
		if _, err := read(files, "fr"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := read(inFrench(), "it"); err == nil {
		t.Error("read a language without a folder")
	}
}

func TestLanguages(t *testing.T) {
	if got := Languages(); !slices.Contains(got, "en") || slices.ContainsFunc(got, func(s string) bool { return len(s) != 2 }) {
		t.Errorf("languages %q", got)
	}
}
