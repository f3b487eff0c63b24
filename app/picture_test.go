package app

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
)

func photo(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	img := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	ok(t, png.Encode(&b, img))
	return b.String()
}

func (r *rig) ledger(method, args string) career.Ledger {
	r.t.Helper()
	a := r.call(method, args)
	if a.Error != nil {
		r.t.Fatalf("%s: %+v", method, a.Error)
	}
	var l career.Ledger
	ok(r.t, json.Unmarshal(a.Result, &l))
	return l
}

func TestAPictureIsSetServedAndRemoved(t *testing.T) {
	r := newRig(t)
	r.enter()
	token := r.upload("/local/files", strings.NewReader(photo(t))).Token
	l := r.ledger("Career.SetPicture", `["`+token+`", {"x": 0, "y": 0, "width": 0.5, "height": 1}]`)
	p := l.Basics.Picture
	if p == nil || p.Width != 20 || p.Height != 20 {
		t.Fatalf("the picture is %+v", p)
	}
	address := "/local/pictures/" + string(p.ID)
	res, body := r.do(r.request("GET", address, ""))
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "image/png" || res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%s with %v", res.Status, res.Header)
	}
	checkHeaders(t, res.Header)
	if got, err := png.Decode(strings.NewReader(body)); err != nil || got.Bounds().Dx() != 20 {
		t.Errorf("what is served: %v", err)
	}
	if l = r.ledger("Career.RemovePicture", `[]`); l.Basics.Picture != nil {
		t.Error("it is still there")
	}
	if l = r.ledger("Career.Undo", `[]`); l.Basics.Picture == nil || l.Basics.Picture.ID != p.ID {
		t.Error("it didn't come back")
	}
	r.store.Lock()
	if res, _ := r.do(r.request("GET", address, "")); res.StatusCode != http.StatusNotFound {
		t.Errorf("while locked: %s", res.Status)
	}
}

func TestPicturesThatAreNone(t *testing.T) {
	r := newRig(t)
	r.enter()
	if a := r.call("Career.SetPicture", `["none", {}]`); a.Error == nil || a.Error.Key != "file.gone" {
		t.Errorf("without a file: %+v", a.Error)
	}
	token := r.upload("/local/files", strings.NewReader("RIFF....WEBP")).Token
	if a := r.call("Career.SetPicture", `["`+token+`", {}]`); a.Error == nil || a.Error.Key != "career.pictureFormat" || a.Error.Code != "invalid" {
		t.Errorf("a WebP: %+v", a.Error)
	}
	if res, _ := r.do(r.request("GET", "/local/pictures/none", "")); res.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown picture: %s", res.Status)
	}
}

// Every kind of entry has its call, and what was done can be taken back.
func TestEveryKindOfEntryIsSaved(t *testing.T) {
	r := newRig(t)
	r.enter()
	calls := map[string]string{
		"SaveWork": `{"name":"A"}`, "SaveEducation": `{"area":"A"}`, "SaveProject": `{"name":"A"}`, "SaveSkill": `{"name":"A"}`,
		"SaveLanguage": `{"language":"A"}`, "SaveCertificate": `{"name":"A"}`, "SaveAward": `{"title":"A"}`, "SavePublication": `{"name":"A"}`,
		"SaveVolunteer": `{"organization":"A"}`, "SaveReference": `{"name":"A"}`, "SaveInterest": `{"name":"A"}`,
		"SaveCustom": `{"heading":"A","items":[{"title":"B"}]}`, "SaveSection": `{"kind":"awards","heading":"A","lines":["B"]}`,
	}
	var l career.Ledger
	for method, item := range calls {
		l = r.ledger("Career."+method, "["+item+"]")
	}
	if a := r.call("Career.Steps", `[]`); string(a.Result) != `{"canUndo":true,"canRedo":false}` {
		t.Errorf("steps: %s, %+v", a.Result, a.Error)
	}
	if l = r.ledger("Career.Adopt", `["`+string(l.Sections[0].ID)+`"]`); len(l.Awards) != 2 || len(l.Sections) != 0 {
		t.Errorf("adopted: %+v", l)
	}
	l = r.ledger("Career.Remove", `["custom/`+string(l.Custom[0].ID)+`","`+string(l.Custom[0].Items[0].ID)+`"]`)
	if len(l.Custom) != 1 || len(l.Custom[0].Items) != 0 {
		t.Errorf("removed: %+v", l.Custom)
	}
	for range len(calls) + 2 {
		l = r.ledger("Career.Undo", `[]`)
	}
	if a := r.call("Career.Steps", `[]`); string(a.Result) != `{"canUndo":false,"canRedo":true}` {
		t.Errorf("steps after undoing all: %s, %+v", a.Result, a.Error)
	}
	if a := r.call("Career.Undo", `[]`); a.Error == nil || a.Error.Key != "history.nothingToUndo" {
		t.Errorf("undone past the beginning: %+v", a.Error)
	}
}
