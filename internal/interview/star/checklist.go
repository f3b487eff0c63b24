package star

import "slices"

// Part is one of the four parts of an answer.
type Part string

// The four parts, in the order they are told.
const (
	Situation Part = "situation" // where, when and what was going on
	Task      Part = "task"      // what it was up to the speaker to reach
	Action    Part = "action"    // what the speaker did: "I", not "we"
	Result    Part = "result"    // what came of it
)

// Parts lists the four in the order they are told.
func Parts() []Part { return []Part{Situation, Task, Action, Result} }

// Cue is the words a part rests on. Start and End are offsets into the answer in
// Unicode code points, End exclusive.
type Cue struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Rule  string `json:"rule"` // the name of the rule in data/, or "own-action"
}

// Finding says whether a part is there, and why.
type Finding struct {
	Present bool  `json:"present"`
	Cues    []Cue `json:"cues"` // at most maxCues, in the order of the text
}

// Checklist is what Check found.
type Checklist struct {
	Situation Finding `json:"situation"`
	Task      Finding `json:"task"`
	Action    Finding `json:"action"`
	Result    Finding `json:"result"`
}

// Of gives the finding for one part; an unknown part has an empty one.
func (c Checklist) Of(p Part) Finding {
	switch p {
	case Situation:
		return c.Situation
	case Task:
		return c.Task
	case Action:
		return c.Action
	case Result:
		return c.Result
	}
	return Finding{}
}

// Missing lists the parts without a cue, in the order they are told.
func (c Checklist) Missing() []Part {
	return slices.DeleteFunc(Parts(), func(p Part) bool { return c.Of(p).Present })
}

// MaxProbes is the most follow-up questions to one planned question, whatever a
// persona would like: structured interviews keep follow-ups bounded, so that
// every rehearsal asks much the same.
const MaxProbes = 2

// askFirst is the order in which missing parts are asked for. The result comes
// first because it is the part people leave out most and the one listeners wait
// for; then what the speaker did, which "we" so easily hides; then where it
// happened, without which the rest hangs in the air. The task comes last: it can
// mostly be told from the other three, and to ask for it after a story that was
// told sounds as if nobody had listened. It is left out once the scene is set.
var askFirst = []Part{Result, Action, Situation, Task}

// askForStory is the order where there is no story yet, but at most how the speaker
// acts: how something turned out can't be asked before there is something.
var askForStory = []Part{Situation, Result, Action, Task}

func order(c Checklist) []Part {
	switch {
	case !c.Situation.Present && !c.Task.Present && !c.Result.Present:
		return askForStory
	case c.Situation.Present:
		return askFirst[:3]
	}
	return askFirst
}

// Next is the part to ask for after an answer, or false when enough was asked.
// c is the checklist over the answer and all follow-up answers so far, asked the
// parts already asked for to this question, and limit the persona's most probes
// (more than MaxProbes counts as MaxProbes). No part is asked for twice.
func Next(c Checklist, asked []Part, limit int) (Part, bool) {
	if len(asked) >= min(limit, MaxProbes) {
		return "", false
	}
	for _, p := range order(c) {
		if !c.Of(p).Present && !slices.Contains(asked, p) {
			return p, true
		}
	}
	return "", false
}
