package app

import (
	"encoding/json"
	"strings"
	"testing"
)

func (r *rig) studio(method, args string) StudioView {
	r.t.Helper()
	a := r.call(method, args)
	if a.Error != nil {
		r.t.Fatalf("%s: %+v", method, a.Error)
	}
	var v StudioView
	ok(r.t, json.Unmarshal(a.Result, &v))
	return v
}

func TestAResumeThroughTheShell(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	r.call("Career.SaveSkill", `[{"id":"","name":"Triage","level":"","keywords":["calm"]}]`)
	made := r.studio("Resumes.Create", `["Wards","ledger-serif","en"]`)
	id := made.Resume.ID
	for _, want := range []string{"career:changed", "resume:changed"} {
		if e := s.next(); e.Name != want || want == "resume:changed" && !strings.Contains(string(e.Payload), id) {
			t.Errorf("came %s %s, want %s", e.Name, e.Payload, want)
		}
	}
	if made.SavedAt == "" || made.CanUndo || len(made.Document.Sections) != 12 || made.Document.Head.Contacts == nil {
		t.Errorf("made: %+v", made)
	}
	skill := made.Document.Sections[4].Entries[0]
	worded := r.studio("Resumes.Reword", `["`+id+`","`+string(skill.Title.Field)+`","Ersteinschätzung"]`)
	if w := worded.Document.Sections[4].Entries[0].Title; !w.Worded || w.Ledger != "Triage" || !worded.CanUndo {
		t.Errorf("worded: %+v", w)
	}
	if a := r.call("Resumes.Reword", `["`+id+`","basics/name","Bob"]`); a.Error == nil || a.Error.Key != "resume.isFact" || a.Error.Field != "basics/name" {
		t.Errorf("a fact: %+v", a.Error)
	}
	r.call("Resumes.SaveVersion", `["`+id+`","First"]`)
	r.studio("Resumes.Undo", `["`+id+`"]`)
	var versions []VersionView
	ok(t, json.Unmarshal(r.call("Resumes.Versions", `["`+id+`"]`).Result, &versions))
	if len(versions) != 1 || versions[0].Name != "First" || versions[0].Reason != "named" {
		t.Fatalf("versions: %+v", versions)
	}
	if a := r.call("Resumes.Compare", `["`+id+`","`+versions[0].ID+`",""]`); !strings.Contains(string(a.Result), `"before":"Ersteinschätzung","after":"Triage"`) {
		t.Errorf("compared: %s", a.Result)
	}
	r.call("Resumes.Trash", `["`+id+`"]`)
	if list, trash := r.call("Resumes.List", `[]`), r.call("Resumes.Trashed", `[]`); string(list.Result) != "[]" || !strings.Contains(string(trash.Result), id) {
		t.Errorf("list %s, trash %s", list.Result, trash.Result)
	}
}

// TestAPaperIsSaved uploads what the page has made and has it saved under a good name.
func TestAPaperIsSaved(t *testing.T) {
	r := newRig(t)
	r.enter()
	r.call("Career.UpdateBasics", `[{"name":"Dana Kowalczyk","label":"","email":"","phone":"","url":"","summary":"","location":{},"profiles":[]}]`)
	id := r.studio("Resumes.Create", `["Operations résumé","ledger-serif","en"]`).Resume.ID
	if a := r.call("Resumes.Source", `["`+id+`"]`); !strings.Contains(string(a.Result), "Dana Kowalczyk") {
		t.Errorf("source: %s", a.Result)
	}
	s := r.listen("")
	for format, content := range map[string]string{"pdf": "%PDF-1.7 a paper", "docx": "PK\x03\x04 a paper"} {
		token := r.upload("/local/files", strings.NewReader(content)).Token
		done := make(chan answer, 1)
		go func() { done <- r.call("Resumes.SavePaper", `["`+id+`","`+token+`","`+format+`"]`) }()
		var file FileEvent
		ok(t, json.Unmarshal(s.next().Payload, &file))
		if file.Name != "Dana Kowalczyk - Operations résumé."+format {
			t.Errorf("it is called %q", file.Name)
		}
		if _, body := r.do(r.request("GET", file.URL, "")); body != content {
			t.Errorf("%s came as %q", format, body)
		}
		if a := <-done; string(a.Result) != "true" {
			t.Errorf("saved: %s, %+v", a.Result, a.Error)
		}
	}
	if a := r.call("Resumes.Fonts", `[["Arab"]]`); !strings.Contains(string(a.Result), `"family":"Naskh"`) {
		t.Errorf("fonts: %s, %+v", a.Result, a.Error)
	}
	if a := r.call("Resumes.StartCheck", `["`+id+`","no token"]`); a.Error == nil || a.Error.Key != "file.gone" {
		t.Errorf("a check without a file: %+v", a.Error)
	}
	if a := r.call("Resumes.SavePaper", `["`+id+`","no token","pdf"]`); a.Error == nil || a.Error.Key != "file.gone" {
		t.Errorf("without a file: %+v", a.Error)
	}
}
