package provider

import (
	"net/netip"
	"net/url"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Address makes an address as people type it one that can be asked: with a scheme, and
// without what doesn't belong to it. Beyond a house's own network it must be encrypted,
// because a key and a person's words go there. Faults at the field baseUrl: Invalid
// ai.badAddress and ai.notEncrypted.
func Address(typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	u, err := url.Parse(typed)
	if !strings.Contains(typed, "://") {
		if u, err = url.Parse("https://" + typed); err == nil && near(u.Hostname()) {
			u.Scheme = "http"
		}
	}
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return "", fault.InvalidField("baseUrl", "ai.badAddress")
	}
	if u.Scheme == "http" && !near(u.Hostname()) {
		return "", fault.InvalidField("baseUrl", "ai.notEncrypted")
	}
	u.RawQuery, u.Fragment, u.Path = "", "", strings.TrimRight(u.Path, "/")
	return u.String(), nil
}

// near says that a host is this computer or in a house's own network: there, a connection
// without encryption is the rule.
func near(host string) bool {
	if a, err := netip.ParseAddr(host); err == nil {
		return a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast()
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for _, end := range []string{".localhost", ".local", ".lan", ".internal", ".home.arpa"} {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return !strings.Contains(host, ".") && host != ""
}
