package posting

import (
	"regexp"
	"strings"
	"unicode"
)

// piece is a stretch of text that names something; offsets are bytes, and from
// and to enclose the line or sentence it stands in.
type piece struct {
	text     string
	from, to int
}

// headline is who hires whom, and where.
type headline struct {
	title, company, place piece
}

// headLines is how many items from the top may be headlines.
const headLines = 8

// readHeadline looks at labelled lines first ("Location: Leeds"), then at the
// lines at the top, then at what sentences say ("is hiring an Electrician in ...").
func readHeadline(items []placed) headline {
	items = topItems(items)
	var h headline
	for i, it := range items[:min(len(items), 60)] {
		h.readLabel(it)
		if i > 0 && labelAlone.MatchString(items[i-1].text) && !it.heading {
			put(&h.place, it.text, it.start, it.end)
		}
	}
	names := companyEvidence(items)
	for i, it := range items[:min(len(items), headLines)] {
		if it.part != plain && !it.heading || wordCount(it.text) > 14 {
			continue
		}
		h.readLine(it, i == 0, names)
	}
	for _, it := range items {
		if it.part == benefits || it.part == applyPart {
			continue
		}
		for _, s := range sentencesOf(it.item) {
			h.readSentence(s)
		}
		if h.full() {
			break
		}
	}
	h.useEvidence(names)
	h.useFirstLine(items)
	return h
}

// useFirstLine takes a short first line for the title where labels follow it: a job
// of which the tables don't know the noun.
func (h *headline) useFirstLine(items []placed) {
	if h.title.text != "" || len(items) < 2 || !labelLine.MatchString(items[1].text) {
		return
	}
	first := items[0]
	if labelLine.MatchString(first.text) || wordCount(first.text) > 6 || strings.ContainsRune(".!?:", lastRune(first.text)) || first.text == h.company.text {
		return
	}
	put(&h.title, first.text, first.start, first.end)
}

// topBytes is how far into a text its employer, title and place are looked for.
const topBytes = 20_000

func topItems(items []placed) []placed {
	var out []placed
	for _, it := range items {
		if it.start >= topBytes {
			break
		}
		if n := topBytes - it.start; n < len(it.text) {
			it.text = it.text[:strings.LastIndexByte(it.text[:n], ' ')+1]
			it.end = it.start + len(it.text)
		}
		out = append(out, it)
	}
	return out
}

func (h *headline) full() bool {
	return h.title.text != "" && h.company.text != "" && h.place.text != ""
}

// longestPiece is how many bytes a title, a company or a place has at most.
const longestPiece = 120

func put(p *piece, value string, from, to int) {
	value = strings.Trim(value, " *_|,;:–—-·")
	if p.text == "" && value != "" && len(value) <= longestPiece {
		*p = piece{value, from, to}
	}
}

var (
	labelLine = regexp.MustCompile(`(?i)^[*_#\s]*(job title|job role|position|role|title|vacancy|post|job|company|company name|employer|firm|organi[sz]ation|location|place of work|work location|workplace|based in|based at|base|where|office|city|place)[*_\s]*:[*_\s]*(.+)$`)
	// A label on a line of its own; the place is the line after it.
	labelAlone = regexp.MustCompile(`(?i)^[*_#\s]*(?:job )?(?:location|place of work|work location|workplace|location of (?:the )?(?:position|job|post))[*_\s:]*$`)
	pinLine    = regexp.MustCompile(`^(?:📍|🌍|🌎|🌏|🗺️?|🏠)\s*(.+)$`)
	hiresForIn = regexp.MustCompile(`(?i:\b(?:hiring|recruiting|seeking|looking for|looking to (?:hire|recruit|appoint)|wish to appoint|seek|opening for|appoint|need)\s+(?:an?|our next|another|two|three)\s+)((?:[\p{L}\d&/+-]+ ){0,5}?[\p{L}\d&/+-]+)(?:\s+(?:to|for|in|at|who|with|based)\b|[.,;!(]|$)`)
	basedIn    = regexp.MustCompile(`(?i:\b(?:based (?:in|at|out of)|located in|located at|out of|office in|site in|branch in|branches around|school in|hotel in|hospital in|restaurant in|hiring .{3,50} in)\s+)(\p{Lu}[\p{L}'’-]+(?:,? (?:and )?\p{Lu}[\p{L}'’-]+){0,3})`)
	// The subject of a sentence about the employer: "Brightlane sells", "Haldane Haulage are looking".
	subject   = regexp.MustCompile(`^((?:The )?\p{Lu}[\p{L}\d'’.-]*(?: (?:&|and|of|the|\p{Lu}[\p{L}\d'’.-]*)){0,5})(?: in \p{Lu}[\p{L}'’-]+)? (?:is|are|has|seeks|invites|requires|was|sells|makes|builds|runs|offers|develops|designs|moves|provides|helps|operates|delivers|employs|manufactures|supplies|welcomes|does|publishes|serves)\b`)
	weAre     = regexp.MustCompile(`(?:\b[Ww]e(?:'re| are)|\b[Jj]oin(?: us at| the team at)?|\b[Ww]elcome to|\b[Hh]ello from|\b[Gg]reetings from|\b[Ww]ork(?:ing)? (?:at|for)|\b[Ll]ife at|\b[Hh]ere at|\bAt) (\p{Lu}[\p{L}\d'’-]*(?: (?:&|and|of|\p{Lu}[\p{L}\d'’-]*)){0,4})`)
	aboutName = regexp.MustCompile(`(?i)^[*_#\s]*(?:about|why|life at|who (?:is|are)) (.+?)[?:*_\s]*$`)
)

// readLabel reads "Label: value".
func (h *headline) readLabel(it placed) {
	if m := pinLine.FindStringSubmatch(it.text); m != nil {
		put(&h.place, m[1], it.start, it.end)
		return
	}
	m := labelLine.FindStringSubmatch(it.text)
	if m == nil || it.bullet {
		return
	}
	switch label := strings.ToLower(m[1]); {
	case strings.HasPrefix(label, "company"), label == "employer", label == "firm", strings.HasPrefix(label, "organi"):
		put(&h.company, m[2], it.start, it.end)
	case strings.HasPrefix(label, "job"), label == "position", label == "role", label == "title", label == "vacancy", label == "post":
		if titleLike(m[2]) || wordCount(m[2]) <= 8 {
			put(&h.title, m[2], it.start, it.end)
		}
	default:
		put(&h.place, m[2], it.start, it.end)
	}
}

// readLine reads a line at the top, part by part: "Chef, Quayside Kitchen, Falmouth".
func (h *headline) readLine(it placed, first bool, names map[string]piece) {
	if labelLine.MatchString(it.text) {
		return
	}
	found := false
	parts := headlineParts(it.text)
	for i, p := range parts {
		switch {
		case found && i > 0 && p.joins && !isPlace(p.text) && !isCompany(p.text, names) && !isFiller(p.text):
			if whole := closeBracket(it.text, parts[0].at, p.at+len(p.text)); len(whole) <= longestPiece {
				h.title.text = whole
			}
		case isFiller(p.text):
			found = false
		case isPlace(p.text):
			if h.place.text == "" {
				put(&h.place, h.widenPlace(it.text, parts, i, names), it.start, it.end)
			}
			found = false
		case h.company.text == "" && isCompany(p.text, names) && !(i == 0 && titleLike(p.text) && !isKnown(p.text, names)):
			put(&h.company, p.text, it.start, it.end)
			found = false
		case h.title.text == "" && titleLike(p.text):
			put(&h.title, trimTitle(p.text), it.start, it.end)
			// It was refused if it is too long to be a title.
			found = h.title.text != "" && h.title.from == it.start
		}
	}
}

// headlinePart is one part of a headline; at is its byte offset in the line.
type headlinePart struct {
	text  string
	at    int
	joins bool // a dash stands before it, so it may belong to the title
}

var headlineSigns = regexp.MustCompile(`\s+[–—-]\s+|\s*[|·•@]\s*|\s+at\s+|,\s+|:\s+|\s+[(]|[)](?:\s+[–—-])?\s*`)

func headlineParts(s string) []headlinePart {
	var out []headlinePart
	pos, joins := 0, false
	take := func(end int) {
		body := strings.Trim(s[pos:end], " *_#.")
		if body != "" {
			out = append(out, headlinePart{body, pos + strings.Index(s[pos:end], body), joins})
		}
	}
	for _, m := range headlineSigns.FindAllStringIndex(s, -1) {
		take(m[0])
		pos, joins = m[1], strings.ContainsAny(s[m[0]:m[1]], "–—-(")
	}
	take(len(s))
	return out
}

// widenPlace takes the parts along that only add to a place: those after it
// ("Leeds, United Kingdom") and an unknown one before it ("Science Park, UK").
func (h *headline) widenPlace(line string, parts []headlinePart, i int, names map[string]piece) string {
	start, end := parts[i].at, parts[i].at+len(parts[i].text)
	for _, p := range parts[i+1:] {
		if isFiller(p.text) || !strings.ContainsAny(line[end:p.at], ",(") {
			break
		}
		end = p.at + len(p.text)
	}
	if i == 1 && strings.HasPrefix(line[len(parts[0].text)+parts[0].at:], ", ") &&
		!titleLike(parts[0].text) && !isCompany(parts[0].text, names) && h.company.text != "" {
		start = parts[0].at
	}
	return closeBracket(line, start, end)
}

// closeBracket cuts line[start:end] and takes a closing bracket along.
func closeBracket(line string, start, end int) string {
	if end < len(line) && line[end] == ')' {
		end++
	}
	return line[start:end]
}

// titleLike says that words end in, or turn on, the name of a job.
func titleLike(s string) bool {
	fields := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if len(fields) == 0 || len(fields) > 9 || strings.HasPrefix(strings.ToLower(s), "about ") {
		return false
	}
	for _, w := range fields {
		if isJobNoun(strings.ToLower(w)) && (unicode.IsUpper([]rune(s)[0]) || len(fields) <= 4) {
			return true
		}
	}
	return false
}

// trimTitle drops what advertisements put around a title.
func trimTitle(s string) string {
	for _, end := range []string{" wanted", " required", " needed", " vacancy", " sought"} {
		if n := len(s) - len(end); n > 0 && strings.EqualFold(s[n:], end) {
			return s[:n]
		}
	}
	return s
}

func isFiller(s string) bool {
	low := strings.ToLower(strings.Trim(s, " .!"))
	return words().fillers[low] || strings.ContainsAny(s, "£$€") || low == ""
}

func isPlace(s string) bool {
	low := strings.ToLower(s)
	if words().places[low] {
		return true
	}
	first, rest, _ := strings.Cut(low, " ")
	return words().places[first] && (strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "or ") || strings.HasPrefix(rest, "("))
}

// isCompany says that the words name an organisation, by a word such as Ltd or
// Hospital, or because a sentence makes them its subject.
func isCompany(s string, names map[string]piece) bool {
	if isKnown(s, names) {
		return true
	}
	fields := strings.Fields(strings.ToLower(strings.Trim(s, ".")))
	if len(fields) < 2 || !unicode.IsUpper([]rune(s)[0]) {
		return false
	}
	return words().companies[strings.Trim(fields[len(fields)-1], ".,")] || words().companies[fields[0]]
}

func isKnown(s string, names map[string]piece) bool {
	_, ok := names[strings.ToLower(s)]
	return ok
}
