package star

import (
	"regexp"
	"strings"
)

// verbTable says which verbs after "I" tell what the speaker did.
type verbTable struct {
	past    map[string]bool // irregular past forms
	present map[string]bool // said of what one does as a rule
	states  map[string]bool // being, feeling and wanting are no actions
	adverbs map[string]bool // may stand between "I" and the verb
	dead    map[string]bool // "verb next": not an action with that next word
	doing   map[string]bool // "verb next": an action only with that next word
}

func readVerbs() verbTable {
	t := verbTable{}
	byKind := map[string]*map[string]bool{"past": &t.past, "present": &t.present, "state": &t.states, "adverb": &t.adverbs, "not": &t.dead, "do": &t.doing}
	for _, m := range byKind {
		*m = map[string]bool{}
	}
	for _, line := range dataLines("verbs") {
		kind, list, ok := strings.Cut(line, "\t")
		if !ok || byKind[kind] == nil {
			panic("STAR verbs: " + line)
		}
		for entry := range strings.SplitSeq(list, ",") {
			(*byKind[kind])[strings.TrimSpace(entry)] = true
		}
	}
	return t
}

var spokenWord = regexp.MustCompile(`[\p{L}\p{N}_]+(?:['-][\p{L}\p{N}]+)*`)

// ownActions finds "I" with a verb of doing: "I then rang", "I check". "We rang"
// is not the speaker's own action, and "I would ring" is none at all.
func ownActions(plain string) []Cue { return actionsOf(plain, "i") }

// actionsOf finds what the speaker ("i"), or the speaker and others ("we"), did.
func actionsOf(plain, who string) []Cue {
	var out []Cue
	words := spokenWord.FindAllStringIndex(plain, -1)
	word := func(i int) string {
		if i < 0 || i >= len(words) {
			return ""
		}
		return plain[words[i][0]:words[i][1]]
	}
	count := runeCounter{text: plain}
	for i := range words {
		if word(i) != who || word(i-1) == "if" || word(i-1) == "whether" {
			continue
		}
		verb := i + 1
		for verb < i+3 && rules().verbs.isAdverb(word(verb)) {
			verb++
		}
		// A full stop or comma between the two parts them; "then, I called" is another "I".
		if rules().verbs.isAction(word(verb), word(verb+1)) && !strings.ContainsAny(plain[words[i][1]:words[verb][0]], ".?!") {
			out = append(out, Cue{Start: count.at(words[i][0]), End: count.at(words[verb][1]), Rule: "own-action"})
		}
	}
	return out
}

func (t verbTable) isAdverb(w string) bool {
	return t.adverbs[w] || len(w) > 4 && strings.HasSuffix(w, "ly")
}

func (t verbTable) isAction(verb, next string) bool {
	if t.doing[verb+" "+next] {
		return true
	}
	if t.states[verb] || t.dead[verb+" "+next] {
		return false
	}
	return t.past[verb] || t.present[verb] || len(verb) > 3 && strings.HasSuffix(verb, "ed")
}
