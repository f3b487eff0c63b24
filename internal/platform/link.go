package platform

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// OpenLink hands a link to the system: http and https to the browser, mailto to the mail
// program. Nothing else gets out, because the system would start whatever it likes for
// file: and the rest. Faults: Denied platform.badLink, Unavailable platform.noBrowser.
func OpenLink(link string) error {
	if err := checkLink(link); err != nil {
		return err
	}
	if err := openLink(link); err != nil {
		return fault.Wrap(fault.Unavailable, "platform.noBrowser", fmt.Errorf("open link: %w", err))
	}
	return nil
}

// checkLink is the allow-list. The link itself may be private, so no error repeats it.
func checkLink(link string) error {
	refused := fault.New(fault.Denied, "platform.badLink")
	if strings.ContainsFunc(link, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return refused
	}
	u, err := url.Parse(link)
	if err != nil {
		return refused
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host != "" && u.User == nil { // a password in a link is a trick or a mistake
			return nil
		}
	case "mailto":
		if strings.Contains(u.Opaque, "@") {
			return nil
		}
	}
	return refused
}
