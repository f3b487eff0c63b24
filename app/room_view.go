package app

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/star"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
)

// MicrophoneView is a microphone to choose.
type MicrophoneView struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Default bool   `json:"default"`
}

// RoomView is where a rehearsal stands, for the room.
type RoomView struct {
	ID        string           `json:"id"`
	For       string           `json:"for"`
	Language  string           `json:"language"` // of Lead, Words and Tests
	PersonaID string           `json:"personaId"`
	Persona   string           `json:"personaName"`
	Phase     string           `json:"phase"`
	Before    string           `json:"before"` // where a pause or an interruption goes back to
	Turn      int              `json:"turn"`   // names the question that stands, for Done and the like
	Question  int              `json:"question"`
	Questions int              `json:"questions"`
	Probe     int              `json:"probe"`
	Attempt   int              `json:"attempt"`  // at this question; 0 the first
	Retrying  bool             `json:"retrying"` // the attempt was begun from the report, and leads back to it
	Feedback  string           `json:"feedback"` // "real" or "coach"
	Lead      string           `json:"lead"`     // what the interviewer says before the question
	Words     string           `json:"words"`    // of the question
	Tests     string           `json:"tests"`    // what it is after
	Mode      string           `json:"mode"`
	Draft     string           `json:"draft"`
	Speaking  bool             `json:"speaking"`
	Recording bool             `json:"recording"`
	ElapsedMs int64            `json:"elapsedMs"`
	Takes     int              `json:"takes"`
	HasVoice  bool             `json:"hasVoice"`
	HandsFree bool             `json:"handsFree"` // silence ends a spoken answer
	Outlook   TurnView         `json:"outlook"`
	Captions  *CaptionsView    `json:"captions"` // null: what is said isn't shown as words
	CanUnskip bool             `json:"canUnskip"`
	Skipped   []int            `json:"skipped"`
	Facts     []interview.Fact `json:"facts"`
}

func roomView(s interview.Standing) RoomView {
	plan := s.Rehearsal.Plan
	v := RoomView{
		ID: string(s.Rehearsal.ID), For: plan.For, Language: plan.Language, PersonaID: plan.PersonaID, Persona: plan.PersonaName,
		Phase: string(s.State.Phase), Before: string(s.State.Before), Turn: s.State.Turn,
		Question: s.State.Question, Questions: len(plan.Questions), Probe: s.State.Probe,
		Attempt: s.State.Attempt, Retrying: s.State.Retrying, Feedback: string(plan.Feedback.OrReal()),
		Lead: s.Lead, Words: s.Words, Mode: string(s.Mode), Draft: s.Draft, Speaking: s.Speaking, Recording: s.Recording,
		ElapsedMs: s.Elapsed.Milliseconds(), Takes: s.Takes, HasVoice: s.HasVoice, CanUnskip: s.State.CanUnskip(),
		Skipped: []int{}, Facts: plan.Facts, HandsFree: s.HandsFree, Outlook: turnView(s.Outlook), Captions: captionsView(s.Captions),
	}
	if s.State.Question < len(plan.Questions) {
		v.Tests = plan.Questions[s.State.Question].Tests
	}
	for q := range s.State.Skipped {
		v.Skipped = append(v.Skipped, q)
	}
	slices.Sort(v.Skipped)
	if v.Facts == nil {
		v.Facts = []interview.Fact{}
	}
	return v
}

// RehearsalView is a line of the history.
type RehearsalView struct {
	ID        string `json:"id"`
	For       string `json:"for"`
	PersonaID string `json:"personaId"`
	CreatedAt string `json:"createdAt"`
	StartedAt string `json:"startedAt"`
	EndedAt   string `json:"endedAt"`
	Phase     string `json:"phase"`
	Finished  bool   `json:"finished"` // there is a report, also where a question is being tried again
	Questions int    `json:"questions"`
	Answered  int    `json:"answered"`
	Skipped   int    `json:"skipped"`
	SoundMs   int    `json:"soundMs"`
}

// HistoryView is the newest part of the history.
type HistoryView struct {
	Items []RehearsalView `json:"items"` // newest first, but those that can't be read
	Total int             `json:"total"` // of all there are, listed or not
}

func rehearsalView(s interview.Summary) RehearsalView {
	r := s.Rehearsal
	return RehearsalView{
		ID: string(r.ID), For: r.Plan.For, PersonaID: r.Plan.PersonaID,
		CreatedAt: stamp(r.CreatedAt), StartedAt: stamp(r.StartedAt()), EndedAt: stamp(r.EndedAt()),
		Phase: string(s.Phase), Finished: s.Finished, Questions: len(r.Plan.Questions), Answered: s.Answered, Skipped: s.Skipped, SoundMs: s.SoundMs,
	}
}

// ReportView is what a finished rehearsal tells.
type ReportView struct {
	Rehearsal RehearsalView        `json:"rehearsal"`
	Rubric    rubric.Rubric        `json:"rubric"`
	Questions []QuestionReportView `json:"questions"`
	Whole     WholeView            `json:"whole"`
	Live      bool                 `json:"live"`     // helpers get what is answered while it goes on
	Unread    int                  `json:"unread"`   // answers that are kept but can't be read
	SpentUSD  *float64             `json:"spentUsd"` // on follow-ups and scores; null where nobody told
	// Persona is the interviewer's name, and Bands are the typical ranges of metrics in the
	// language of the rehearsal (delivery.Bands).
	Persona  string                   `json:"personaName"`
	Bands    map[string]delivery.Band `json:"bands"`
	Language string                   `json:"language"` // of the questions
	// TranslatedBy put the questions into it; null: they are our own.
	TranslatedBy *translation.Source `json:"translatedBy"`
	// Checklist: the words of answers in that language are checked for the parts of a story.
	Checklist bool `json:"checklist"`
}

// QuestionReportView is a question of the plan and what became of it.
type QuestionReportView struct {
	Words      string             `json:"words"`
	Tests      string             `json:"tests"`
	Competency string             `json:"competency"`
	Skipped    bool               `json:"skipped"`
	Counts     int                `json:"counts"`  // the attempt that counts
	Answers    []AnswerReportView `json:"answers"` // attempt after attempt, each to the question, then to its follow-ups
}

// AnswerReportView is one answer and what can honestly be said of it.
type AnswerReportView struct {
	ID         string                  `json:"id"`
	Words      string                  `json:"words"` // what was asked
	Probe      int                     `json:"probe"`
	Attempt    int                     `json:"attempt"` // 0 the first
	Passed     bool                    `json:"passed"`  // its attempt was
	Mode       string                  `json:"mode"`
	Text       string                  `json:"text"`
	KeyPoints  string                  `json:"keyPoints"`
	StartedAt  string                  `json:"startedAt"`
	Recordings []RecordingView         `json:"recordings"`
	SoundGone  bool                    `json:"soundGone"` // there was sound, and it has been deleted
	Sound      *delivery.SoundMetrics  `json:"sound"`     // only of spoken answers
	Language   *delivery.WordMetrics   `json:"language"`  // only of words typed
	Star       *star.Checklist         `json:"star"`      // only of words typed
	Terms      []delivery.TermCoverage `json:"terms"`     // of the posting; only of words typed
	SelfRating []RatingView            `json:"selfRating"`
	Speech     *delivery.SpeechMetrics `json:"speech"` // only of sound that was written down
	Said       *SaidView               `json:"said"`   // null while a spoken answer isn't written down
	Score      *ScoreView              `json:"score"`
	Unwritten  bool                    `json:"unwritten"` // there is sound to be written down
	Unscored   bool                    `json:"unscored"`  // there are words to be scored
	Worded     *followup.Source        `json:"worded"`    // the model that worded the question; null: nobody but the plan
}

// RatingView is a level the person gave themselves; 0 is "can't say".
type RatingView struct {
	Criterion string `json:"criterion"`
	Level     int    `json:"level"`
}

// RecordingView is a recording and its clock.
type RecordingView struct {
	ID         string `json:"id"`
	AnswerID   string `json:"answerId"`
	CapturedAt string `json:"capturedAt"`
	ExpiresAt  string `json:"expiresAt"` // empty if kept
	Kept       bool   `json:"kept"`
	DurationMs int    `json:"durationMs"`
	StartMs    int    `json:"startMs"` // where it begins in the sound of its answer; in a report only
	URL        string `json:"url"`     // of the sound, as WAV
}

func recordingView(r interview.Recording, durationMs int) RecordingView {
	v := RecordingView{
		ID: string(r.ID), AnswerID: string(r.AnswerID), CapturedAt: stamp(r.CapturedAt), Kept: r.Kept,
		DurationMs: durationMs, URL: "/local/recordings/" + string(r.ID) + ".wav",
	}
	if !r.Kept {
		v.ExpiresAt = stamp(r.ExpiresAt)
	}
	return v
}

func reportView(r interview.Report) ReportView {
	plan := r.Summary.Rehearsal.Plan
	return ReportView{
		Language: plan.Language, TranslatedBy: plan.TranslatedBy, Checklist: star.Knows(plan.Language),
		Rehearsal: rehearsalView(r.Summary), Rubric: r.Rubric,
		Questions: views(r.Questions, func(q interview.QuestionReport) QuestionReportView {
			return questionReportView(q, plan.Facts)
		}),
		Whole: WholeView{r.Whole.Level, r.Whole.Scored, r.Whole.Answers, r.Whole.Cause}, Unread: len(r.Unread), SpentUSD: r.SpentUSD(),
		Persona: plan.PersonaName, Bands: delivery.BandsIn(plan.Language),
		Live: plan.Live,
	}
}

func questionReportView(q interview.QuestionReport, facts []interview.Fact) QuestionReportView {
	return QuestionReportView{
		Words: q.Planned.Text, Tests: q.Planned.Tests, Competency: q.Planned.Competency, Skipped: q.Skipped, Counts: q.Counts,
		Answers: views(q.Answers, func(a interview.AnswerReport) AnswerReportView { return answerReportView(a, facts) }),
	}
}

func answerReportView(a interview.AnswerReport, facts []interview.Fact) AnswerReportView {
	v := AnswerReportView{
		ID: string(a.Answer.ID), Words: a.Words, Probe: a.Answer.Probe, Attempt: a.Answer.Attempt, Passed: a.Passed, Mode: string(a.Answer.Mode),
		Text: a.Answer.Text, KeyPoints: a.Answer.KeyPoints, StartedAt: stamp(a.Answer.StartedAt),
		SoundGone: a.SoundGone, Sound: a.Sound, Language: a.Language, Star: a.Star, Terms: a.Terms,
		Recordings: views(a.Recordings, func(r interview.HeldRecording) RecordingView {
			v := recordingView(r.Recording, r.DurationMs)
			v.StartMs = r.StartMs
			return v
		}),
		SelfRating: []RatingView{}, Speech: a.Speech, Said: saidView(a.Said), Score: scoreView(a, facts), Unwritten: a.Unwritten, Unscored: a.Unscored,
		Worded: a.Worded,
	}
	for _, r := range a.Answer.SelfRating {
		rating := RatingView{Criterion: string(r.Criterion)}
		if r.Level != nil {
			rating.Level = *r.Level
		}
		v.SelfRating = append(v.SelfRating, rating)
	}
	return v
}
