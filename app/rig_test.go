package app

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/exporter"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/importer/picture"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/compare"
	"github.com/jobjourney/jobjourney/internal/settings"
	"github.com/jobjourney/jobjourney/internal/store/storetest"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

var bg = context.Background()

// rig is the browser shell, served for real on loopback, over services in memory.
type rig struct {
	t       *testing.T
	browser *Browser
	gate    *Gate
	events  *Events
	tasks   *Tasks
	files   *Files
	store   *storetest.Memory
	clk     *testkit.Clock
	reader  *fakeReader
	front   *front

	address string // with the token, as it was printed
	origin  string
	client  *http.Client // as a page that has the cookie
	stop    context.CancelFunc
	over    chan error
}

func newRig(t *testing.T) *rig {
	t.Helper()
	r := &rig{t: t, gate: NewGate(), store: storetest.NewMemory(), clk: testkit.NewClock(), reader: &fakeReader{},
		front: &front{settings.Appearance{Theme: "dark", Language: "en"}}, files: NewFiles(), over: make(chan error, 1)}
	r.browser = NewBrowser(r.gate, func(string) error { return fault.New(fault.Unavailable, "platform.noBrowser") })
	r.browser.clk = r.clk
	r.events, r.tasks = NewEvents(r.browser), NewTasks(r.gate, r.browser)
	r.serve()
	return r
}

// serve starts the shell and trades the token for the cookie.
func (r *rig) serve() {
	ctx, stop := context.WithCancel(bg)
	r.stop = stop
	page := NewPage(fstest.MapFS{
		"index.html":     {Data: []byte(`<!doctype html><html lang="xx"><head><title>t</title></head></html>`)},
		"assets/main.js": {Data: []byte("export {}")},
	}, "linux", r.front.Appearance)
	media := NewMedia(r.gate, r.files, r.store, r.store, oneFont{})
	announced := make(chan string, 1)
	go func() {
		r.over <- r.browser.Serve(ctx, r.bound(), media.Assets(page.WithShellScript()), func(a string) { announced <- a })
	}()
	r.address = <-announced
	u, err := url.Parse(r.address)
	ok(r.t, err)
	r.origin = u.Scheme + "://" + u.Host
	r.client = &http.Client{Jar: newJar(r.t)}
	r.t.Cleanup(func() {
		stop()
		ok(r.t, <-r.over)
		r.client.CloseIdleConnections()
	})
}

func newJar(t *testing.T) http.CookieJar {
	t.Helper()
	jar, err := cookiejar.New(nil)
	ok(t, err)
	return jar
}

func (r *rig) bound() Bound {
	ledger := career.NewService(r.store, r.events, r.clk)
	words, err := resume.LoadWords(os.DirFS("../frontend/src/paper/words"))
	ok(r.t, err)
	resumes := resume.NewService(resume.Deps{
		Store: r.store, Versions: r.store, Ledger: ledger, Events: r.events, Clock: r.clk, Words: words, Formats: exporter.Formats(),
	})
	person := profile.NewService(r.store, r.events)
	return Bound{
		System:   NewSystem(r.gate, r.browser, r.tasks, finder{}, folder("where the profile lies"), Seen{Ready: func() {}, Painted: func() {}}),
		Settings: NewSettings(r.gate, settings.NewService(r.store, r.front, r.events, "en"), person),
		Career: NewCareer(r.gate, ledger, career.NewDocuments(ledger, r.store, r.clk), career.NewPictures(ledger, r.store, picture.Room{}),
			r.reader, r.files, r.tasks, r.browser),
		Postings: NewPostings(r.gate, posting.New(r.store, r.events, r.clk)),
		Resumes:  NewResumes(r.gate, resumes, compare.New(resumes, words), checks(r, readBack{}), NewResumeFonts(r.gate, oneFont{}), r.files, r.browser),
		Rehearsals: NewRehearsals(r.gate, interview.NewService(interview.Deps{
			Rehearsals: r.store, Answers: r.store, Recorder: r.store, Recordings: r.store, Events: r.events, Clock: r.clk,
		}), r.tasks, r.files, r.browser),
	}
}

// enter opens the printed address, as the person's browser does.
func (r *rig) enter() reply {
	r.t.Helper()
	return r.get(r.client, r.address)
}

// request is one of our own page.
func (r *rig) request(method, path, body string) *http.Request {
	r.t.Helper()
	req, err := http.NewRequest(method, r.origin+path, strings.NewReader(body))
	ok(r.t, err)
	if method != http.MethodGet {
		req.Header.Set("Origin", r.origin)
	}
	return req
}

// reply is a response that was read to its end.
type reply struct {
	StatusCode int
	Status     string
	Header     http.Header
	Cookies    []*http.Cookie
	URL        *url.URL // where the page ended up
}

func (r *rig) do(req *http.Request) (reply, string) {
	r.t.Helper()
	return r.send(r.client, req)
}

// get asks for an address as somebody else may do.
func (r *rig) get(client *http.Client, address string) reply {
	r.t.Helper()
	req, err := http.NewRequest(http.MethodGet, address, nil)
	ok(r.t, err)
	got, _ := r.send(client, req)
	return got
}

func (r *rig) send(client *http.Client, req *http.Request) (reply, string) {
	r.t.Helper()
	res, err := client.Do(req)
	ok(r.t, err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	ok(r.t, err)
	return reply{res.StatusCode, res.Status, res.Header, res.Cookies(), res.Request.URL}, string(body)
}

// answer is what a call gives back.
type answer struct {
	Result json.RawMessage `json:"result"`
	Error  *Envelope       `json:"error"`
	Token  string          `json:"token"`
}

func (r *rig) call(method, args string) answer {
	r.t.Helper()
	_, body := r.do(r.request(http.MethodPost, "/local/call/"+method, args))
	var a answer
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		r.t.Fatalf("%s answers %q", method, body)
	}
	return a
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected error: %v", err)
	}
}

type front struct{ now settings.Appearance }

func (f *front) Appearance() settings.Appearance           { return f.now }
func (f *front) SetAppearance(a settings.Appearance) error { f.now = a; return nil }

// secretCause is what must never cross to the page.
const secretCause = "cause-that-stays-in-the-log"

// folder is a Location that says itself.
type folder string

func (f folder) Folder() string { return string(f) }

// finder fails with an error nobody foresaw.
type finder struct{}

func (finder) Search(context.Context, string, int) ([]ident.Hit, error) {
	return nil, io.ErrNoProgress
}

// fakeReader reads what a test tells it to.
type fakeReader struct {
	mu     sync.Mutex
	err    error
	begun  chan struct{} // if set: told when reading has begun, which then lasts until it is cancelled
	seen   []byte
	ledger career.Ledger
}

func (f *fakeReader) ReadPDF(ctx context.Context, data []byte) (career.Draft, error) {
	f.mu.Lock()
	begun := f.begun
	f.seen = bytes.Clone(data)
	f.mu.Unlock()
	if begun != nil {
		close(begun)
		<-ctx.Done()
		return career.Draft{}, ctx.Err()
	}
	return career.Draft{Ledger: f.ledger}, f.err
}
