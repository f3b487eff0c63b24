//go:build linux

package app_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/jobjourney/jobjourney/app"
)

// tags are those of the Makefile's APPTAGS.
const tags = "desktop,production,webkit2_41,sqlite_fts5"

// build makes the real program, as a person gets it. PROGRAM names one that is built
// already.
func build(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("PROGRAM"); path != "" {
		return path
	}
	path := filepath.Join(t.TempDir(), "jobjourney")
	cmd := exec.Command("go", "build", "-tags", tags, "-trimpath", "-o", path, ".")
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "CGO_CFLAGS=-O2 -g") // not those of the tests
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return path
}

// private is an environment in which nothing of this computer's is read or written: no
// session bus, so no keyring, and a home of its own.
func private(home string) []string {
	return []string{
		"HOME=" + home, "TMPDIR=" + home, "LANG=C.UTF-8", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent",
		"XDG_CONFIG_HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_STATE_HOME=" + home, "XDG_CACHE_HOME=" + home,
	}
}

// childrenEndWithMe keeps this test on one thread, and lets the kernel end what the test
// starts when that thread goes: nothing outlives a test that crashes.
func childrenEndWithMe(cmd *exec.Cmd) {
	runtime.LockOSThread()
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}

// page is the program, running, and somebody who has its cookie.
type page struct {
	cmd    *exec.Cmd
	errors bytes.Buffer
	origin string
	client http.Client
}

var printed = regexp.MustCompile(`http://127\.0\.0\.1:\d+/\?token=\S+`)

// start runs the program as a page and goes to the address it prints.
func start(t *testing.T, program, profile string, env ...string) *page {
	t.Helper()
	p := &page{cmd: exec.Command(program, "--browser", "--profile", profile)}
	p.cmd.Env, p.cmd.Stderr = env, &p.errors
	childrenEndWithMe(p.cmd)
	out, err := p.cmd.StdoutPipe()
	ok(t, err)
	ok(t, p.cmd.Start())
	t.Cleanup(p.kill)
	line, err := bufio.NewReader(out).ReadString('\n')
	address := printed.FindString(line)
	if err != nil || address == "" {
		t.Fatalf("the program printed %q, %v\n%s", line, err, p.errors.String())
	}
	p.enter(t, address)
	return p
}

// enter trades the token for the cookie.
func (p *page) enter(t *testing.T, address string) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	ok(t, err)
	p.client.Jar = jar
	at, err := url.Parse(address)
	ok(t, err)
	p.origin = "http://" + at.Host
	res, err := p.client.Get(address)
	ok(t, err)
	ok(t, res.Body.Close())
	if res.StatusCode != http.StatusOK {
		t.Fatalf("the page answers %s", res.Status)
	}
}

// kill ends the program as a power cut does: nothing is said to it.
func (p *page) kill() {
	_ = p.cmd.Process.Kill() // it may be dead already
	_ = p.cmd.Wait()
}

// call runs a bound method. The error is a *refusal, or that the program is gone.
func (p *page) call(method string, result any, args ...any) error {
	if args == nil {
		args = []any{}
	}
	body, err := json.Marshal(args)
	if err != nil {
		return fmt.Errorf("write arguments: %w", err)
	}
	req, err := http.NewRequest(http.MethodPost, p.origin+"/local/call/"+method, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Origin", p.origin)
	res, err := p.client.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = res.Body.Close() }()
	return decode(method, res.Body, result)
}

func decode(method string, body io.Reader, result any) error {
	answer := struct {
		Result any           `json:"result"`
		Error  *app.Envelope `json:"error"`
	}{Result: result}
	if err := json.NewDecoder(body).Decode(&answer); err != nil {
		return err
	}
	if answer.Error != nil {
		return &refusal{method, *answer.Error}
	}
	return nil
}

// refusal is an error the program itself answered with.
type refusal struct {
	method string
	why    app.Envelope
}

func (r *refusal) Error() string { return fmt.Sprintf("%s: %s %s", r.method, r.why.Code, r.why.Key) }

// sound fetches a recording and gives its samples' bytes, without the 44 of the header.
func (p *page) sound(t *testing.T, path string) []byte {
	t.Helper()
	res, err := p.client.Get(p.origin + path)
	ok(t, err)
	defer func() { _ = res.Body.Close() }()
	data, err := io.ReadAll(res.Body)
	ok(t, err)
	if res.StatusCode != http.StatusOK || !strings.HasPrefix(string(data), "RIFF") || len(data) < 44 {
		t.Fatalf("recording %s: %s, %d bytes", path, res.Status, len(data))
	}
	return data[44:]
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected error: %v", err)
	}
}
