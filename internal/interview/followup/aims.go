package followup

import "github.com/jobjourney/jobjourney/internal/interview/star"

// aims are what a follow-up is after where a part of the story is missing, for a model.
var aims = map[star.Part]string{
	star.Situation: "They haven't said when and where it was and what was going on: ask for that.",
	star.Task:      "They haven't said what was up to them: ask what they were to achieve.",
	star.Action:    "They haven't said what they did themselves: ask which steps were theirs.",
	star.Result:    "They haven't said what came of it: ask how it ended.",
}

// openAim is for answers whose parts nobody can tell.
const openAim = "Ask about what is least clear in their answer: what they did themselves, or what came of it."

// Aim is what a follow-up is after that asks for a part; for none, whatever is least clear.
func Aim(p star.Part) string {
	if aim, ok := aims[p]; ok {
		return aim
	}
	return openAim
}
