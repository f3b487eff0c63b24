package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/resume"
)

func nameMissing(s *subject) []place {
	return here(strings.TrimSpace(s.doc.Head.Name) == "", "basics/name")
}

func nameUnread(s *subject) []place { return s.unread(PartName) }

func contactMissing(s *subject) []place {
	return here(!s.reachable("email") && !s.reachable("phone"), "basics/email")
}

// emailMissing leaves it to contactMissing to say that there is nothing at all.
func emailMissing(s *subject) []place {
	return here(!s.reachable("email") && s.reachable("phone"), "basics/email")
}

func phoneMissing(s *subject) []place {
	return here(!s.reachable("phone") && s.reachable("email"), "basics/phone")
}

func placeMissing(s *subject) []place { return here(!s.reachable("place"), "basics/location") }

func (s *subject) reachable(kind string) bool { return s.contact(kind) != "" }

func (s *subject) contact(kind string) string {
	for _, c := range s.doc.Head.Contacts {
		if c.Kind == kind && strings.TrimSpace(c.Text) != "" {
			return c.Text
		}
	}
	return ""
}

// mailPattern is what people have; what RFC 5321 allows besides is refused by forms.
var mailPattern = regexp.MustCompile(`^[\pL\d._%+'-]+@[\pL\d-]+(\.[\pL\d-]+)*\.\pL{2,}$`)

func emailOdd(s *subject) []place {
	email := s.contact("email")
	return here(email != "" && !mailPattern.MatchString(email), "basics/email", "email", email)
}

func emailUnread(s *subject) []place { return s.unread(PartEmail) }
func phoneUnread(s *subject) []place { return s.unread(PartPhone) }

// unread are the fields of a part that were not read as they are, with what was read.
func (s *subject) unread(part Part, keys ...resume.Key) (all []place) {
	for _, f := range s.fields {
		if f.Part == part && f.State != Same && (len(keys) == 0 || slices.Contains(keys, f.Key)) {
			all = append(all, at(f.Ref, "shown", f.Shown, "read", firstOf(f.Read, "–")))
		}
	}
	return all
}

// contactHidden finds an address that stands only in what is marked as no content, such
// as a running header, or that is no text at all while there are pictures.
func contactHidden(s *subject) (all []place) {
	var drawn, furniture strings.Builder
	for _, p := range s.facts.Pages {
		drawn.WriteString(p.Drawn)
		furniture.WriteString(p.Furniture)
	}
	whole, aside := fold(drawn.String()), fold(furniture.String())
	for _, kind := range []string{"email", "phone"} {
		want := fold(s.contact(kind))
		if want == "" || whole == "" {
			continue
		}
		inText, inAside := strings.Count(whole, want), strings.Count(aside, want)
		if inText == 0 && s.facts.Images > 0 || inText > 0 && inText == inAside {
			all = append(all, at("basics/"+kind, "shown", s.contact(kind)))
		}
	}
	return all
}

// linkDead asks for a live link behind everything that has an address.
func linkDead(s *subject) (all []place) {
	live := map[string]bool{}
	for _, l := range s.facts.Links {
		live[address(l.URL)] = true
	}
	for _, c := range s.doc.Head.Contacts {
		ref := map[string]string{"url": "basics/url", "profile": "basics/profiles", "email": "basics/email"}[c.Kind]
		if ref != "" && c.URL != "" && !live[address(c.URL)] {
			all = append(all, at(ref, "link", c.Text))
		}
	}
	return all
}

const longLink = 60 // characters

func linkLong(s *subject) (all []place) {
	for _, l := range s.facts.Links {
		if utf8.RuneCountInString(l.Text) > longLink && strings.Contains(l.Text, "/") && !strings.Contains(l.Text, " ") {
			all = append(all, at(s.refOfLink(l.URL), "link", l.Text))
		}
	}
	return all
}

func (s *subject) refOfLink(url string) string {
	for _, c := range s.doc.Head.Contacts {
		if address(c.URL) == address(url) && c.Kind == "profile" {
			return "basics/profiles"
		}
	}
	for _, b := range s.doc.Sections {
		for _, e := range b.Entries {
			if e.URL != "" && address(e.URL) == address(url) {
				return string(b.Key) + "/" + string(e.ID) + "/url"
			}
		}
	}
	return "basics/url"
}

// personal are the names of what an employer mostly may not ask: when and where somebody
// was born, whether they are married, what they believe, and numbers of identity. Labels
// only, because words like "single" mean other things too.
var personal = regexp.MustCompile(`(?i)(?:^|[^\pL])(` + strings.Join([]string{
	`date of birth|birth ?date|d\.?o\.?b\.?:|born (?:on|in)|place of birth|marital status|religion|social security (?:number|no)|ssn|passport (?:number|no)|national id`,
	`geburtsdatum|geburtsort|geboren (?:am|in)|familienstand|konfession|personalausweisnummer|sozialversicherungsnummer`,
	`date de naissance|lieu de naissance|né(?:e)? le|situation familiale|état civil|numéro de sécurité sociale`,
	`fecha de nacimiento|lugar de nacimiento|estado civil|dni`,
	`data di nascita|luogo di nascita|stato civile|codice fiscale|data de nascimento|cpf`,
	`geboortedatum|geboorteplaats|burgerlijke staat|burgerservicenummer|bsn`,
	`data urodzenia|miejsce urodzenia|stan cywilny|pesel|datum narození|rodinný stav|rodné číslo`,
	`födelsedatum|födelseort|civilstånd|personnummer|fødselsdato|sivilstatus|doğum tarihi|medeni durum`,
	`дата рождения|место рождения|семейное положение|дата народження|сімейний стан|ημερομηνία γέννησης|οικογενειακή κατάσταση`,
	`生年月日|出生日期|婚姻状况|身份证号|생년월일|تاريخ الميلاد|الحالة الاجتماعية|תאריך לידה|מצב משפחתי`,
}, "|") + `)(?:[^\pL]|$)|\b\d{3}-\d{2}-\d{4}\b`)

func personalData(s *subject) (all []place) {
	for _, t := range s.texts {
		if m := personal.FindStringSubmatch(t.text); m != nil {
			all = append(all, at(t.ref, "words", strings.TrimSpace(firstOf(m[1], m[0]))))
		}
	}
	return all
}

// photo is a note where employers ask for résumés without one: where English is written,
// in Sweden and the Netherlands, and on American paper.
func photo(s *subject) []place {
	unusual := slices.Contains([]string{"en", "sv", "nl"}, baseLanguage(s.doc.Language)) || s.doc.Layout.Paper == "letter"
	return here(unusual && s.doc.Layout.ShowPicture && s.doc.Head.Picture != nil, "layout/showPicture")
}

// baseLanguage is the first part of a language tag.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}
