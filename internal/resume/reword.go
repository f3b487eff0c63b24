package resume

import (
	"maps"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// longestText is the most one wording holds, in characters, as in the ledger.
const longestText = 20_000

// Reword words a field for this résumé, in a language. A fact is Invalid resume.isFact; a
// field of an item the ledger doesn't have is NotFound.
func Reword(l career.Ledger, o Overlay, language string, f Field, words string) (Overlay, error) {
	t, err := find(&l, f)
	if err != nil {
		return o, err
	}
	if utf8.RuneCountInString(words) > longestText {
		return o, fault.InvalidField(string(f), "resume.tooLong").With("limit", strconv.Itoa(longestText))
	}
	return o.with(language, t.kept, tidy(words, t.prose)), nil
}

// Restore goes back to the ledger's own text, also where that is gone.
func Restore(l career.Ledger, o Overlay, language string, f Field) (Overlay, error) {
	t, err := find(&l, f)
	if err != nil {
		t = text{kept: f}
	}
	if _, worded := o.Words[language][t.kept]; !worded {
		return o, err
	}
	return o.without(language, t.kept), nil
}

// Detach keeps the ledger's words of today as this résumé's own. A wording that is there
// stays.
func Detach(l career.Ledger, o Overlay, language string, f Field) (Overlay, error) {
	t, err := find(&l, f)
	if err != nil {
		return o, err
	}
	if _, worded := o.Words[language][t.kept]; worded || t.at == nil {
		return o, nil
	}
	return o.with(language, t.kept, *t.at), nil
}

// UseEverywhere makes this résumé's wording the ledger's text, and the résumé follow that
// again. It gives both anew. Without a wording it is Invalid resume.notWorded; where the
// ledger has no place for the text, resume.noLedgerPlace.
func UseEverywhere(l career.Ledger, o Overlay, language string, f Field) (career.Ledger, Overlay, error) {
	after := copyOf(l)
	t, err := find(&after, f)
	if err != nil {
		return l, o, err
	}
	if t.at == nil {
		return l, o, fault.InvalidField(string(f), "resume.noLedgerPlace")
	}
	own, worded := o.Words[language][t.kept]
	if !worded {
		return l, o, fault.InvalidField(string(f), "resume.notWorded")
	}
	*t.at = own
	return after, o.without(language, t.kept), nil
}

// find gives the text a field names.
func find(l *career.Ledger, f Field) (text, error) {
	for t := range texts(l) {
		if t.field == f {
			return t, nil
		}
	}
	if isFact(f) {
		return text{}, fault.InvalidField(string(f), "resume.isFact")
	}
	return text{}, notThere()
}

// isFact says that no résumé ever words a field of this form, whatever the ledger holds.
func isFact(f Field) bool {
	last := string(f[strings.LastIndexByte(string(f), '/')+1:])
	switch last {
	case "position", "summary", "description", "type", "area", "level", "language", "fluency", "title", "subtitle", "reference", "label":
		return false
	case "name":
		return !strings.HasPrefix(string(f), string(KeyProjects)+"/") && !strings.HasPrefix(string(f), string(KeySkills)+"/") &&
			!strings.HasPrefix(string(f), string(KeyCertificates)+"/") && !strings.HasPrefix(string(f), string(KeyInterests)+"/")
	}
	for _, list := range []string{"/highlights/", "/keywords/", "/courses/", "/roles/", "/lines/"} {
		if strings.Contains(string(f), list) {
			return false
		}
	}
	return true
}

func (o Overlay) with(language string, f Field, words string) Overlay {
	o.Words = maps.Clone(o.Words)
	if o.Words == nil {
		o.Words = map[string]map[Field]string{}
	}
	own := maps.Clone(o.Words[language])
	if own == nil {
		own = map[Field]string{}
	}
	own[f] = words
	o.Words[language] = own
	return o
}

func (o Overlay) without(language string, f Field) Overlay {
	o.Words = maps.Clone(o.Words)
	own := maps.Clone(o.Words[language])
	delete(own, f)
	o.Words[language] = own
	if len(own) == 0 {
		delete(o.Words, language)
	}
	return o
}

// tidy is s without control characters and white space around; a text of one line is on
// one line.
func tidy(s string, prose bool) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	if prose {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}
