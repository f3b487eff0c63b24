package openaiaudio

import (
	"net/netip"
	"net/url"
	"regexp"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
)

var errBadAddress = fault.InvalidField("baseUrl", "audioServer.badAddress")

// place is where a server's endpoints are.
type place struct {
	host        string // without a port
	root        string // for example "https://openrouter.ai/api/v1"
	transcribes string
}

// endpoints may stand at the end of what a person copied; they are added again where needed.
var endpoints = []string{"/audio/transcriptions", "/audio/speech", "/audio/voices", "/models", "/inference"}

var version = regexp.MustCompile(`/v[0-9][a-z0-9]*(/|$)`)

// find makes sense of an address a person typed.
func find(typed string, d Dialect) (place, error) {
	u, err := url.Parse(strings.TrimSpace(typed))
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" ||
		u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return place{}, errBadAddress
	}
	if u.Scheme == "http" && !near(u.Hostname()) {
		return place{}, fault.New(fault.Denied, "audioServer.notEncrypted")
	}
	path := strings.TrimRight(u.Path, "/")
	given := path
	for _, e := range endpoints {
		path = strings.TrimRight(strings.TrimSuffix(path, e), "/")
	}
	u.RawPath = ""
	at := func(path string) string { u.Path = path; return u.String() }
	if d == WhisperCpp {
		return place{u.Hostname(), at(path), at(inference(given, path))}, nil
	}
	if !version.MatchString(path) {
		path += "/v1"
	}
	return place{u.Hostname(), at(path), at(path + "/audio/transcriptions")}, nil
}

// inference is the path of the endpoint of whisper.cpp, which can be started with another.
func inference(given, root string) string {
	if strings.HasSuffix(given, "/audio/transcriptions") {
		return given
	}
	return strings.TrimSuffix(root, "/v1") + "/inference"
}

// near says that a host is this computer or in a house's own network: there, a
// connection without encryption is the rule.
func near(host string) bool {
	if a, err := netip.ParseAddr(host); err == nil {
		return a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast()
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for _, end := range []string{"localhost", ".local", ".lan", ".internal", ".home.arpa"} {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return !strings.Contains(host, ".")
}
