package resume_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// memory is a resume.Store, resume.Versions and resume.Ledger. Values are kept as JSON, as
// on disk.
type memory struct {
	ledger   career.Ledger
	resumes  map[resume.ID][]byte
	versions []resume.Version
	chunks   map[string]history.Chunk
	order    []string
	of       map[string]string // chunk -> résumé
	broken   error
	events   []resume.ID
}

func newMemory() *memory {
	return &memory{ledger: dana(), resumes: map[resume.ID][]byte{}, chunks: map[string]history.Chunk{}, of: map[string]string{}}
}

var errNotThere = fault.New(fault.NotFound, "store.notFound")

func (m *memory) GetResume(_ context.Context, id resume.ID) (r resume.Resume, err error) {
	if m.resumes[id] == nil {
		return r, errNotThere
	}
	return r, json.Unmarshal(m.resumes[id], &r)
}

func (m *memory) ListResumes(ctx context.Context) ([]resume.Resume, error) {
	out := []resume.Resume{}
	for id := range m.resumes {
		r, err := m.GetResume(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func (m *memory) SaveResume(_ context.Context, r resume.Resume, c history.Change) (err error) {
	if m.broken != nil {
		return m.broken
	}
	for _, chunk := range c.Put {
		if _, known := m.chunks[chunk.ID]; !known {
			m.order = append(m.order, chunk.ID)
		}
		m.chunks[chunk.ID], m.of[chunk.ID] = chunk, string(r.ID)
	}
	for _, id := range c.Remove {
		delete(m.chunks, id)
		m.order = slices.DeleteFunc(m.order, func(known string) bool { return known == id })
	}
	m.resumes[r.ID], err = json.Marshal(r)
	return err
}

func (m *memory) DeleteResume(_ context.Context, id resume.ID) error {
	if m.resumes[id] == nil {
		return errNotThere
	}
	delete(m.resumes, id)
	m.order = slices.DeleteFunc(m.order, func(c string) bool { return m.of[c] == string(id) })
	m.versions = slices.DeleteFunc(m.versions, func(v resume.Version) bool { return v.ResumeID == id })
	return m.broken
}

func (m *memory) Chunks(_ context.Context, of string) ([]string, error) {
	return slices.DeleteFunc(slices.Clone(m.order), func(c string) bool { return m.of[c] != of }), nil
}

func (m *memory) Chunk(_ context.Context, id string) (history.Chunk, error) { return m.chunks[id], nil }

func (m *memory) PutVersion(_ context.Context, v resume.Version) error {
	m.versions = append(m.versions, v)
	return m.broken
}

func (m *memory) GetVersion(_ context.Context, id resume.VersionID) (resume.Version, error) {
	for _, v := range m.versions {
		if v.ID == id {
			return v, nil
		}
	}
	return resume.Version{}, errNotThere
}

func (m *memory) ListVersions(_ context.Context, of resume.ID) ([]resume.Version, error) {
	return slices.DeleteFunc(slices.Clone(m.versions), func(v resume.Version) bool { return v.ResumeID != of }), nil
}

func (m *memory) Get(context.Context) (career.Ledger, error) { return m.ledger, nil }

func (m *memory) UpdateBasics(_ context.Context, b career.Basics) (career.Ledger, error) {
	m.ledger.Basics = b
	return m.ledger, nil
}

func (m *memory) Save(_ context.Context, item career.Item) (career.Ledger, error) {
	w, ok := item.(career.Work)
	if !ok {
		return career.Ledger{}, errors.New("the test saves roles only")
	}
	for i := range m.ledger.Work {
		if m.ledger.Work[i].ID == w.ID {
			m.ledger.Work[i] = w
		}
	}
	return m.ledger, nil
}

func (m *memory) ResumeChanged(id resume.ID) { m.events = append(m.events, id) }

// desk is a service at work.
type desk struct {
	t   *testing.T
	svc *resume.Service
	m   *memory
	clk *testkit.Clock
	id  resume.ID
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, m: newMemory(), clk: testkit.NewClock()}
	d.restart()
	made, err := d.svc.Create(t.Context(), " Operations ", "ledger-serif", "en")
	d.ok(err)
	d.id = made.Resume.ID
	return d
}

func (d *desk) restart() {
	d.svc = resume.NewService(resume.Deps{
		Store: d.m, Versions: d.m, Ledger: d.m, Events: d.m, Clock: d.clk, Words: lexicons(d.t), Formats: map[string]resume.Format{
			"jsonresume": {Extension: "json", Write: func(p resume.Print) ([]byte, error) { return json.Marshal(p.Ledger) }},
			"broken":     {Extension: "x", Write: func(resume.Print) ([]byte, error) { return nil, errors.New("broken") }},
		},
	})
}

func (d *desk) ok(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) do(s resume.Studio, err error) resume.Studio {
	d.t.Helper()
	d.ok(err)
	return s
}

func (d *desk) fails(key string, err error) {
	d.t.Helper()
	if f := fault.Of(err); f == nil || f.Key != key {
		d.t.Errorf("got %v, want %s", err, key)
	}
}

func (d *desk) reasons() (out []resume.Reason) {
	for _, v := range d.m.versions {
		out = append(out, v.Reason)
	}
	return out
}

func TestEveryChangeIsSavedToldAndUndone(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	first := d.do(d.svc.Get(ctx, d.id))
	if first.Resume.Name != "Operations" || first.CanUndo || first.Document.Layout.Template != "ledger-serif" {
		t.Fatalf("a fresh one: %+v", first)
	}
	layout := first.Resume.Layout
	layout.FontSize, layout.Accent = 10.5, "#1f4e79"
	seen := []resume.Studio{first}
	for _, edit := range []func() (resume.Studio, error){
		func() (resume.Studio, error) { return d.svc.Hide(ctx, d.id, "work/b", true) },
		func() (resume.Studio, error) { return d.svc.Move(ctx, d.id, "skills", "work") },
		func() (resume.Studio, error) { return d.svc.Break(ctx, d.id, "work", true) },
		func() (resume.Studio, error) { return d.svc.SetColumn(ctx, d.id, "skills", "side") },
		func() (resume.Studio, error) { return d.svc.Follow(ctx, d.id, false) },
		func() (resume.Studio, error) { return d.svc.Reword(ctx, d.id, "work/a/summary", "Mine.") },
		func() (resume.Studio, error) { return d.svc.Restore(ctx, d.id, "work/a/summary") },
		func() (resume.Studio, error) { return d.svc.Detach(ctx, d.id, "work/a/position") },
		func() (resume.Studio, error) { return d.svc.UpdateLayout(ctx, d.id, layout) },
		func() (resume.Studio, error) { return d.svc.SetLanguage(ctx, d.id, "de") },
		func() (resume.Studio, error) { return d.svc.Rename(ctx, d.id, "Logistics") },
	} {
		d.clk.Advance(time.Minute)
		now := d.do(edit())
		if !now.CanUndo || now.CanRedo || !now.Resume.UpdatedAt.Equal(d.clk.Now()) || reflect.DeepEqual(now.Resume, seen[len(seen)-1].Resume) {
			t.Errorf("step %d: %+v", len(seen), now.Resume)
		}
		seen = append(seen, now)
	}
	if len(d.m.events) != len(seen) {
		t.Errorf("%d events for %d changes", len(d.m.events), len(seen))
	}
	d.restart()
	for i := len(seen) - 2; i >= 0; i-- {
		if back := d.do(d.svc.Undo(ctx, d.id)); !reflect.DeepEqual(back.Document, seen[i].Document) || !back.CanRedo {
			t.Errorf("undone to %d: %+v, want %+v", i, back.Document, seen[i].Document)
		}
	}
	_, err := d.svc.Undo(ctx, d.id)
	d.fails("history.nothingToUndo", err)
	for i := 1; i < len(seen); i++ {
		if again := d.do(d.svc.Redo(ctx, d.id)); !reflect.DeepEqual(again.Document, seen[i].Document) {
			t.Errorf("redone to %d: %+v, want %+v", i, again.Document, seen[i].Document)
		}
	}
}

func TestWhatIsTypedInOneGoIsOneStep(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	for _, s := range []string{"M", "Mi", "Min", "Mine"} {
		d.do(d.svc.Reword(ctx, d.id, "work/a/summary", s))
		d.clk.Advance(200 * time.Millisecond)
	}
	if back := d.do(d.svc.Undo(ctx, d.id)); back.CanUndo || textOf(back.Document, "work/a/summary").Worded {
		t.Errorf("one undo leaves %+v", textOf(back.Document, "work/a/summary"))
	}
}

func TestWhatChangesNothingIsNoStep(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	d.do(d.svc.Rename(ctx, d.id, "Operations"))
	d.do(d.svc.Restore(ctx, d.id, "work/a/summary"))
	if now := d.do(d.svc.Get(ctx, d.id)); now.CanUndo || len(d.m.events) != 1 {
		t.Errorf("%d events, can undo: %v", len(d.m.events), now.CanUndo)
	}
}

func TestChangesThatCannotBe(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	_, err := d.svc.Rename(ctx, d.id, " ")
	d.fails("resume.needsName", err)
	_, err = d.svc.Rename(ctx, d.id, strings.Repeat("n", 121))
	d.fails("resume.tooLong", err)
	_, err = d.svc.SetLanguage(ctx, d.id, "German!")
	d.fails("resume.badLanguage", err)
	_, err = d.svc.Create(ctx, "x", "../template", "en")
	d.fails("resume.badLayout", err)
	for field, change := range map[string]func(*resume.Layout){
		"paper": func(y *resume.Layout) { y.Paper = "a3" }, "accent": func(y *resume.Layout) { y.Accent = "red" },
		"font": func(y *resume.Layout) { y.Font = "Comic Sans" }, "fontSize": func(y *resume.Layout) { y.FontSize = 7 },
		"margin": func(y *resume.Layout) { y.Margin = 31 }, "dateStyle": func(y *resume.Layout) { y.DateStyle = "roman" },
		"fitPages": func(y *resume.Layout) { y.FitPages = -1 },
	} {
		layout := d.do(d.svc.Get(ctx, d.id)).Resume.Layout
		change(&layout)
		_, err := d.svc.UpdateLayout(ctx, d.id, layout)
		if d.fails("resume.badLayout", err); fault.Of(err).Field != field {
			t.Errorf("%s is blamed for %s", fault.Of(err).Field, field)
		}
	}
	_, err = d.svc.Get(ctx, "nobody")
	d.fails("store.notFound", err)
	d.m.broken = errors.New("disk full")
	if _, err = d.svc.Rename(ctx, d.id, "Other"); !errors.Is(err, d.m.broken) {
		t.Errorf("a broken disk: %v", err)
	}
	d.m.broken = nil
	if now := d.do(d.svc.Get(ctx, d.id)); now.CanUndo || now.Resume.Name != "Operations" {
		t.Errorf("a failed step is there all the same: %+v", now)
	}
}

func TestUseEverywhereWritesTheLedger(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	other := d.do(d.svc.Duplicate(ctx, d.id, "Other"))
	d.do(d.svc.Reword(ctx, d.id, "work/a/highlights/a1", "One, better."))
	d.do(d.svc.Reword(ctx, d.id, "basics/label", "Lead"))
	d.do(d.svc.UseEverywhere(ctx, d.id, "basics/label"))
	now := d.do(d.svc.UseEverywhere(ctx, d.id, "work/a/highlights/a1"))
	if w := textOf(now.Document, "work/a/highlights/a1"); w.Worded || w.Text != "One, better." || now.Document.Head.Label.Worded {
		t.Errorf("after using it everywhere: %+v", w)
	}
	elsewhere := d.do(d.svc.Get(ctx, other.Resume.ID))
	if elsewhere.Document.Head.Label.Text != "Lead" || textOf(elsewhere.Document, "work/a/highlights/a1").Text != "One, better." {
		t.Error("another résumé doesn't show it")
	}
}

func TestTrash(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	d.do(d.svc.Hide(ctx, d.id, "work/a", true))
	_, err := d.svc.SaveVersion(ctx, d.id, "First")
	d.ok(err)
	kept := d.do(d.svc.Create(ctx, "Kept", "plain", "de"))
	d.ok(d.svc.Trash(ctx, d.id))
	_, err = d.svc.Rename(ctx, d.id, "x")
	d.fails("resume.inTrash", err)
	if all, err := d.svc.List(ctx); err != nil || len(all) != 1 || all[0].ID != kept.Resume.ID {
		t.Errorf("list: %+v, %v", all, err)
	}
	if gone, err := d.svc.Trashed(ctx); err != nil || len(gone) != 1 || gone[0].ID != d.id {
		t.Errorf("trash: %+v, %v", gone, err)
	}
	d.ok(d.svc.Recover(ctx, d.id))
	if back := d.do(d.svc.Undo(ctx, d.id)); len(back.Document.Shown().Sections) == 0 {
		t.Error("it came back without its history")
	}
	d.ok(d.svc.Trash(ctx, d.id))
	d.clk.Advance(resume.KeptInTrash - time.Second)
	d.ok(d.svc.Sweep(ctx, d.clk.Now()))
	if gone, _ := d.svc.Trashed(ctx); len(gone) != 1 {
		t.Error("it went too early")
	}
	d.clk.Advance(time.Second)
	d.ok(d.svc.Sweep(ctx, d.clk.Now()))
	if len(d.m.resumes) != 1 || len(d.m.versions) != 0 || len(d.m.order) != 0 {
		t.Errorf("left are %d résumés, %d versions, %d chunks", len(d.m.resumes), len(d.m.versions), len(d.m.order))
	}
	d.fails("store.notFound", d.svc.Delete(ctx, d.id))
}

func TestVersions(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	d.do(d.svc.Hide(ctx, d.id, "work/b", true))
	d.clk.Advance(9 * time.Minute)
	d.do(d.svc.Hide(ctx, d.id, "work/c", true))
	if len(d.m.versions) != 0 {
		t.Fatalf("a version too early: %v", d.reasons())
	}
	d.clk.Advance(2 * time.Minute)
	d.do(d.svc.Reword(ctx, d.id, "work/a/position", "Shift lead"))
	d.do(d.svc.Hide(ctx, d.id, "skills", true))
	if got := d.reasons(); !slices.Equal(got, []resume.Reason{resume.ReasonEdit}) {
		t.Fatalf("after a pause: %v", got)
	}
	auto := d.m.versions[0]
	d.m.ledger.Work = slices.Clone(d.m.ledger.Work)
	d.m.ledger.Work[0].Name = "Brackwell Ltd"
	then := d.do(d.svc.Version(ctx, d.id, auto.ID))
	if e := section(then.Document, "work").Entries; e[0].Organisation != "Brackwell" || e[0].Title.Text != "Lead" {
		t.Errorf("a version shows other facts: %+v", e[0])
	}
	now := d.do(d.svc.RestoreVersion(ctx, d.id, auto.ID))
	if e := section(now.Document, "work").Entries; e[0].Organisation != "Brackwell Ltd" || e[0].Title.Text != "Lead" || !e[2].Hidden {
		t.Errorf("restored: %+v", e)
	}
	if back := d.do(d.svc.Undo(ctx, d.id)); section(back.Document, "work").Entries[0].Title.Text != "Shift lead" {
		t.Error("restoring can't be undone")
	}
	_, err := d.svc.SaveVersion(ctx, d.id, "Sent to Northbridge")
	d.ok(err)
	all, err := d.svc.ListVersions(ctx, d.id)
	if err != nil || len(all) != 3 || all[0].Name != "Sent to Northbridge" || all[1].Reason != resume.ReasonRestore {
		t.Errorf("versions: %v, %v", d.reasons(), err)
	}
	was, err := d.svc.AsItWas(ctx, d.id, auto.ID)
	is, err2 := d.svc.AsItWas(ctx, d.id, "")
	if err := errors.Join(err, err2); err != nil || reflect.DeepEqual(was, is) {
		t.Errorf("then and now: %v", err)
	}
	other := d.do(d.svc.Create(ctx, "Other", "plain", "en"))
	_, err = d.svc.Version(ctx, other.Resume.ID, auto.ID)
	d.fails("resume.notInLedger", err)
}

func TestExporting(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	var name string
	var file bytes.Buffer
	save := func(_ context.Context, as string, write func(io.Writer) error) (bool, error) {
		name = as
		file.Reset()
		return true, write(&file)
	}
	d.do(d.svc.Rename(ctx, d.id, "Operations résumé: A/B"))
	d.do(d.svc.Hide(ctx, d.id, "work/a", true))
	if done, err := d.svc.Export(ctx, d.id, "jsonresume", save); err != nil || !done || name != "Dana Kowalczyk - Operations résumé A B.json" {
		t.Errorf("%v, %v, %q", done, err, name)
	}
	source, err := d.svc.Source(ctx, d.id)
	if err != nil || source != file.String() || strings.Contains(source, `"Brackwell"`) || !strings.Contains(source, "Ferrow") {
		t.Errorf("source %s, %v", source, err)
	}
	if done, err := d.svc.SavePaper(ctx, d.id, "pdf", []byte("%PDF-1.7 x"), save); err != nil || !done || !strings.HasSuffix(name, ".pdf") || file.String() != "%PDF-1.7 x" {
		t.Errorf("%v, %v, %q", done, err, name)
	}
	if got := d.reasons(); !slices.Equal(got, []resume.Reason{resume.ReasonExport}) {
		t.Errorf("two exports of one state left %v", got)
	}
	_, err = d.svc.SavePaper(ctx, d.id, "docx", []byte("%PDF-"), save)
	d.fails("resume.notThatFormat", err)
	_, err = d.svc.SavePaper(ctx, d.id, "exe", []byte("MZ"), save)
	d.fails("resume.noSuchFormat", err)
	_, err = d.svc.Export(ctx, d.id, "exe", save)
	d.fails("resume.noSuchFormat", err)
	if _, err = d.svc.Export(ctx, d.id, "broken", save); err == nil {
		t.Error("a writer that fails is no export")
	}
	d.m.ledger.Basics.Name = strings.Repeat("é", 300)
	_, err = d.svc.Export(ctx, d.id, "jsonresume", save)
	if d.ok(err); len(name) > 200 || !strings.HasSuffix(name, "é.json") {
		t.Errorf("a long name is %q", name)
	}
}
