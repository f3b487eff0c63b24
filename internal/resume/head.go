package resume

import (
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
)

func headOf(b career.Basics) Head {
	return Head{Name: b.Name, Label: plain("basics/label", b.Label), Contacts: contacts(b), Picture: b.Picture}
}

// contacts are the ways to reach a person that are filled in.
func contacts(b career.Basics) []Contact {
	all := []Contact{
		{Kind: "email", Text: b.Email, URL: "mailto:" + b.Email},
		{Kind: "phone", Text: b.Phone, URL: "tel:" + dialled(b.Phone)},
		{Kind: "place", Text: address(b.Location)},
		{Kind: "url", Text: b.URL, URL: b.URL},
	}
	for _, p := range b.Profiles {
		all = append(all, Contact{Kind: "profile", Text: or(p.Username, p.URL), URL: p.URL, Network: p.Network})
	}
	out := make([]Contact, 0, len(all))
	for _, c := range all {
		if c.Text != "" {
			out = append(out, c)
		}
	}
	return out
}

// address is where somebody lives, on one line.
func address(l career.Location) string {
	return joined(", ", l.Address, joined(" ", l.PostalCode, l.City), l.Region, l.CountryCode)
}

func joined(between string, parts ...string) string {
	kept := make([]string, 0, len(parts))
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, between)
}

// dialled is a number as a telephone takes it (RFC 3966).
func dialled(phone string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
}
