package interview

import (
	"slices"
	"testing"
)

// finished is a rehearsal with its three answers.
func (r *rig) finished() ID {
	r.t.Helper()
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	for range 3 {
		r.ok(r.Done(id, whole))
	}
	return id
}

func TestHistoryListsTheNewestOnly(t *testing.T) {
	r := newRig(t)
	r.finished()
	second, third := r.finished(), r.finished()
	h, err := r.History(bg, 2)
	if err != nil || h.Total != 3 || len(h.Recent) != 2 || h.Recent[0].Rehearsal.ID != third || h.Recent[1].Rehearsal.ID != second {
		t.Errorf("the history is %+v, %v, want the newest two of three", h, err)
	}
	if h, err = r.History(bg, 10); err != nil || len(h.Recent) != 3 {
		t.Errorf("asked for more than there are: %+v, %v", h, err)
	}
}

// One rehearsal that can't be read must not hide the others.
func TestUnreadableRehearsalsHideNoOthers(t *testing.T) {
	r := newRig(t)
	good, damaged, senseless := r.finished(), r.finished(), r.finished()
	r.store.damaged["h"+string(damaged)] = true
	re := r.standing(senseless).Rehearsal
	re.Moves = append(re.Moves, Move{Kind: "laterVersion"})
	ok(t, r.store.PutRehearsal(bg, re))
	all, err := r.History(bg, 10)
	if err != nil || len(all.Recent) != 1 || all.Recent[0].Rehearsal.ID != good {
		t.Errorf("the history is %+v, %v, want the one that can be read", all, err)
	}
	unread, err := r.Unread(bg)
	if err != nil || !slices.Equal(unread, []ID{damaged, senseless}) {
		t.Errorf("unread: %v, %v, want both others", unread, err)
	}
	for _, id := range unread {
		ok(t, r.Delete(bg, id))
	}
	if unread, err = r.Unread(bg); err != nil || len(unread) != 0 {
		t.Errorf("after deleting them: %v, %v", unread, err)
	}
}

func TestReportOfAnAnswerThatCanNotBeRead(t *testing.T) {
	r := newRig(t)
	id := r.finished()
	bad := r.answers(id)[1].ID
	r.store.damaged["a"+string(bad)] = true
	rep, err := r.Report(bg, id)
	ok(t, err)
	if len(rep.Questions) != 3 || len(rep.Questions[1].Answers) != 0 || len(rep.Questions[2].Answers) != 1 || !slices.Equal(rep.Unread, []AnswerID{bad}) {
		t.Errorf("the report is %+v", rep)
	}
	ok(t, r.DeleteAnswer(bg, bad))
	if rep, err = r.Report(bg, id); err != nil || len(rep.Unread) != 0 {
		t.Errorf("after deleting it: %+v, %v", rep.Unread, err)
	}
}

// The sound of an answer that can't be read goes on its date, or when somebody says so.
func TestRecordingOfAnUnreadableAnswerCanBeDeleted(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.mic.Speak(seconds(2))
	r.ok(r.End(bg, id, ""))
	all, err := r.Recordings(bg)
	ok(t, err)
	if len(all) != 1 || all[0].RehearsalID != id {
		t.Fatalf("recordings %+v", all)
	}
	r.store.damaged["a"+string(all[0].AnswerID)] = true
	if held, err := r.HeldRecordings(bg); err != nil || len(held) != 1 {
		t.Errorf("the list is %+v, %v", held, err)
	}
	ok(t, r.DeleteRecording(bg, all[0].ID))
	if all, err = r.Recordings(bg); err != nil || len(all) != 0 {
		t.Errorf("left: %+v, %v", all, err)
	}
}

// A recording that gets another date keeps the days it was given.
func TestRecordingDatedAnew(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.mic.Speak(seconds(2))
	r.ok(r.End(bg, id, ""))
	all, err := r.Recordings(bg)
	ok(t, err)
	at := r.clk.Now().AddDate(-14, 0, 0)
	given := all[0].ExpiresAt.Sub(all[0].CapturedAt)
	ok(t, r.RedateRecording(bg, all[0].ID, at))
	if all, err = r.Recordings(bg); err != nil || !all[0].CapturedAt.Equal(at) || all[0].ExpiresAt.Sub(at) != given || given <= 0 {
		t.Errorf("it is dated %+v, %v", all[0], err)
	}
}
