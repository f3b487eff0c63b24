package app

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

//go:embed shell.js
var shellScript []byte

const cookieName = "jobjourney"

// maxCall bounds the arguments of one call, in bytes: a posting may have 1 MB.
const maxCall = 8 << 20

// Browser serves the app to a page on loopback. Whoever has the one-time token of
// the printed address gets a cookie; nobody else gets anything: requests must carry
// the cookie, name this very host, and come from a page of this very origin.
type Browser struct {
	*ring
	gate     *Gate
	bound    Bound
	assets   http.Handler // page and reserved routes, as in the window
	open     func(url string) error
	clk      clock.Clock
	audience *audience // made when served

	mu      sync.Mutex
	token   string // spent once used
	cookie  string
	host    string
	pending map[string]save
}

// fetchWithin is how long a page has to begin a download before it counts as refused.
const fetchWithin = time.Minute

// save is a file waiting to be downloaded.
type save struct {
	name  string
	write func(io.Writer) error
	done  chan error // takes one
}

// NewBrowser makes the shell; it listens only when served. open shows a link in the
// person's browser.
func NewBrowser(g *Gate, open func(url string) error) *Browser {
	return &Browser{
		ring: newRing(), gate: g, open: open, clk: clock.System{},
		token: random(), cookie: random(), pending: map[string]save{},
	}
}

// Name is Shell.
func (b *Browser) Name() string { return "browser" }

// OpenLink is Shell.
func (b *Browser) OpenLink(link string) error { return b.open(link) }

// OpenFolder is Shell.
func (b *Browser) OpenFolder(string) error { return fault.New(fault.Unavailable, "shell.noFolders") }

// SaveFile is Shell: it tells the page to download, and returns when the file, which is
// written while it is sent, has been sent. A page that doesn't fetch it has changed its mind.
func (b *Browser) SaveFile(ctx context.Context, name string, write func(io.Writer) error) (bool, error) {
	token, done := ident.NewRecord(), make(chan error, 1)
	b.mu.Lock()
	b.pending[token] = save{name, write, done}
	b.mu.Unlock()
	unfetched := b.clk.After(fetchWithin)
	b.Emit(EventFileReady, FileEvent{URL: "/local/saves/" + token, Name: name})
	for {
		select {
		case err := <-done:
			return err == nil, err
		case <-ctx.Done():
			b.withdraw(token)
			return false, fmt.Errorf("save file: %w", ctx.Err())
		case <-unfetched:
			if _, waiting := b.withdraw(token); waiting {
				return false, nil
			}
			unfetched = nil // it is being fetched: wait for its end
		}
	}
}

// withdraw takes a file out of what is waiting.
func (b *Browser) withdraw(token string) (save, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s, ok := b.pending[token]
	delete(b.pending, token)
	return s, ok
}

// Serve runs until ctx ends. Once it listens it hands the address to announce.
func (b *Browser) Serve(ctx context.Context, bound Bound, assets http.Handler, announce func(address string)) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen on loopback: %w", err)
	}
	b.bound, b.assets, b.host = bound, assets, listener.Addr().String()
	b.audience = newAudience(b.clk, bound.Rehearsals.unattended)
	b.gate.Open(ctx)
	server := &http.Server{Handler: b.handler(), ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	announce("http://" + b.host + "/?token=" + url.QueryEscape(b.token))
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve page: %w", err)
	}
	return nil
}

func (b *Browser) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /local/call/{method}", b.call)
	mux.HandleFunc("GET /local/saves/{token}", b.save)
	mux.HandleFunc("GET /local/shell.js", serveScript)
	mux.HandleFunc("GET /events", b.events)
	mux.Handle("/", b.assets)
	return secured(b.guarded(mux))
}

// guarded lets through only what comes from our own page.
func (b *Browser) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
		switch {
		case r.Host != b.host || !b.ownOrigin(r):
			http.Error(w, "not for you", http.StatusForbidden)
		case r.URL.Path == "/" && r.URL.Query().Has("token"):
			b.exchange(w, r)
		case !b.known(r):
			http.Error(w, "Open the address that JobJourney printed when it started.", http.StatusUnauthorized)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// ownOrigin refuses other pages. A plain navigation or download carries no Origin; what
// changes anything must.
func (b *Browser) ownOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return r.Method == http.MethodGet || r.Method == http.MethodHead
	}
	return origin == "http://"+b.host
}

func (b *Browser) known(r *http.Request) bool {
	c, err := r.Cookie(cookieName)
	return err == nil && same32(c.Value, b.cookie)
}

// exchange trades the one-time token for the cookie and takes it out of the address.
func (b *Browser) exchange(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	valid := b.token != "" && same32(r.URL.Query().Get("token"), b.token)
	if valid {
		b.token = ""
	}
	b.mu.Unlock()
	if !valid && !b.known(r) {
		http.Error(w, "This address was used before. Start JobJourney again for a new one.", http.StatusUnauthorized)
		return
	}
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // not Secure: the page is plain http on loopback, whence Safari keeps no Secure cookie
		Name: cookieName, Value: b.cookie, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// call runs one bound method: arguments are a JSON array, the answer is {result} or {error}.
func (b *Browser) call(w http.ResponseWriter, r *http.Request) {
	result, err := invoke(b.bound, r.PathValue("method"), http.MaxBytesReader(w, r.Body, maxCall))
	answer := map[string]any{"result": result}
	if err != nil {
		answer = map[string]any{"error": FormatError(err)}
	}
	writeJSON(w, answer)
}

// save sends a file that SaveFile announced. If writing it goes wrong in the middle, the
// connection is cut, so that the browser shows the download as broken.
func (b *Browser) save(w http.ResponseWriter, r *http.Request) {
	s, ok := b.withdraw(r.PathValue("token"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(s.name))
	err := s.write(w)
	if fault.Has(err, fault.Internal) {
		err = fault.Wrap(fault.Unavailable, "file.notWritten", err)
	}
	s.done <- err
	if err != nil {
		panic(http.ErrAbortHandler)
	}
}

// events streams what happens, from where the page left off.
func (b *Browser) events(w http.ResponseWriter, r *http.Request) {
	stream := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	b.audience.join()
	defer b.audience.leave()
	at, err := strconv.ParseInt(r.Header.Get("Last-Event-ID"), 10, 64)
	if err != nil {
		at = b.newest()
	}
	_, levels := b.levelSince(-1) // a level from before is no longer true
	for {
		wake := b.changed()
		if at, err = b.catchUp(w, at); err == nil {
			var level []byte
			if level, levels = b.levelSince(levels); level != nil {
				_, err = fmt.Fprintf(w, "data: %s\n\n", level)
			}
		}
		if err != nil || stream.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-wake:
		}
	}
}

func (b *Browser) catchUp(w io.Writer, at int64) (int64, error) {
	missed, gap := b.after(at)
	if gap {
		at = b.newest()
		_, err := fmt.Fprintf(w, "id: %d\ndata: {\"name\":%q,\"payload\":{}}\n\n", at, EventResync)
		return at, err
	}
	for _, m := range missed {
		if _, err := fmt.Fprintf(w, "id: %d\ndata: %s\n\n", m.id, m.data); err != nil {
			return at, err
		}
		at = m.id
	}
	return at, nil
}

func serveScript(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(shellScript) // a client that went away is no concern
}

func random() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(b[:])
}

func same32(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
