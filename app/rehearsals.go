package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/interview"
)

// Rehearsals is the interview: set-up, room, report and history.
type Rehearsals struct {
	gate  *Gate
	svc   *interview.Service
	tasks *Tasks
	files *Files
	shell Shell
}

// Kinds of tasks.
const (
	taskWriteDown = "writeDown"
	taskScore     = "score"
	taskHearVoice = "hearVoice"
	taskPlan      = "plan"
)

// NewRehearsals binds the service.
func NewRehearsals(g *Gate, svc *interview.Service, t *Tasks, f *Files, sh Shell) *Rehearsals {
	return &Rehearsals{g, svc, t, f, sh}
}

// Setup is what there is to choose from.
func (r *Rehearsals) Setup() (interview.Choices, error) {
	return call(r.gate, r.svc.Choices, same[interview.Choices])
}

// Microphones lists the microphones of this computer.
func (r *Rehearsals) Microphones() ([]MicrophoneView, error) {
	return call(r.gate, r.svc.Microphones, func(all []interview.MicrophoneInfo) []MicrophoneView {
		return views(all, func(m interview.MicrophoneInfo) MicrophoneView { return MicrophoneView(m) })
	})
}

// StartMicrophoneCheck sends levels until StopMicrophoneCheck; nothing is recorded.
func (r *Rehearsals) StartMicrophoneCheck(id string) error {
	return act(r.gate, func(ctx context.Context) error { return r.svc.StartCheck(ctx, id) })
}

// StopMicrophoneCheck closes the microphone.
func (r *Rehearsals) StopMicrophoneCheck() error {
	return act(r.gate, func(context.Context) error { return r.svc.StopCheck() })
}

// Plan freezes a rehearsal; it begins with Start.
func (r *Rehearsals) Plan(wish interview.Wish) (RoomView, error) {
	return r.room(func(ctx context.Context) (interview.Standing, error) { return r.svc.Plan(ctx, wish) })
}

// StartPlan is Plan for a language that a provider puts the questions into; Planned gives the
// rehearsal.
func (r *Rehearsals) StartPlan(wish interview.Wish) (string, error) {
	return r.tasks.Start(taskPlan, func(ctx context.Context, p Progress) (any, error) { return r.svc.PlanInSteps(ctx, wish, p) })
}

// Planned is the rehearsal that StartPlan froze.
func (r *Rehearsals) Planned(taskID string) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return result[interview.Standing](r.tasks, taskID) })
}

// Room is where a rehearsal stands.
func (r *Rehearsals) Room(id string) (RoomView, error) {
	return r.room(func(ctx context.Context) (interview.Standing, error) { return r.svc.Standing(ctx, interview.ID(id)) })
}

// Start puts the first question. Mode is "typed" or "spoken".
func (r *Rehearsals) Start(id, mode string) (RoomView, error) {
	return r.room(func(ctx context.Context) (interview.Standing, error) {
		return r.svc.Start(ctx, interview.ID(id), interview.Mode(mode))
	})
}

// Resume goes on after a pause or an interruption.
func (r *Rehearsals) Resume(id, mode string) (RoomView, error) {
	return r.room(func(ctx context.Context) (interview.Standing, error) {
		return r.svc.Resume(ctx, interview.ID(id), interview.Mode(mode))
	})
}

// Done ends the answer of that turn; text is what was typed. In another turn it does
// nothing, and neither do SaveDraft, Skip and Unskip.
func (r *Rehearsals) Done(id string, turn int, text string) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.Done(interview.ID(id), turn, text) })
}

// SaveDraft keeps what is typed so far.
func (r *Rehearsals) SaveDraft(id string, turn int, text string) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.SaveDraft(interview.ID(id), turn, text) })
}

// PressOn waits no longer for what helpers work out after an answer.
func (r *Rehearsals) PressOn(id string, turn int) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.PressOn(interview.ID(id), turn) })
}

// Skip passes the question; Unskip takes that back.
func (r *Rehearsals) Skip(id string, turn int, draft string) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.Skip(interview.ID(id), turn, draft) })
}

// Unskip goes back to the question passed last.
func (r *Rehearsals) Unskip(id string, turn int) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.Unskip(interview.ID(id), turn) })
}

// Next leaves the feedback on a question for the next one. In another turn it does nothing,
// and neither does TryAgain.
func (r *Rehearsals) Next(id string, turn int) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.Next(interview.ID(id), turn) })
}

// TryAgain begins a further attempt at the question that is looked at.
func (r *Rehearsals) TryAgain(id string, turn int) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.TryAgain(interview.ID(id), turn) })
}

// Retry begins a further attempt at one question of a rehearsal that is over; it leads back
// to the report.
func (r *Rehearsals) Retry(id string, question int, mode string) (RoomView, error) {
	return r.room(func(ctx context.Context) (interview.Standing, error) {
		return r.svc.Retry(ctx, interview.ID(id), question, interview.Mode(mode))
	})
}

// Pause takes a break; a draft of another turn isn't taken.
func (r *Rehearsals) Pause(id string, turn int, draft string) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.Pause(interview.ID(id), turn, draft) })
}

// SwitchMode changes between "typed" and "spoken" in the middle of an answer.
func (r *Rehearsals) SwitchMode(id, mode string) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.SwitchMode(interview.ID(id), interview.Mode(mode)) })
}

// HearAgain speaks the question once more.
func (r *Rehearsals) HearAgain(id string) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.HearAgain(interview.ID(id)) })
}

// HushVoice cuts the interviewer short.
func (r *Rehearsals) HushVoice(id string) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.HushVoice(interview.ID(id)) })
}

// SetHandsFree says whether silence ends a spoken answer of the rehearsal that is going on.
func (r *Rehearsals) SetHandsFree(id string, on bool) (RoomView, error) {
	return r.room(func(ctx context.Context) (interview.Standing, error) {
		return r.svc.SetHandsFree(ctx, interview.ID(id), on)
	})
}

// NotYet keeps the answer of that turn from ending before somebody has spoken again.
func (r *Rehearsals) NotYet(id string, turn int) (RoomView, error) {
	return r.step(func() (interview.Standing, error) { return r.svc.NotYet(interview.ID(id), turn) })
}

// End ends early, with what there is; a draft of another turn isn't taken.
func (r *Rehearsals) End(id string, turn int, draft string) (RoomView, error) {
	return r.room(func(ctx context.Context) (interview.Standing, error) {
		return r.svc.End(ctx, interview.ID(id), turn, draft)
	})
}

// List is the newest n of the history, newest first, and how many there are in all.
func (r *Rehearsals) List(n int) (HistoryView, error) {
	return call(r.gate, func(ctx context.Context) (interview.History, error) {
		return r.svc.History(ctx, n)
	}, func(h interview.History) HistoryView {
		return HistoryView{Items: views(h.Recent, rehearsalView), Total: h.Total}
	})
}

// Unread names the rehearsals that List leaves out because they can't be read; Delete
// removes them.
func (r *Rehearsals) Unread() ([]interview.ID, error) {
	return call(r.gate, r.svc.Unread, same[[]interview.ID])
}

// Report is what a finished rehearsal tells.
func (r *Rehearsals) Report(id string) (ReportView, error) {
	return call(r.gate, func(ctx context.Context) (interview.Report, error) {
		return r.svc.Report(ctx, interview.ID(id))
	}, reportView)
}

// SaveReport writes the report of a rehearsal, which the page has made as a PDF under this
// name and uploaded, where the person wants it; false if they changed their mind.
func (r *Rehearsals) SaveReport(id, token, name string) (bool, error) {
	data, err := r.files.take(token)
	if err != nil {
		return false, err
	}
	return call(r.gate, func(ctx context.Context) (bool, error) {
		return r.svc.SaveReport(ctx, interview.ID(id), name, data, r.shell.SaveFile)
	}, same[bool])
}

// Compare sets two attempts at a question beside one another.
func (r *Rehearsals) Compare(id string, question, first, second int) (interview.Comparison, error) {
	return call(r.gate, func(ctx context.Context) (interview.Comparison, error) {
		return r.svc.Compare(ctx, interview.ID(id), question, first, second)
	}, same[interview.Comparison])
}

// ChooseAttempt says which attempt at a question counts.
func (r *Rehearsals) ChooseAttempt(id string, question, attempt int) error {
	return act(r.gate, func(ctx context.Context) error {
		return r.svc.ChooseAttempt(ctx, interview.ID(id), question, attempt)
	})
}

// StartHearVoice lets the interviewer's voice say a sentence.
func (r *Rehearsals) StartHearVoice() (string, error) {
	return r.tasks.Start(taskHearVoice, func(ctx context.Context, _ Progress) (any, error) { return true, r.svc.HearVoice(ctx) })
}

// StartWriteDown has what was said in a rehearsal written down, answer by answer; question
// is one of the plan, which can be had while the rehearsal goes on, or -1 for all.
func (r *Rehearsals) StartWriteDown(id string, question int) (string, error) {
	return r.tasks.Start(taskWriteDown, func(ctx context.Context, p Progress) (any, error) {
		return true, r.svc.WriteDownQuestion(ctx, interview.ID(id), question, p)
	})
}

// StartScore has the answers scored that aren't yet, to one question or, with -1, to all.
func (r *Rehearsals) StartScore(id string, question int) (string, error) {
	return r.tasks.Start(taskScore, func(ctx context.Context, p Progress) (any, error) {
		return true, r.svc.ScoreQuestion(ctx, interview.ID(id), question, p)
	})
}

// SaveSelfRating keeps the person's own level, 1 to 5, for one criterion; 0 is "can't say".
func (r *Rehearsals) SaveSelfRating(answerID, criterion string, level int) error {
	return act(r.gate, func(ctx context.Context) error {
		return r.svc.SaveSelfRating(ctx, interview.AnswerID(answerID), criterion, level)
	})
}

// SaveKeyPoints keeps what the person typed beside a recording.
func (r *Rehearsals) SaveKeyPoints(answerID, text string) error {
	return act(r.gate, func(ctx context.Context) error {
		return r.svc.SaveKeyPoints(ctx, interview.AnswerID(answerID), text)
	})
}

// DeleteAnswer removes an answer and its recordings, for good.
func (r *Rehearsals) DeleteAnswer(id string) error {
	return act(r.gate, func(ctx context.Context) error { return r.svc.DeleteAnswer(ctx, interview.AnswerID(id)) })
}

// Delete removes a rehearsal with everything in it, for good.
func (r *Rehearsals) Delete(id string) error {
	return act(r.gate, func(ctx context.Context) error { return r.svc.Delete(ctx, interview.ID(id)) })
}

func (r *Rehearsals) room(do func(context.Context) (interview.Standing, error)) (RoomView, error) {
	return call(r.gate, do, roomView)
}

func (r *Rehearsals) step(do func() (interview.Standing, error)) (RoomView, error) {
	return r.room(func(context.Context) (interview.Standing, error) { return do() })
}

// unattended stops what only somebody in front of a page should let run.
func (r *Rehearsals) unattended() { r.svc.Unattended() }
