package interview

import (
	"maps"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
)

// Phase is where a rehearsal stands.
type Phase string

// The phases. Paused and Interrupted remember the phase they came from.
const (
	Planned     Phase = "planned"     // frozen, not begun
	Asking      Phase = "asking"      // a planned question is being put
	FollowUp    Phase = "followUp"    // a probe is being put
	Listening   Phase = "listening"   // the candidate answers
	Thinking    Phase = "thinking"    // the answer is in; what comes next is being decided
	Reviewing   Phase = "reviewing"   // with a coach: the question is over, and its answers are looked at
	Closing     Phase = "closing"     // the last word is said; the report is being made
	Reported    Phase = "reported"    // over
	Paused      Phase = "paused"      // the candidate asked for a break
	Interrupted Phase = "interrupted" // the app went away in the middle
)

// MoveKind is what happened.
type MoveKind string

// The moves.
const (
	MoveStart     MoveKind = "start"     // put the first question
	MoveAsked     MoveKind = "asked"     // the question has been put
	MoveDone      MoveKind = "done"      // the candidate has finished the answer
	MoveSkip      MoveKind = "skip"      // the candidate passes
	MoveUnskip    MoveKind = "unskip"    // ... and thinks better of it
	MoveProbe     MoveKind = "probe"     // ask a follow-up
	MoveReview    MoveKind = "review"    // look at the answers to the question that is over
	MoveRetry     MoveKind = "retry"     // put a question once more: a further attempt
	MoveChoose    MoveKind = "choose"    // say which attempt at a question counts
	MoveNext      MoveKind = "next"      // put the next planned question
	MoveClose     MoveKind = "close"     // nothing is left to ask
	MoveEnd       MoveKind = "end"       // the candidate ends early
	MovePause     MoveKind = "pause"     //
	MoveInterrupt MoveKind = "interrupt" //
	MoveResume    MoveKind = "resume"    // from Paused or Interrupted, back to where it was
	MoveReport    MoveKind = "report"    // the report is there
)

// Move is one step of a rehearsal, as it is kept.
type Move struct {
	Kind  MoveKind  `json:"kind"`
	At    time.Time `json:"at"`
	Probe string    `json:"probe,omitempty"` // the words of the follow-up, with MoveProbe
	Part  string    `json:"part,omitempty"`  // the part of STAR it asks for, with MoveProbe
	// Thanked, with MoveProbe and MoveNext: the answer before was acknowledged while what comes
	// next was being worked out.
	Thanked bool             `json:"thanked,omitempty"`
	Worded  *followup.Source `json:"worded,omitempty"` // who worded the follow-up; nil: the plan
	// Question is an index into the plan, with MoveRetry and MoveChoose. While a question is
	// looked at, it must be that one; afterwards any that was put.
	Question int `json:"question,omitempty"`
	Attempt  int `json:"attempt,omitempty"` // at that question, with MoveChoose; 0 the first
}

// State is what the moves so far add up to.
type State struct {
	Phase    Phase        `json:"phase"`
	Question int          `json:"question"` // index into the plan
	Attempt  int          `json:"attempt"`  // at that question; 0 the first
	Reached  int          `json:"reached"`  // the furthest question of the plan that was put
	Retrying bool         `json:"retrying"` // this attempt was begun from the report, and leads back to it
	Finished bool         `json:"finished"` // the report was there once, and stays, whatever is tried again
	Probe    int          `json:"probe"`    // 0 the planned question, 1 and 2 its follow-ups
	Probes   []string     `json:"probes"`   // the follow-ups put to this question so far
	Parts    []string     `json:"parts"`    // the parts of STAR they asked for
	Thanked  bool         `json:"thanked"`  // the interviewer said a word of thanks before this one
	Turn     int          `json:"turn"`     // how often a question or follow-up was put: names the one that stands
	Before   Phase        `json:"before"`   // where Paused and Interrupted go back to
	Skipped  map[int]bool `json:"skipped"`  // questions passed, and not answered in a later attempt
	Chosen   map[int]int  `json:"chosen"`   // the attempt that counts, by question, where somebody said so
	attempts map[int]int  // how many attempts at a question were begun
	passed   map[try]bool // attempts that were passed before their question was answered
	skipFrom *State       // where the last skip came from, until the next question is answered
}

// try names an attempt at a question.
type try struct{ question, attempt int }

// transitions is the whole machine: what may happen in which phase, and where it
// leads. Moves that lead back (resume, unskip) and those allowed nearly anywhere
// (pause, interrupt, end) are in step.
var transitions = map[Phase]map[MoveKind]Phase{
	Planned:   {MoveStart: Asking},
	Asking:    {MoveAsked: Listening, MoveSkip: Thinking},
	FollowUp:  {MoveAsked: Listening, MoveSkip: Thinking},
	Listening: {MoveDone: Thinking, MoveSkip: Thinking},
	Thinking:  {MoveProbe: FollowUp, MoveReview: Reviewing, MoveNext: Asking, MoveClose: Closing},
	Reviewing: {MoveChoose: Reviewing, MoveRetry: Asking, MoveNext: Asking, MoveClose: Closing},
	Closing:   {MoveReport: Reported},
	Reported:  {MoveChoose: Reported, MoveRetry: Asking},
}

// fold replays the moves of a rehearsal with that many questions. A move the table
// does not allow is a Conflict fault.
func fold(questions int, moves []Move) (State, error) {
	s := begin()
	for _, m := range moves {
		var err error
		if s, err = s.step(m, questions); err != nil {
			return State{}, err
		}
	}
	return s, nil
}

// begin is where every rehearsal stands before its first move.
func begin() State {
	return State{Phase: Planned, Skipped: map[int]bool{}, Chosen: map[int]int{}, attempts: map[int]int{}, passed: map[try]bool{}}
}

// step is the state after one more move.
func (s State) step(m Move, questions int) (State, error) {
	next, err := s.apply(m, questions)
	if err != nil {
		return State{}, err
	}
	next.Turn = s.Turn
	switch m.Kind {
	case MoveStart, MoveNext, MoveProbe, MoveUnskip, MoveReview, MoveRetry:
		next.Turn++
		next.Thanked = m.Thanked
	}
	return next, nil
}

func (s State) apply(m Move, questions int) (State, error) {
	next := s.copied()
	switch m.Kind {
	case MovePause, MoveInterrupt:
		return next.halt(m.Kind)
	case MoveResume:
		return next.resume()
	case MoveEnd:
		return next.end()
	case MoveUnskip:
		return next.unskip()
	}
	to, ok := transitions[s.Phase][m.Kind]
	if !ok {
		return State{}, illegal(s.Phase, m.Kind)
	}
	next.Phase = to
	return next.moved(m, s, questions)
}

// moved does what a move of the table does besides changing the phase.
func (s State) moved(m Move, from State, questions int) (State, error) {
	switch m.Kind {
	case MoveNext, MoveReview, MoveClose, MoveAsked: // putting the next question is not yet doing something else
	default:
		s.skipFrom = nil
	}
	switch m.Kind {
	case MoveStart:
		s.attempts[0] = 1
	case MoveDone:
		delete(s.Skipped, s.Question) // passed once, and answered now
	case MoveSkip:
		s = s.passing(from)
	case MoveProbe:
		s.Probe++
		s.Probes, s.Parts = append(s.Probes, m.Probe), append(s.Parts, m.Part)
		if s.Probe > MaxProbes {
			return State{}, illegal(from.Phase, m.Kind)
		}
	case MoveChoose:
		return s.choose(m, from)
	case MoveReview, MoveNext, MoveRetry:
		return s.onward(m, from, questions)
	case MoveReport:
		s.Retrying, s.Finished = false, true
	}
	return s, nil
}

// passing notes what was passed. Passing a further attempt leaves the question answered
// as it was.
func (s State) passing(from State) State {
	s.skipFrom = &from
	if s.Probe > 0 {
		return s
	}
	s.passed[try{s.Question, s.Attempt}] = true
	if s.Attempt == 0 {
		s.Skipped[s.Question] = true
	}
	return s
}

// onward is what comes after a question. An attempt begun from the report leads nowhere
// but back to it.
func (s State) onward(m Move, from State, questions int) (State, error) {
	switch {
	case m.Kind == MoveRetry:
		return s.again(m, from)
	case s.Retrying, m.Kind == MoveNext && s.Question+1 >= questions:
		return State{}, illegal(from.Phase, m.Kind)
	case m.Kind == MoveNext:
		s = s.put(s.Question+1, 0)
		s.Reached, s.attempts[s.Question] = s.Question, 1
	}
	return s, nil
}

// again begins a further attempt. It never takes the place of an earlier one.
func (s State) again(m Move, from State) (State, error) {
	if !from.looksAt(m.Question) {
		return State{}, illegal(from.Phase, m.Kind)
	}
	s = s.put(m.Question, s.attempts[m.Question])
	s.attempts[m.Question]++
	s.Retrying = from.Phase == Reported
	return s, nil
}

// choose notes which attempt counts: one that was begun, and not passed.
func (s State) choose(m Move, from State) (State, error) {
	if !from.looksAt(m.Question) || m.Attempt < 0 || m.Attempt >= s.attempts[m.Question] || s.Passed(m.Question, m.Attempt) {
		return State{}, illegal(from.Phase, m.Kind)
	}
	s.Chosen[m.Question] = m.Attempt
	return s, nil
}

// looksAt reports whether that question can be dealt with once more: with a coach the one
// that is over, afterwards all that were put.
func (s State) looksAt(question int) bool {
	return question >= 0 && question <= s.Reached && (s.Phase == Reported || question == s.Question)
}

// put stands at a planned question, before its follow-ups.
func (s State) put(question, attempt int) State {
	s.Question, s.Attempt, s.Probe, s.Probes, s.Parts = question, attempt, 0, nil, nil
	return s
}

func (s State) halt(kind MoveKind) (State, error) {
	if !s.running() {
		return State{}, illegal(s.Phase, kind)
	}
	s.Before, s.Phase = s.Phase, Paused
	if kind == MoveInterrupt {
		s.Phase = Interrupted
	}
	return s, nil
}

func (s State) resume() (State, error) {
	if s.Phase != Paused && s.Phase != Interrupted {
		return State{}, illegal(s.Phase, MoveResume)
	}
	s.Phase, s.Before = s.Before, ""
	return s, nil
}

// end closes early. A further attempt that was not yet answered takes the place of none
// before it; a first one is all there is of its question, and counts as far as it goes.
func (s State) end() (State, error) {
	if !s.running() && s.Phase != Paused && s.Phase != Interrupted {
		return State{}, illegal(s.Phase, MoveEnd)
	}
	if at := s.under(); s.Attempt > 0 && s.Probe == 0 && (at == Asking || at == Listening) {
		s.passed[try{s.Question, s.Attempt}] = true
	}
	s.Phase, s.Before, s.skipFrom = Closing, "", nil
	return s, nil
}

// unskip goes back to the question passed last, as it was, until the next one is answered.
func (s State) unskip() (State, error) {
	if s.skipFrom == nil || s.Phase == Closing {
		return State{}, illegal(s.Phase, MoveUnskip)
	}
	back := s.skipFrom.copied()
	back.Phase = Asking
	if back.Probe > 0 {
		back.Phase = FollowUp
	}
	return back, nil
}

// running reports whether the rehearsal is going on at this moment.
func (s State) running() bool {
	switch s.Phase {
	case Asking, FollowUp, Listening, Thinking, Reviewing:
		return true
	}
	return false
}

// Live reports whether the rehearsal has begun and isn't over.
func (s State) Live() bool {
	return s.running() || s.Phase == Paused || s.Phase == Interrupted || s.Phase == Closing
}

// CanUnskip reports whether the last move passed a question and can be taken back.
func (s State) CanUnskip() bool { return s.skipFrom != nil && s.Phase != Closing }

// Passed reports whether an attempt at a question was passed before it was answered.
func (s State) Passed(question, attempt int) bool { return s.passed[try{question, attempt}] }

// standsAt reports whether that is the answer being asked for, given or thought about,
// also where a break or a crash has come in between.
func (s State) standsAt(a Answer) bool {
	return s.goesOn(a.Question, a.Attempt) && a.Probe == s.Probe
}

// goesOn reports whether that attempt is not over yet.
func (s State) goesOn(question, attempt int) bool {
	switch s.under() {
	case Asking, FollowUp, Listening, Thinking:
		return question == s.Question && attempt == s.Attempt
	}
	return false
}

// under is the phase, or the one that a break or a crash has come into.
func (s State) under() Phase {
	if s.Phase == Paused || s.Phase == Interrupted {
		return s.Before
	}
	return s.Phase
}

func (s State) copied() State {
	s.Skipped, s.Chosen = maps.Clone(s.Skipped), maps.Clone(s.Chosen)
	s.attempts, s.passed = maps.Clone(s.attempts), maps.Clone(s.passed)
	s.Probes = append([]string(nil), s.Probes...)
	s.Parts = append([]string(nil), s.Parts...)
	return s
}

func illegal(phase Phase, kind MoveKind) error {
	return fault.New(fault.Conflict, "interview.illegalMove").With("phase", string(phase)).With("move", string(kind))
}
