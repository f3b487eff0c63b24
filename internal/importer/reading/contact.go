package reading

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/jobjourney/jobjourney/internal/career"
)

var (
	emailPattern = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*\.\pL{2,}`)
	phonePattern = regexp.MustCompile(`(?:\(?\+\s?\d{1,3}\)?[\s.()/–—‑-]*)?(?:\(?\d{1,5}\)?[\s./–—‑-]{0,3}){1,5}\d{2,5}`)
	urlPattern   = regexp.MustCompile(`(?i)\b(?:https?://|www\.)[^\s|•,;()<>]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|de|fr|es|uk|eu|app|ai|co|info|edu|gov|tech|site|page|ch|at|it|nl|in|us|ca|xyz|games|design|link|blog)\b(?:/[^\s|•,;()<>]*)?`)
)

const (
	minPhoneDigits = 7
	maxPhoneDigits = 15 // E.164
)

// contact gathers how to reach the person. Words are taken only from the lines it is
// given: an address in the middle of a role is the employer's.
type contact struct {
	basics career.Basics
	seen   map[string]bool // addresses already taken, without what varies
}

func contactOf(lines []Line) contact {
	c := contact{seen: map[string]bool{}}
	for _, l := range lines {
		for _, p := range l.Pieces {
			for _, link := range p.Links {
				c.address(link)
			}
		}
	}
	for _, l := range lines {
		for _, p := range l.Pieces {
			c.text(p.Text)
		}
	}
	return c
}

// text takes the addresses out of a piece.
func (c *contact) text(s string) {
	if email := emailPattern.FindString(s); email != "" && c.basics.Email == "" {
		c.basics.Email = email
	}
	rest := emailPattern.ReplaceAllString(s, " ")
	for _, u := range urlPattern.FindAllString(rest, -1) {
		c.address(u)
	}
	rest = urlPattern.ReplaceAllString(rest, " ")
	if phone := phoneIn(rest); phone != "" && c.basics.Phone == "" {
		c.basics.Phone = phone
	}
}

// phoneIn finds a run of digits and the signs between them that is long enough.
func phoneIn(s string) string {
	for _, m := range phonePattern.FindAllString(s, -1) {
		n := digitCount(m)
		if n < minPhoneDigits || n > maxPhoneDigits || onlyYears(m) {
			continue
		}
		return strings.Trim(m, " .-–—/")
	}
	return ""
}

func digitCount(s string) (n int) {
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// onlyYears tells a period ("2012 – 2017") or a date from a telephone number.
func onlyYears(s string) bool {
	p, ok := findPeriod(s)
	return ok && digitCount(s[:p.from]+s[p.to:]) == 0
}

// address takes a link: mail and telephone addresses too, as they stand behind icons.
func (c *contact) address(link string) {
	switch scheme, rest, _ := strings.Cut(link, ":"); strings.ToLower(scheme) {
	case "mailto":
		if email := emailPattern.FindString(rest); c.basics.Email == "" {
			c.basics.Email = email
		}
		return
	case "tel":
		if plain, err := url.PathUnescape(rest); err == nil && c.basics.Phone == "" && digitCount(plain) >= minPhoneDigits {
			c.basics.Phone = plain
		}
		return
	}
	link = strings.TrimRight(link, ".,;")
	key := plainURL(link)
	if c.seen[key] || !strings.Contains(key, ".") || c.siteOfSeen(key) {
		return
	}
	c.seen[key] = true
	c.page(link, key)
}

// siteOfSeen reports whether an address is only the site of a page already taken, as
// the label beside a profile.
func (c *contact) siteOfSeen(key string) bool {
	for seen := range c.seen {
		if strings.HasPrefix(seen, key+"/") {
			return true
		}
	}
	return false
}

// page files a web address: profiles by their site, the first other one as the person's own.
func (c *contact) page(link, key string) {
	host, path, _ := strings.Cut(key, "/")
	for _, n := range known().networks {
		if slices.ContainsFunc(n.hosts, func(h string) bool { return host == h || strings.HasSuffix(host, "."+h) }) {
			if path != "" {
				c.basics.Profiles = append(c.basics.Profiles, career.Profile{Network: n.name, Username: username(path), URL: link})
			}
			return
		}
	}
	if c.basics.URL == "" {
		c.basics.URL = link
		return
	}
	c.basics.Profiles = append(c.basics.Profiles, career.Profile{Network: host, Username: username(path), URL: link})
}

// username is the last part of a path, as far as it is written in letters.
func username(path string) string {
	path, _, _ = strings.Cut(path, "?")
	segments := strings.Split(strings.Trim(path, "/"), "/")
	return strings.TrimPrefix(segments[len(segments)-1], "@")
}

// plainURL is an address without what varies between two ways to write it.
func plainURL(s string) string {
	s = strings.ToLower(s)
	for _, prefix := range []string{"https://", "http://", "www."} {
		s = strings.TrimPrefix(s, prefix)
	}
	return strings.TrimRight(s, "/")
}

// contactless is what remains of a text when everything contact understands is cut out.
func contactless(s string) string {
	s = emailPattern.ReplaceAllString(s, " ")
	s = urlPattern.ReplaceAllString(s, " ")
	if phone := phoneIn(s); phone != "" {
		s = strings.Replace(s, phone, " ", 1)
	}
	return trimmed(s)
}
