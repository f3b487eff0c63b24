package app

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

func decode(t *testing.T, body string) answer {
	t.Helper()
	var a answer
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		t.Fatalf("the answer is %q", body)
	}
	return a
}

func (s *stream) task() (string, TaskEvent) {
	s.t.Helper()
	e := s.next()
	var task TaskEvent
	ok(s.t, json.Unmarshal(e.Payload, &task))
	return e.Name, task
}

func unquoted(t *testing.T, raw json.RawMessage) string {
	t.Helper()
	var s string
	ok(t, json.Unmarshal(raw, &s))
	return s
}

func TestReadingAResume(t *testing.T) {
	r := newRig(t)
	r.enter()
	r.reader.ledger = career.Ledger{Skills: []career.Skill{{Name: "Triage"}}}
	s := r.listen("")
	token := r.upload("/local/files", strings.NewReader("%PDF-1.7")).Token
	id := unquoted(t, r.call("Career.StartReading", `["`+token+`"]`).Result)
	if name, task := s.task(); name != "task:done" || task.TaskID != id || task.Kind != "readResume" || task.Error != nil {
		t.Fatalf("%s: %+v", name, task)
	}
	if string(r.reader.seen) != "%PDF-1.7" {
		t.Errorf("the reader saw %q", r.reader.seen)
	}
	for range 2 { // the review may be left and come back to
		if a := r.call("Career.Draft", `["`+id+`"]`); !strings.Contains(string(a.Result), "Triage") {
			t.Fatalf("the draft is %s, %+v", a.Result, a.Error)
		}
	}
	confirm := `["` + id + `",{"skills":[{"name":"Triage"}]},true,"cv.pdf"]`
	if a := r.call("Career.Confirm", confirm); a.Error != nil || !strings.Contains(string(a.Result), "Triage") {
		t.Errorf("confirmed: %s, %+v", a.Result, a.Error)
	}
	if a := r.call("Career.Documents", `[]`); !strings.Contains(string(a.Result), `"name":"cv.pdf","bytes":8`) {
		t.Errorf("the file: %s", a.Result)
	}
	if a := r.call("Career.Confirm", confirm); a.Error == nil || a.Error.Key != "task.noResult" {
		t.Error("the draft was confirmed twice")
	}
	if a := r.call("Career.StartReading", `["`+token+`"]`); a.Error == nil || a.Error.Key != "file.gone" {
		t.Errorf("read a file twice: %+v", a)
	}
}

// A refused confirmation leaves the draft for another try.
func TestConfirmThatFailsCanBeTriedAgain(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	id := unquoted(t, r.call("Career.StartReading", `["`+r.upload("/local/files", strings.NewReader("x")).Token+`"]`).Result)
	s.task()
	r.store.Break(fault.New(fault.Unavailable, "store.diskFull"))
	confirm := `["` + id + `",{"skills":[{"name":"Triage"}]},false,""]`
	if a := r.call("Career.Confirm", confirm); a.Error == nil || a.Error.Key != "store.diskFull" {
		t.Errorf("on a full disk: %+v", a)
	}
	r.store.Break(nil)
	if a := r.call("Career.Confirm", confirm); a.Error != nil {
		t.Errorf("the second try: %+v", a.Error)
	}
}

func TestCancellingATask(t *testing.T) {
	r := newRig(t)
	r.enter()
	r.reader.begun = make(chan struct{})
	s := r.listen("")
	id := unquoted(t, r.call("Career.StartReading", `["`+r.upload("/local/files", strings.NewReader("x")).Token+`"]`).Result)
	<-r.reader.begun
	if a := r.call("System.CancelTask", `["`+id+`"]`); a.Error != nil {
		t.Fatalf("%+v", a.Error)
	}
	if name, task := s.task(); name != "task:failed" || task.TaskID != id || task.Error.Code != "canceled" {
		t.Errorf("%s: %+v", name, task)
	}
	if a := r.call("Career.Draft", `["`+id+`"]`); a.Error == nil {
		t.Error("a cancelled task left a result")
	}
	if a := r.call("System.CancelTask", `["`+id+`"]`); a.Error != nil {
		t.Errorf("cancelling twice: %+v", a.Error)
	}
	r.tasks.Wait()
}

func TestProgressAndForgetting(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	id, err := r.tasks.Start("x", func(_ context.Context, p Progress) (any, error) {
		p(1, 3)
		return "result", nil
	})
	ok(t, err)
	if name, task := s.task(); name != "task:progress" || task.Done != 1 || task.Total != 3 || task.TaskID != id {
		t.Errorf("%s: %+v", name, task)
	}
	s.task()
	if _, err := result[int](r.tasks, id); err == nil {
		t.Error("a result of another type was given")
	}
	r.tasks.Forget()
	if _, err := result[string](r.tasks, id); !fault.Has(err, fault.NotFound) {
		t.Errorf("after locking: %v", err)
	}
}

// A page that missed the event, or got it before the id, asks.
func TestAskingHowATaskStands(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	release, fail := make(chan struct{}), fault.New(fault.Unavailable, "store.diskFull")
	running, err := r.tasks.Start("x", func(context.Context, Progress) (any, error) { <-release; return nil, nil })
	ok(t, err)
	failing, err := r.tasks.Start("x", func(context.Context, Progress) (any, error) { return nil, fail })
	ok(t, err)
	s.task()
	want := func(id, state string) {
		t.Helper()
		if a := r.call("System.Task", `["`+id+`"]`); a.Error != nil || !strings.Contains(string(a.Result), `"state":"`+state+`"`) {
			t.Errorf("it stands at %s, %+v, want %s", a.Result, a.Error, state)
		}
	}
	want(running, "running")
	want(failing, "failed")
	if got := r.tasks.State(failing).Error; got == nil || got.Key != "store.diskFull" {
		t.Errorf("it failed with %+v", got)
	}
	close(release)
	s.task()
	want(running, "done")
	r.tasks.Forget()
	want(running, "done") // what became of it is no secret
	want("never begun", "unknown")
}

// Drafts that nobody confirms or discards give way to newer ones.
func TestResultsAreBounded(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	begin := func(result any) string {
		t.Helper()
		id, err := r.tasks.Start("x", func(context.Context, Progress) (any, error) { return result, nil })
		ok(t, err)
		s.task()
		return id
	}
	first := begin("draft")
	for range keptResults - 1 {
		begin("draft")
	}
	begin(nil) // holds nothing, so it takes nobody's place
	if _, err := result[string](r.tasks, first); err != nil {
		t.Fatalf("dropped too early: %v", err)
	}
	last := begin("draft")
	if _, err := result[string](r.tasks, first); !fault.Has(err, fault.NotFound) {
		t.Errorf("the oldest of %d is still there: %v", keptResults+1, err)
	}
	if a := r.call("Career.DiscardDraft", `["`+last+`"]`); a.Error != nil {
		t.Fatalf("%+v", a.Error)
	}
	if _, err := result[string](r.tasks, last); !fault.Has(err, fault.NotFound) {
		t.Errorf("what was discarded is still there: %v", err)
	}
	for range keptEndings {
		begin(nil)
	}
	if got := r.tasks.State(first).State; got != "unknown" || len(r.tasks.ended) != keptEndings {
		t.Errorf("the first of many is %s, %d are kept", got, len(r.tasks.ended))
	}
}

// What was begun before the profile was locked leaves nothing in memory afterwards.
func TestLockingForgetsResultsToCome(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	locked := make(chan struct{})
	id, err := r.tasks.Start("x", func(context.Context, Progress) (any, error) { <-locked; return "draft", nil })
	ok(t, err)
	r.tasks.Forget()
	close(locked)
	if name, _ := s.task(); name != "task:done" {
		t.Errorf("it ended with %s", name)
	}
	if _, err := result[string](r.tasks, id); !fault.Has(err, fault.NotFound) {
		t.Errorf("a result outlived the lock: %v", err)
	}
}

func TestClosingEndsTasks(t *testing.T) {
	r := newRig(t)
	begun := make(chan struct{})
	_, err := r.tasks.Start("x", func(ctx context.Context, _ Progress) (any, error) {
		close(begun)
		<-ctx.Done()
		return nil, ctx.Err()
	})
	ok(t, err)
	<-begun
	r.gate.Close()
	r.tasks.Wait()
}

// saving starts a task that saves a file, and gives the page's address for it.
func (r *rig) saving(s *stream, write func(io.Writer) error) FileEvent {
	r.t.Helper()
	_, err := r.tasks.Start("backup", func(ctx context.Context, _ Progress) (any, error) {
		return r.browser.SaveFile(ctx, "Ünder 100%.jjbackup", func(w io.Writer) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return write(w)
		})
	})
	ok(r.t, err)
	e := s.next()
	var file FileEvent
	ok(r.t, json.Unmarshal(e.Payload, &file))
	if e.Name != "file:ready" || !strings.HasPrefix(file.URL, "/local/saves/") {
		r.t.Fatalf("came %+v", e)
	}
	return file
}

// The task that saves lives until the page has the file, and not longer.
func TestSavingAFile(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	file := r.saving(s, func(w io.Writer) error { _, err := io.WriteString(w, "the file"); return err })
	res, body := r.do(r.request("GET", file.URL, ""))
	if body != "the file" || res.Header.Get("Cache-Control") != "no-store" || res.Header.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("%q with %v", body, res.Header)
	}
	if got := res.Header.Get("Content-Disposition"); got != "attachment; filename*=UTF-8''%C3%9Cnder%20100%25.jjbackup" {
		t.Errorf("it is called %q", got)
	}
	if name, task := s.task(); name != "task:done" || task.Kind != "backup" {
		t.Errorf("%s: %+v", name, task)
	}
	if res, _ := r.do(r.request("GET", file.URL, "")); res.StatusCode != http.StatusNotFound {
		t.Errorf("the second time: %s", res.Status)
	}
}

// What breaks in the middle is a broken download and a failed task.
func TestSavingThatBreaks(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	file := r.saving(s, func(w io.Writer) error {
		_, err := w.Write(make([]byte, 1<<20))
		return errors.Join(err, errors.New(secretCause))
	})
	res, err := r.client.Do(r.request("GET", file.URL, ""))
	ok(t, err)
	defer res.Body.Close()
	if _, err := io.ReadAll(res.Body); err == nil {
		t.Error("the download looks whole")
	}
	if name, task := s.task(); name != "task:failed" || task.Error.Key != "file.notWritten" {
		t.Errorf("%s: %+v", name, task)
	}
}

func TestSavingThatNobodyFetches(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	file := r.saving(s, func(io.Writer) error { return nil })
	r.clk.Advance(fetchWithin)
	if name, _ := s.task(); name != "task:done" {
		t.Errorf("it ended with %s", name)
	}
	if res, _ := r.do(r.request("GET", file.URL, "")); res.StatusCode != http.StatusNotFound {
		t.Errorf("afterwards: %s", res.Status)
	}
}

func TestSavingThatIsCancelled(t *testing.T) {
	r := newRig(t)
	r.enter()
	s := r.listen("")
	file := r.saving(s, func(io.Writer) error { return nil })
	r.gate.Close()
	if name, task := s.task(); name != "task:failed" || task.Error.Code != "canceled" {
		t.Errorf("%s: %+v", name, task)
	}
	if res, _ := r.do(r.request("GET", file.URL, "")); res.StatusCode != http.StatusNotFound {
		t.Errorf("afterwards: %s", res.Status)
	}
}

func TestLockingCallsOffWhatAsksOthers(t *testing.T) {
	r := newRig(t)
	r.enter()
	until := func(ctx context.Context, _ Progress) (any, error) { <-ctx.Done(); return nil, ctx.Err() }
	asks, err := r.tasks.Start(taskScore, until)
	ok(t, err)
	other, err := r.tasks.Start("backup", until)
	ok(t, err)
	r.tasks.Forget()
	for r.tasks.State(asks).State == "running" {
		runtime.Gosched()
	}
	if s := r.tasks.State(asks); s.State != "failed" || s.Error.Code != "canceled" {
		t.Errorf("%+v", s)
	}
	if s := r.tasks.State(other); s.State != "running" {
		t.Errorf("a backup was called off: %+v", s)
	}
	r.tasks.Cancel(other)
	r.tasks.Wait()
}
