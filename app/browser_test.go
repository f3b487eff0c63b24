package app

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

const wantSecurity = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func TestTokenIsTradedOnce(t *testing.T) {
	r := newRig(t)
	u, err := url.Parse(r.address)
	ok(t, err)
	if u.Hostname() != "127.0.0.1" || len(u.Query().Get("token")) < 40 {
		t.Fatalf("the address is %s", r.address)
	}
	stranger := &http.Client{Jar: newJar(t), CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res := r.get(stranger, r.origin+"/?token="+strings.Repeat("a", 43))
	if res.StatusCode != http.StatusUnauthorized || len(res.Cookies) != 0 {
		t.Errorf("a wrong token: %s with cookies %v", res.Status, res.Cookies)
	}
	res = r.get(&http.Client{CheckRedirect: stranger.CheckRedirect}, r.address)
	if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != "/" || len(res.Cookies) != 1 {
		t.Fatalf("the token: %s to %q with cookies %v", res.Status, res.Header.Get("Location"), res.Cookies)
	}
	cookies := res.Cookies
	if c := cookies[0]; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" || !c.Expires.IsZero() {
		t.Errorf("the cookie is %+v", c)
	}
	if res = r.get(stranger, r.address); res.StatusCode != http.StatusUnauthorized {
		t.Errorf("the token a second time: %s", res.Status)
	}
	r.client.Jar.SetCookies(u, cookies)
	if res := r.enter(); res.StatusCode != http.StatusOK || res.URL.RawQuery != "" {
		t.Errorf("who has the cookie may use the address again: %s at %s", res.Status, res.URL)
	}
}

func TestWhoMayAskForWhat(t *testing.T) {
	r := newRig(t)
	r.enter()
	for name, tt := range map[string]struct {
		method, path string
		change       func(*http.Request)
		cookieless   bool
		want         int
	}{
		"our page":                       {"GET", "/", nil, false, 200},
		"our script":                     {"GET", "/assets/main.js", nil, false, 200},
		"the shell's script":             {"GET", "/local/shell.js", nil, false, 200},
		"a call":                         {"POST", "/local/call/Career.Get", nil, false, 200},
		"no cookie":                      {"GET", "/", nil, true, 401},
		"no cookie, script":              {"GET", "/local/shell.js", nil, true, 401},
		"no cookie, events":              {"GET", "/events", nil, true, 401},
		"no cookie, call":                {"POST", "/local/call/Career.Get", nil, true, 401},
		"no cookie, recording":           {"GET", "/local/recordings/x.wav", nil, true, 401},
		"another host":                   {"GET", "/", func(q *http.Request) { q.Host = "evil.example" }, false, 403},
		"localhost by name":              {"GET", "/", func(q *http.Request) { q.Host = "localhost" + q.URL.Host[9:] }, false, 403},
		"the host without its port":      {"GET", "/", func(q *http.Request) { q.Host = "127.0.0.1" }, false, 403},
		"another page":                   {"GET", "/", func(q *http.Request) { q.Header.Set("Origin", "http://evil.example") }, false, 403},
		"another port of this computer":  {"POST", "/local/call/Career.Get", func(q *http.Request) { q.Header.Set("Origin", "http://127.0.0.1:1") }, false, 403},
		"a page from nowhere":            {"POST", "/local/call/Career.Get", func(q *http.Request) { q.Header.Set("Origin", "null") }, false, 403},
		"a call without Origin":          {"POST", "/local/call/Career.Get", func(q *http.Request) { q.Header.Del("Origin") }, false, 403},
		"an upload without Origin":       {"POST", "/local/files", func(q *http.Request) { q.Header.Del("Origin") }, false, 403},
		"a call by GET":                  {"GET", "/local/call/Career.Get", nil, false, 404},
		"a preflight":                    {"OPTIONS", "/local/call/Career.Get", func(q *http.Request) { q.Header.Set("Origin", "http://evil.example") }, false, 403},
		"nothing there":                  {"GET", "/nothing", nil, false, 404},
		"a save that was not announced":  {"GET", "/local/saves/x", nil, false, 404},
		"a cookie that is somebody's":    {"GET", "/", func(q *http.Request) { q.Header.Set("Cookie", cookieName+"=x") }, true, 401},
		"a token after it was used, bad": {"GET", "/?token=x", nil, true, 401},
	} {
		t.Run(name, func(t *testing.T) {
			req := r.request(tt.method, tt.path, "[]")
			if tt.change != nil {
				tt.change(req)
			}
			client := r.client
			if tt.cookieless {
				client = &http.Client{}
			}
			res, _ := r.send(client, req)
			if res.StatusCode != tt.want {
				t.Errorf("got %s, want %d", res.Status, tt.want)
			}
			checkHeaders(t, res.Header)
		})
	}
}

// checkHeaders are what every answer carries, refusals included.
func checkHeaders(t *testing.T, header http.Header) {
	t.Helper()
	if got := header["Content-Security-Policy"]; len(got) != 1 || got[0] != wantSecurity {
		t.Errorf("content security is %q", got)
	}
	if header.Get("X-Content-Type-Options") != "nosniff" || header.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("headers %v", header)
	}
	for name := range header {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("a CORS header: %s", name)
		}
	}
}

func TestPageKnowsThemeAndPlatform(t *testing.T) {
	r := newRig(t)
	r.front.now.Theme = `dark"><script>alert(1)</script>`
	r.enter()
	res, body := r.do(r.request("GET", "/", ""))
	want := `<html lang="en" data-theme="dark&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" data-platform="linux">`
	if !strings.Contains(body, want) {
		t.Errorf("the page is %s", body)
	}
	if strings.Count(body, "<script") != 1 || !strings.Contains(body, `<head><script src="/local/shell.js"></script>`) {
		t.Errorf("scripts of the page: %s", body)
	}
	if res.Header.Get("Cache-Control") != "no-store" || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		t.Errorf("headers %v", res.Header)
	}
	r.front.now.Theme = "light"
	if _, body = r.do(r.request("GET", "/index.html", "")); !strings.Contains(body, `data-theme="light"`) {
		t.Errorf("after a change: %s", body)
	}
}

func TestServeEndsWithItsContext(t *testing.T) {
	r := newRig(t)
	r.enter()
	stream, err := r.client.Do(r.request("GET", "/events", ""))
	ok(t, err)
	defer stream.Body.Close()
	r.stop()
	if err := <-r.over; err != nil {
		t.Errorf("serving ended with %v", err)
	}
	r.over <- nil // for the clean-up
	if _, err := stream.Body.Read(make([]byte, 1)); err == nil {
		t.Error("the stream goes on")
	}
}
