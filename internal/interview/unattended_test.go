package interview

import "testing"

// The last page was closed in the middle of an answer.
func TestNobodyIsThereAnyMore(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1))
	r.Unattended()
	if r.mic.IsOpen() {
		t.Error("the microphone listens on")
	}
	st := r.standing(id)
	if st.State.Phase != Interrupted || len(r.answers(id)) != 1 {
		t.Errorf("it stands at %+v", st.State)
	}
	if st = r.ok(r.Resume(bg, id, Spoken)); st.State.Question != 0 || !st.Recording {
		t.Errorf("resumed at %+v", st)
	}
}
