package posting

import "strings"

// asked is a requirement before its offsets are counted in code points.
type asked struct {
	text       string
	must       bool
	start, end int
}

// requirementsOf reads what is asked of the person: every line under a heading
// that announces requirements, and elsewhere the sentences that say so.
func requirementsOf(items []placed) []asked {
	var out []asked
	offering := false // the paragraph began by saying what the employer gives
	for _, it := range items {
		if it.heading {
			continue
		}
		sentences := sentencesOf(it.item)
		if it.afterBlank || it.bullet {
			offering = len(sentences) > 0 && isOffer(sentences[0].text)
		}
		for i, s := range sentences {
			if !asks(it, s.text, offering) {
				continue
			}
			end := s.end
			if it.bullet && i == len(sentences)-1 {
				end = it.end
			}
			out = append(out, asked{strings.TrimSuffix(s.text, ";"), isMust(it.part, s.text), s.start, end})
		}
	}
	return out
}

// asks decides whether a sentence is a requirement.
func asks(it placed, s string, offering bool) bool {
	if hasCue("legal", s) && !hasCue("offer", s) {
		return true
	}
	switch it.part {
	case required, preferred:
		return it.bullet || !isAside(s)
	case plain, duties:
		return !offering && !hasCue("applying", s) && !isOffer(s) && !it.dutyBullet() && isDemand(s)
	}
	return false
}

// dutyBullet is a line in the list of duties: what is done, not what is asked.
func (it placed) dutyBullet() bool { return it.part == duties && it.bullet }

// isOffer says that a sentence speaks of what is given, without asking for anything.
func isOffer(s string) bool {
	return hasCue("offer", s) && !strings.Contains(strings.ToLower(s), "required")
}

// isAside is prose under a requirements heading that asks for nothing: a question,
// or the employer speaking of itself.
func isAside(s string) bool {
	low := strings.ToLower(s)
	if strings.HasSuffix(s, "?") || hasCue("applying", s) {
		return true
	}
	for _, start := range []string{"we ", "our ", "we're ", "we’re ", "we've ", "if this ", "don't worry", "this is "} {
		if strings.HasPrefix(low, start) {
			return !hasCue("hard", s)
		}
	}
	return false
}

// isDemand says that a sentence asks, by a modal, a soft cue about experience, or as
// a fragment ("Full licence with no points").
func isDemand(s string) bool {
	if hasCue("hard", s) || hasCue("hint", s) || hasCue("soft", s) {
		return true
	}
	low := " " + strings.ToLower(s)
	for _, subject := range []string{" we ", " our ", " you'll ", " you’ll ", " you will ", " us "} {
		if strings.Contains(low, subject) {
			return false
		}
	}
	return hasCue("fragment", s)
}

// isMust separates what is asked for from what is welcome. A sentence with one
// part that asks, and another that names something welcome, asks.
func isMust(part kind, s string) bool {
	if part == preferred {
		return hasCue("legal", s)
	}
	if !hasCue("soft", s) {
		return true
	}
	if hasCue("hard", strings.NewReplacer("not essential", "", "not required", "", "not needed", "").Replace(strings.ToLower(s))) {
		return true
	}
	head, _, parted := strings.Cut(s, ";")
	return parted && !hasCue("soft", head)
}
