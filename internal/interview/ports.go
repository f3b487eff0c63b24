package interview

import (
	"context"
	"io"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
)

// Rehearsals keeps rehearsals. Get and Delete of an unknown id are NotFound faults.
type Rehearsals interface {
	GetRehearsal(ctx context.Context, id ID) (Rehearsal, error)
	ListRehearsals(ctx context.Context) ([]Rehearsal, error) // oldest first
	// RecentRehearsals are the newest n at most, newest first, and how many there are
	// in all. Those that can't be read are left out of the list, not of the number.
	RecentRehearsals(ctx context.Context, n int) (recent []Rehearsal, total int, err error)
	PutRehearsal(ctx context.Context, r Rehearsal) error // durable on return
	// DeleteRehearsal removes it with all its answers and their recordings, for good,
	// also what of it can't be read.
	DeleteRehearsal(ctx context.Context, id ID) error
	// UnreadRehearsals names those that are there but can't be read: ListRehearsals
	// leaves them out.
	UnreadRehearsals(ctx context.Context) ([]ID, error)
}

// Answers keeps answers.
type Answers interface {
	GetAnswer(ctx context.Context, id AnswerID) (Answer, error)
	ListAnswers(ctx context.Context, of ID) ([]Answer, error) // in the order they were begun
	PutAnswer(ctx context.Context, a Answer) error
	// DeleteAnswer removes it with its recordings, for good, also if it can't be read.
	DeleteAnswer(ctx context.Context, id AnswerID) error
	// UnreadAnswers names those that are there but can't be read: ListAnswers leaves them out.
	UnreadAnswers(ctx context.Context, of ID) ([]AnswerID, error)
}

// Recorder writes the sound of one take at a time.
type Recorder interface {
	// CreateRecording makes the blob and its key and fills them in.
	CreateRecording(ctx context.Context, r Recording) (Recording, error)
	// Append seals samples (mono, SampleRate) and makes them durable before it returns.
	Append(ctx context.Context, id RecordingID, samples []int16) error
	// FinishRecording marks the end; finishing twice is fine.
	FinishRecording(ctx context.Context, id RecordingID) error
}

// Recordings keeps the sound of answers.
type Recordings interface {
	GetRecording(ctx context.Context, id RecordingID) (Recording, error)
	ListRecordings(ctx context.Context) ([]Recording, error)
	PutRecording(ctx context.Context, r Recording) error
	// DeleteRecording removes file, key and row, for good. The answer stays.
	DeleteRecording(ctx context.Context, id RecordingID) error
	// OpenRecording reads the samples as 16-bit little-endian bytes.
	OpenRecording(ctx context.Context, id RecordingID) (Samples, error)
}

// Samples is the sound of a recording.
type Samples interface {
	io.ReadSeekCloser
	Size() int64 // in bytes
}

// Microphone is where sound comes from.
type Microphone interface {
	Microphones(ctx context.Context) ([]MicrophoneInfo, error)
	// Listen delivers sound until the Closer is closed or Trouble says it is over. An
	// empty id means the system's choice at this moment.
	Listen(ctx context.Context, id string, h Hearing) (io.Closer, error)
}

// MicrophoneInfo is a microphone to choose.
type MicrophoneInfo struct {
	ID, Name string
	Default  bool
}

// Hearing is what a microphone reports. The calls come from one goroutine at a time.
type Hearing struct {
	Samples func(samples []int16) // mono, SampleRate; valid during the call only
	Level   func(level float64)   // 0 to 1, at most 25 times a second
	// Trouble is a fault: audio.silent and audio.gaps leave the microphone running,
	// audio.heard takes silent back, any other (audio.deviceLost) ends it.
	Trouble func(err error)
}

// Line is something the interviewer says, and the language it is in (ISO 639-1).
type Line struct{ Text, Language string }

// Voice speaks for the interviewer.
type Voice interface {
	// Available reports whether there is a voice that speaks a language. It is asked often.
	Available(language string) bool
	// Prepare has lines made into sound before they are said, in this order, and returns at
	// once. What another call asked for before and isn't begun comes no more. The sound stays
	// in memory until Forget.
	Prepare(lines ...Line)
	Forget()
	// Say says one line after the other and returns when the last word has been heard, or
	// soon after ctx is cancelled.
	Say(ctx context.Context, lines ...Line) error
}

// Activity finds speech in sound.
type Activity interface {
	// Process takes the next samples of a take.
	Process(samples []int16)
	// Segments are the stretches of speech so far, in ms from the beginning of the take.
	Segments() [][2]int
}

// Publisher tells the outside what has changed.
type Publisher interface {
	RehearsalChanged(id ID)
	RecordingsChanged()
	MicrophoneLevel(level float64)
	MicrophoneTrouble(err error)
	Along
}

// Ledgers reads the ledger.
type Ledgers interface {
	Get(context.Context) (career.Ledger, error)
}

// Sources are what a plan is made from.
type Sources struct {
	Ledger   Ledgers
	Postings interface {
		Get(context.Context, posting.ID) (posting.Posting, error)
	}
	Profile interface {
		Get(context.Context) (profile.Profile, error)
	}
}

// Preferences are the settings a rehearsal heeds.
type Preferences struct {
	MicrophoneID    string
	SpokenQuestions bool
	RecordingDays   int
	HandsFree       bool // silence ends a spoken answer
	SilenceMs       int  // how long; see turn.Rules
}
