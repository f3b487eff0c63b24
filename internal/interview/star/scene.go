package star

import "regexp"

// sceneWords is how many words have to come before the first thing the speaker did, so
// that they tell what was going on.
const sceneWords = 8

// happened is a verb of what happened or was so, with somebody or something else than
// the speaker before it.
var happened = regexp.MustCompile(`\b(it|he|she|they|there|we|who|that|[a-z]{3,}) (just |only |already |never |always |suddenly |really )?(was|were|had|went|came|got|left|broke|fell|rang|said|told|knew|wanted|kept|made|took|lost|ran|didn't|wouldn't|couldn't|wasn't|weren't|[a-z]{2,}ed)\b`)

// general is talk about how things always are.
var general = regexp.MustCompile(`\b(always|usually|normally|generally|every (day|night|time)|you (just |have to |need to |stay |try |always ))`)

// sceneBefore finds a scene by its place: people rarely say that they now tell the
// situation, they begin to tell what was going on and then what they did. Other parts,
// such as a result told first, and what follows them, don't count.
func sceneBefore(plain string, actions, others []Cue) (Cue, bool) {
	if len(actions) == 0 {
		return Cue{}, false
	}
	text := []rune(plain)
	end := actions[0].Start
	for _, c := range others {
		end = min(end, c.Start)
	}
	before := string(text[:end])
	if len(spokenWord.FindAllString(before, sceneWords)) < sceneWords || general.MatchString(before) {
		return Cue{}, false
	}
	m := happened.FindStringIndex(before)
	if m == nil {
		return Cue{}, false
	}
	count := runeCounter{text: before}
	return Cue{Start: count.at(m[0]), End: count.at(m[1]), Rule: "before-the-act"}, true
}
