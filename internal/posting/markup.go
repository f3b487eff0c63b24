package posting

import "strings"

// stripMarkup takes HTML tags out of a text that has some; anything else keeps
// its angle brackets ("<5 years"). Script and style contents go with their tags.
func stripMarkup(s string) string {
	if !strings.Contains(s, "</") && !strings.Contains(s, "<br") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:open])
		name, rest, ok := cutTag(s[open:])
		if !ok {
			b.WriteByte('<')
			s = s[open+1:]
			continue
		}
		b.WriteString(tagText(name))
		s = skipContent(name, rest)
	}
}

// maxTag bounds the search for the end of a tag, so that a text full of "<"
// costs no more than its length.
const maxTag = 2000

// cutTag reads the tag s begins with: its lower-case name ("/li" for an end tag)
// and what follows it.
func cutTag(s string) (name, rest string, ok bool) {
	head := s[:min(len(s), maxTag)]
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(head, "-->"); end >= 0 {
			return "!--", s[end+3:], true
		}
	}
	end := strings.IndexByte(head, '>')
	if end < 2 || !isTagStart(s[1:]) {
		return "", "", false
	}
	name = strings.ToLower(s[1:end])
	if i := strings.IndexAny(name, " \t\r\n"); i >= 0 {
		name = name[:i]
	}
	return strings.TrimSuffix(name, "/"), s[end+1:], true
}

func isTagStart(s string) bool {
	s = strings.TrimPrefix(s, "/")
	return s != "" && (s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z' || s[0] == '!')
}

// tagText is what a tag leaves behind in plain text.
func tagText(name string) string {
	switch name {
	case "li":
		return "\n• "
	case "h1", "h2", "h3", "h4", "h5", "h6", "p", "/p", "div", "/div", "ul", "/ul", "ol", "/ol", "table", "section":
		return "\n\n"
	case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "br", "tr", "/tr", "/li", "dt", "dd":
		return "\n"
	case "td", "th":
		return " "
	}
	return ""
}

// skipContent leaves out what stands between a script or style tag and its end.
func skipContent(name, rest string) string {
	if name != "script" && name != "style" {
		return rest
	}
	if end := strings.Index(rest, "</"+name); end >= 0 {
		return rest[end:]
	}
	return ""
}
