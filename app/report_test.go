package app

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// rehearsed keeps a rehearsal and gives its id.
func (r *rig) rehearsed() string {
	id := ident.NewRecord()
	ok(r.t, r.store.PutRehearsal(r.t.Context(), interview.Rehearsal{ID: interview.ID(id), Moves: []interview.Move{}}))
	return id
}

// TestAReportIsSaved: what the page made of a report goes where a download goes, under the
// name the page gave, made fit for a file system.
func TestAReportIsSaved(t *testing.T) {
	r := newRig(t)
	r.enter()
	id := r.rehearsed()
	s := r.listen("")
	content := "%PDF-1.7 a report"
	token := r.upload("/local/files", strings.NewReader(content)).Token
	done := make(chan answer, 1)
	go func() {
		done <- r.call("Rehearsals.SaveReport", `["`+id+`","`+token+`","Nurse: day/night, 29 Nov 2026"]`)
	}()
	var file FileEvent
	ok(t, json.Unmarshal(s.next().Payload, &file))
	if file.Name != "Nurse day night, 29 Nov 2026.pdf" {
		t.Errorf("it is called %q", file.Name)
	}
	if _, body := r.do(r.request("GET", file.URL, "")); body != content {
		t.Errorf("it came as %q", body)
	}
	if a := <-done; string(a.Result) != "true" {
		t.Errorf("saved: %s, %+v", a.Result, a.Error)
	}
}

func TestAReportThatIsNone(t *testing.T) {
	r := newRig(t)
	r.enter()
	id := r.rehearsed()
	for name, tt := range map[string]struct{ id, content, key string }{
		"without a file":   {id, "", "file.gone"},
		"no PDF":           {id, "PK\x03\x04 a paper", "resume.notThatFormat"},
		"of no rehearsal":  {"00000000-0000-4000-8000-000000000000", "%PDF-1.7", "store.notFound"},
		"the file is none": {id, "%PD", "resume.notThatFormat"},
	} {
		token := "no token"
		if tt.content != "" {
			token = r.upload("/local/files", strings.NewReader(tt.content)).Token
		}
		if a := r.call("Rehearsals.SaveReport", `["`+tt.id+`","`+token+`","Nurse"]`); a.Error == nil || a.Error.Key != tt.key {
			t.Errorf("%s: %s, %+v, want %s", name, a.Result, a.Error, tt.key)
		}
	}
}

// TestAReportSaysWhereItComesFrom: who asked, who wrote down, who scored and by what.
func TestAReportSaysWhereItComesFrom(t *testing.T) {
	at := time.Date(2026, 11, 29, 14, 5, 0, 0, time.UTC)
	for language, bands := range map[string]int{"en": 3, "de": 1} {
		v := reportView(interview.Report{
			Summary: interview.Summary{Rehearsal: interview.Rehearsal{Plan: interview.Plan{PersonaName: "Noor", Language: language}}},
			Questions: []interview.QuestionReport{{Answers: []interview.AnswerReport{{
				Said: &transcript.Transcript{Source: transcript.Source{Provider: "recogniser", Model: "en-us"}},
				Answer: interview.Answer{Score: &scoring.Score{At: at, Source: scoring.Source{
					Model: "m", Provider: "p", RubricVersion: "v1", PromptVersion: "score-2",
				}}},
			}}}},
		})
		if v.Persona != "Noor" || len(v.Bands) != bands {
			t.Errorf("%s: persona %q, bands %v", language, v.Persona, v.Bands)
		}
		a := v.Questions[0].Answers[0]
		if a.Said.By != "recogniser" || a.Said.Model != "en-us" || a.Score.RubricVersion != "v1" || a.Score.Prompt != "score-2" {
			t.Errorf("said by %q %q, scored by %q %q", a.Said.By, a.Said.Model, a.Score.Rubric, a.Score.Prompt)
		}
	}
}
