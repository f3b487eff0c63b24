package example

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
)

// The example's answers must fit the questions they are shown under.
func TestEveryAnswerHasItsQuestion(t *testing.T) {
	var said []answered
	if err := read("data/answers.json", &said); err != nil {
		t.Fatal(err)
	}
	plan := interview.Plan{Language: "en", Questions: make([]interview.PlannedQuestion, len(said))}
	if err := ask(&plan, said); err != nil {
		t.Fatal(err)
	}
	b, err := bank.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range said {
		if q, _ := b.Question(a.Question); plan.Questions[i].Text != q.Text || plan.Questions[i].Competency == "" {
			t.Errorf("question %d is %+v", i, plan.Questions[i])
		}
		if a.Text == "" && a.KeyPoints == "" || (a.Sound != "") == (a.Text != "") {
			t.Errorf("answer %d is neither typed nor spoken: %+v", i, a)
		}
	}
}

func TestTheSoundIsWhatTheReportSays(t *testing.T) {
	samples, err := readSound("answer.wav")
	if err != nil {
		t.Fatal(err)
	}
	if seconds := len(samples) / interview.SampleRate; seconds < 10 || seconds > 60 {
		t.Errorf("the recording lasts %d s", seconds)
	}
}
