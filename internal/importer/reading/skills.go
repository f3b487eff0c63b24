package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career"
)

// skillGroup is a list with or without a name.
type skillGroup struct {
	name, level string
	items       string // as written, still to be parted
}

var groupLabel = regexp.MustCompile(`^([^:：]{2,48})[:：]\s*(.*)$`)

// readSkills understands a part about abilities: lists, perhaps with labels before a
// colon, left of them or above them.
func readSkills(d *career.Draft, lines []Line, newID func() string) {
	for _, g := range groupsOf(lines) {
		items := splitList(g.items)
		id := func() career.ItemID { return career.ItemID(newID()) }
		switch {
		case g.name != "":
			d.Ledger.Skills = append(d.Ledger.Skills, career.Skill{ID: id(), Name: g.name, Level: g.level, Keywords: orEmpty(items)})
		default:
			for _, item := range items {
				d.Ledger.Skills = append(d.Ledger.Skills, career.Skill{ID: id(), Name: item, Keywords: []string{}})
			}
		}
	}
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// groupsOf puts wrapped lists together. Columns of a part are read one after another:
// pieces that start at the same place belong together.
func groupsOf(lines []Line) (groups []skillGroup) {
	for _, column := range tableColumns(lines) {
		groups = append(groups, groupsOfColumn(column)...)
	}
	return groups
}

func groupsOfColumn(lines []Line) (groups []skillGroup) {
	open := false // the last group can go on
	for i, l := range lines {
		text, bullet := unbulleted(plainText(l))
		name, items := labelOf(l, text)
		last := len(groups) - 1
		switch {
		case text == "" || scaleOnly(text):
		case known().levels[strings.ToLower(text)] && last >= 0:
			groups[last].level = text
		case name != "":
			groups, open = append(groups, skillGroup{name: name, items: items}), true
		case i+1 < len(lines) && !bullet && standsOver(l, lines[i+1]):
			groups, open = append(groups, skillGroup{name: trimmed(text)}), true
		case last >= 0 && open && !bullet && len(l.Pieces) == 1 && goesOn(lines, i, groups[last]):
			groups[last].items = joinWrapped(groups[last].items, text)
		case last >= 0 && open && groups[last].name != "" && !apart(lines, i):
			groups[last].items += ", " + itemsOf(l, text)
		default:
			groups, open = append(groups, skillGroup{items: itemsOf(l, text)}), true
		}
	}
	return groups
}

// itemsOf is a line without a label: its pieces are items.
func itemsOf(l Line, text string) string {
	if len(l.Pieces) < 2 {
		return text
	}
	parts := make([]string, len(l.Pieces))
	for i, p := range l.Pieces {
		parts[i], _ = unbulleted(p.Text)
	}
	return strings.Join(parts, ", ")
}

// labelOf finds the name of a list before a colon, or in a piece of its own before the
// list.
func labelOf(l Line, text string) (name, items string) {
	if m := groupLabel.FindStringSubmatch(text); m != nil && wordCount(m[1]) <= 5 && !strings.Contains(m[1], "http") {
		return trimmed(m[1]), m[2]
	}
	if len(l.Pieces) == 2 && !strings.Contains(l.Pieces[0].Text, ",") && strings.ContainsAny(l.Pieces[1].Text, ",|、;،") {
		return trimmed(l.Pieces[0].Text), l.Pieces[1].Text
	}
	return "", ""
}

// standsOver reports whether a line is the name of the list in the next one: heavier or
// larger than it, and itself no list.
func standsOver(l, next Line) bool {
	heavier := l.Bold() && !next.Bold() || l.Size() > next.Size()*1.08
	return heavier && len(l.Pieces) == 1 && !strings.ContainsAny(l.Text(), ",|;、،")
}

// goesOn reports whether a line continues the list above: that one ended with a
// separator, or ran to the right edge.
func goesOn(lines []Line, i int, g skillGroup) bool {
	if g.items == "" || apart(lines, i) {
		return g.items == "" && g.name != ""
	}
	if strings.HasSuffix(g.items, ",") || strings.HasSuffix(g.items, "-") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(lines[i].Text())
	right := 0.0
	for _, l := range lines {
		right = max(right, l.X1())
	}
	full := lines[i-1].X1() > right-8*lines[i].Size() && strings.Contains(g.items, ",")
	return full || unicode.IsLower(r) && strings.Contains(g.items, ",")
}

var scaleSigns = regexp.MustCompile(`^[\s★☆○●◯⬤•·■□▪▫▮▯*]+$`)

func scaleOnly(s string) bool { return scaleSigns.MatchString(s) }

const listSigns = ",;|•·●▪、，；،؛\n"

// splitList parts a list at commas and other signs outside parentheses.
func splitList(s string) (items []string) {
	depth, start := 0, 0
	add := func(part string) {
		if part = trimListItem(part); part != "" {
			items = append(items, part)
		}
	}
	for i, r := range s {
		switch {
		case strings.ContainsRune("(（[", r):
			depth++
		case strings.ContainsRune(")）]", r):
			depth = max(0, depth-1)
		case depth == 0 && strings.ContainsRune(listSigns, r):
			add(s[start:i])
			start = i + utf8.RuneLen(r)
		}
	}
	add(s[start:])
	return items
}

func trimListItem(s string) string {
	s = trimmed(s)
	s = strings.TrimPrefix(strings.TrimPrefix(s, "and "), "& ")
	if strings.HasSuffix(s, ".") && strings.Count(s, ".") == 1 && wordCount(s) < 4 {
		s = strings.TrimSuffix(s, ".")
	}
	if scaleOnly(s) {
		return ""
	}
	return s
}
