package fakeai

import (
	"encoding/json"
	"regexp"
	"strings"
)

// Script is the model that plays along: it fills a schema with what it finds in the
// prompt, and asks one short question where no schema is given. Its quotes are always
// taken from the answer letter by letter. It knows nothing about interviews: what it finds
// is only as sensible as the words it looks at.
type Script struct {
	// Answer finds a candidate's answer in a request; nil for FindAnswer.
	Answer func(Request) string
	// Level is put where a level, score or rating is asked for; 0 is 3.
	Level int
	// Questions are asked in turn where no schema is given; nil for some about one's own part.
	Questions []string
}

var probes = []string{
	"What exactly did you do yourself?",
	"How did you know that it had worked?",
	"What was the hardest part for you?",
}

// Reply answers a request.
func (s Script) Reply(q Request) Reply {
	if q.Schema == nil && q.AnyJSON {
		return Reply{Text: "{}"}
	}
	if q.Schema == nil {
		list := s.Questions
		if len(list) == 0 {
			list = probes
		}
		return Reply{Text: list[(q.Call+len(list)-1)%len(list)]}
	}
	answer := s.Answer
	if answer == nil {
		answer = FindAnswer
	}
	text := fill(q.Schema, filling{answer: answer(q), level: max(s.Level, 0), id: firstID(q)})
	if !q.Enforced {
		text = "Here is the JSON:\n```json\n" + text + "\n```" // what models do that aren't held to a schema
	}
	return Reply{Text: text}
}

// marked finds an answer that the prompt has marked with tags or a fence.
var marked = regexp.MustCompile("(?is)<(?:answer|transcript|candidate_answer|candidate)\\b[^>]*>(.*?)</|\"\"\"(.*?)\"\"\"|```[a-z]*\\n(.*?)```")

// labelled finds an answer after a label at the beginning of a line.
var labelled = regexp.MustCompile(`(?im)^\W{0,4}(?:answer|transcript|candidate(?:'s answer)?)\W{0,4}:\s*(.+)$`)

var idPattern = regexp.MustCompile(`"id":\s*"([^"\\]+)"`)

// firstID is the first id that the material of the last message with one has; else empty.
func firstID(q Request) string {
	for _, prompt := range q.from("user") {
		if found := idPattern.FindStringSubmatch(prompt); found != nil {
			return found[1]
		}
	}
	return ""
}

// FindAnswer finds the candidate's words in the last message of the user that has them: in
// tags or a fence, in a JSON field, or after a label. A message that only asks for another
// reply, as clients do whose schema wasn't kept to, has none. Where nothing is marked it is
// the longest paragraph of the last message.
func FindAnswer(q Request) string {
	for _, prompt := range q.from("user") {
		if answer, found := answerIn(prompt); found {
			return answer
		}
	}
	longest := ""
	for _, paragraph := range strings.Split(q.Last("user"), "\n\n") {
		if len(paragraph) > len(longest) {
			longest = paragraph
		}
	}
	return strings.TrimSpace(longest)
}

func answerIn(prompt string) (answer string, is bool) {
	if found := marked.FindStringSubmatch(prompt); found != nil {
		return strings.TrimSpace(strings.Join(found[1:], "")), true
	}
	var object map[string]any
	if json.Unmarshal([]byte(prompt), &object) == nil {
		for _, name := range []string{"answer", "transcript", "text"} {
			if text, isText := object[name].(string); isText {
				return text, true
			}
		}
	}
	if found := labelled.FindStringSubmatch(prompt); found != nil {
		return strings.TrimSpace(found[1]), true
	}
	return "", false
}
