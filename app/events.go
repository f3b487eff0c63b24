package app

import (
	"sync/atomic"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Event names: the only list. Payloads are the structs below; an event without one
// says only that something is to be read again.
const (
	EventAccountChanged    = "account:changed"    // AccountEvent
	EventCareerChanged     = "career:changed"     // ChangeEvent
	EventPostingChanged    = "posting:changed"    // ChangeEvent
	EventResumeChanged     = "resume:changed"     // ChangeEvent
	EventProfileChanged    = "profile:changed"    // ChangeEvent
	EventSettingsChanged   = "settings:changed"   // ChangeEvent
	EventRehearsalChanged  = "rehearsal:changed"  // ChangeEvent
	EventProvidersChanged  = "providers:changed"  // ChangeEvent
	EventRecordingsChanged = "recordings:changed" // ChangeEvent
	EventMicrophoneLevel   = "microphone:level"   // LevelEvent
	EventMicrophoneTrouble = "microphone:trouble" // Envelope
	EventTurnChanged       = "turn:changed"       // TurnEvent
	EventCaptionsChanged   = "captions:changed"   // CaptionsEvent
	EventClockDoubted      = "clock:doubted"      // ChangeEvent
	EventTaskProgress      = "task:progress"      // TaskEvent
	EventTaskDone          = "task:done"          // TaskEvent
	EventTaskFailed        = "task:failed"        // TaskEvent
	EventFileReady         = "file:ready"         // FileEvent; browser shell only
	EventResync            = "resync"             // events were missed: read everything again
)

// ChangeEvent says what changed; id is empty where there is only one.
type ChangeEvent struct {
	ID  string `json:"id"`
	Seq int64  `json:"seq"` // counts events of this run, so that a gap is noticed
}

// AccountEvent carries the new lock state.
type AccountEvent struct {
	State string `json:"state"`
	Seq   int64  `json:"seq"`
}

// LevelEvent is the loudness of the microphone, 0 to 1.
type LevelEvent struct {
	Level float64 `json:"level"`
}

// TurnEvent says where the answer being spoken stands, in a rehearsal where silence ends it.
// It comes when that changes, not as time passes.
type TurnEvent struct {
	ID   string `json:"id"`
	Turn int    `json:"turn"` // RoomView.Turn
	TurnView
}

// CaptionsEvent is what is understood of the answer being spoken.
type CaptionsEvent struct {
	ID string `json:"id"`
	CaptionsView
}

// TaskEvent is what became of long work.
type TaskEvent struct {
	TaskID string    `json:"taskId"`
	Kind   string    `json:"kind"`  // "readResume", "checkResume", "backup", "restore", "askProvider", "signIn", "findServers", "writeDown", "score", "hearVoice", "plan"
	Done   int       `json:"done"`  // steps done ...
	Total  int       `json:"total"` // ... of so many; 0 if nobody can know
	Error  *Envelope `json:"error"`
}

// FileEvent is a file waiting to be downloaded.
type FileEvent struct {
	URL  string `json:"url"`
	Name string `json:"name"`
}

// Emitter hands an event to the shell that is running.
type Emitter interface {
	Emit(name string, payload any)
}

// Events turns what services publish into events of the shell.
type Events struct {
	out Emitter
	seq atomic.Int64
}

// NewEvents makes the publisher of all services.
func NewEvents(out Emitter) *Events { return &Events{out: out} }

// AccountChanged is account.Publisher.
func (e *Events) AccountChanged(s account.State) {
	e.out.Emit(EventAccountChanged, AccountEvent{State: string(s), Seq: e.seq.Add(1)})
}

// CareerChanged is career.Publisher.
func (e *Events) CareerChanged() { e.changed(EventCareerChanged, "") }

// PostingChanged is posting.Publisher.
func (e *Events) PostingChanged(id posting.ID) { e.changed(EventPostingChanged, string(id)) }

// ResumeChanged is resume.Publisher.
func (e *Events) ResumeChanged(id resume.ID) { e.changed(EventResumeChanged, string(id)) }

// ProfileChanged is profile.Publisher.
func (e *Events) ProfileChanged() { e.changed(EventProfileChanged, "") }

// SettingsChanged is settings.Publisher.
func (e *Events) SettingsChanged() { e.changed(EventSettingsChanged, "") }

// RehearsalChanged is part of interview.Publisher.
func (e *Events) RehearsalChanged(id interview.ID) { e.changed(EventRehearsalChanged, string(id)) }

// ProvidersChanged is provider.Publisher.
func (e *Events) ProvidersChanged() { e.changed(EventProvidersChanged, "") }

// RecordingsChanged is part of interview.Publisher.
func (e *Events) RecordingsChanged() { e.changed(EventRecordingsChanged, "") }

// MicrophoneLevel is part of interview.Publisher.
func (e *Events) MicrophoneLevel(level float64) {
	e.out.Emit(EventMicrophoneLevel, LevelEvent{Level: level})
}

// MicrophoneTrouble is part of interview.Publisher.
func (e *Events) MicrophoneTrouble(err error) {
	e.out.Emit(EventMicrophoneTrouble, FormatError(err))
}

// TurnChanged is part of interview.Publisher.
func (e *Events) TurnChanged(id interview.ID, number int, o turn.Outlook) {
	e.out.Emit(EventTurnChanged, TurnEvent{string(id), number, turnView(o)})
}

// CaptionsChanged is part of interview.Publisher.
func (e *Events) CaptionsChanged(id interview.ID, c interview.Captions) {
	e.out.Emit(EventCaptionsChanged, CaptionsEvent{string(id), *captionsView(&c)})
}

// ClockDoubted is privacy.Publisher.
func (e *Events) ClockDoubted() { e.changed(EventClockDoubted, "") }

func (e *Events) changed(name, id string) {
	e.out.Emit(name, ChangeEvent{ID: id, Seq: e.seq.Add(1)})
}
