package interview

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// AnswerID names an answer; a planned question and each of its follow-ups have one each.
type AnswerID string

// RecordingID names a recording.
type RecordingID string

// Mode is how an answer is given.
type Mode string

// The two modes.
const (
	Typed  Mode = "typed"
	Spoken Mode = "spoken"
)

func (m Mode) check() error {
	if m != Typed && m != Spoken {
		return fault.InvalidField("mode", "interview.badMode")
	}
	return nil
}

// longestAnswer is the most that is typed as one answer, in characters: some twenty
// minutes of talking. What is pasted by mistake may be a whole book, and reading that
// takes a report minutes.
const longestAnswer = 20_000

// checkLength refuses more than that with interview.tooLong (limit).
func checkLength(text string) error {
	if utf8.RuneCountInString(text) > longestAnswer {
		return fault.InvalidField("text", "interview.tooLong").With("limit", strconv.Itoa(longestAnswer))
	}
	return nil
}

// Answer is what the candidate said to one question or follow-up: one record, kept
// until deleted. Deleting the sound leaves it.
type Answer struct {
	ID          AnswerID        `json:"id"`
	RehearsalID ID              `json:"rehearsalId"`
	Question    int             `json:"question"` // index into the plan
	Probe       int             `json:"probe"`    // 0 the question itself, 1 and 2 its follow-ups
	Attempt     int             `json:"attempt"`  // 0 the first; a further one never takes its place
	Mode        Mode            `json:"mode"`
	Text        string          `json:"text"`      // typed word for word; empty for a spoken answer
	KeyPoints   string          `json:"keyPoints"` // typed beside a recording, afterwards
	Takes       []Take          `json:"takes"`     // the recordings, in order; more than one after an interruption
	StartedAt   time.Time       `json:"startedAt"`
	DoneAt      time.Time       `json:"doneAt"` // zero while it is being given
	SelfRating  []rubric.Rating `json:"selfRating"`
	Score       *scoring.Score  `json:"score,omitempty"`  // nil: nobody was asked to score it
	Advice      []Point         `json:"advice,omitempty"` // with Score
}

// Point is one thing to try next time, about words of the answer.
type Point struct {
	Evidence scoring.Evidence `json:"evidence"`
	Try      string           `json:"try"`
	FactID   string           `json:"factId"` // of the plan's facts; empty: none
}

// Take is one uninterrupted recording and what the sound itself tells. The numbers
// outlive the sound.
type Take struct {
	RecordingID RecordingID    `json:"recordingId"` // empty once the sound is deleted or expired
	CapturedAt  time.Time      `json:"capturedAt"`
	Sound       delivery.Sound `json:"sound"`
	// Transcript is what was said in it; nil until somebody has written it down.
	Transcript *transcript.Transcript `json:"transcript,omitempty"`
}

// Recording is the sound of a take: a record of its own, which holds the key of the
// blob with the samples. It disappears on its date, and the key with it.
type Recording struct {
	ID       RecordingID `json:"id"`
	AnswerID AnswerID    `json:"answerId"`
	// RehearsalID is also the answer's; here it is for the day the answer can't be read.
	RehearsalID ID        `json:"rehearsalId"`
	CapturedAt  time.Time `json:"capturedAt"`
	ExpiresAt   time.Time `json:"expiresAt"`
	Kept        bool      `json:"kept"` // the person asked to keep it: no clock runs
	Rate        int       `json:"rate"` // samples per second, mono, 16 bit
	BlobID      string    `json:"blobId"`
	BlobKey     []byte    `json:"blobKey"`
}

// SampleRate is the one rate answers are recorded at, in Hz.
const SampleRate = 16000

// FrameSamples is how many samples are sealed and made durable at a time: half a second.
const FrameSamples = SampleRate / 2

// Words is the text the report can rest on: what was typed, or the key points.
func (a Answer) Words() string {
	if a.Mode == Typed {
		return a.Text
	}
	return a.KeyPoints
}

// Said is the words of the answer as they were said or typed, with their times in the
// answer's whole sound; ok is false while there is a recording that isn't written down.
// What was deleted before it was written down is missing.
func (a Answer) Said() (t transcript.Transcript, ok bool) {
	if a.Mode == Typed {
		return transcript.Of(a.Text), true
	}
	var parts []transcript.Transcript
	var offsets []int
	at := 0
	for _, take := range a.Takes {
		switch {
		case take.Transcript != nil:
			parts, offsets = append(parts, *take.Transcript), append(offsets, at)
		case take.RecordingID != "":
			return transcript.Transcript{}, false
		}
		at += take.Sound.RecordedMs
	}
	return transcript.Joined(parts, offsets), len(parts) > 0
}

// finish ends the answer. One that was typed but holds nothing except sound was spoken;
// what was typed before somebody began to speak becomes the key points.
func (a *Answer) finish(mode Mode, text string, at time.Time) {
	a.Mode, a.DoneAt = mode, at
	if mode == Typed {
		a.Text = text
	}
	if mode == Typed && (!isBlank(text) || a.recordedMs() == 0) {
		return
	}
	a.Mode = Spoken
	a.KeyPoints, a.Text = strings.TrimSpace(a.KeyPoints+"\n"+a.Text), ""
}

func (a *Answer) recordedMs() int {
	ms := 0
	for _, t := range a.Takes {
		ms += t.Sound.RecordedMs
	}
	return ms
}

// slot is the place of an answer in its rehearsal.
type slot struct{ question, probe, attempt int }

func (a Answer) slot() slot { return slot{a.Question, a.Probe, a.Attempt} }

// slot is the place of the answer to what is asked in that state.
func (s State) slot() slot { return slot{s.Question, s.Probe, s.Attempt} }
