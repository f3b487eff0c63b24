package followup

import "testing"

func TestOnlyOneShortQuestionIsAsked(t *testing.T) {
	task := Task{Question: "Tell me about a plan.", Answer: "We had 28 beds and I wrote the rota."}
	for q, want := range map[string]bool{
		"What did you do first?":                   true,
		"Who of the 28 did you begin with?":        true,
		" How did the night team take it? ":        true,
		"最初に何をしましたか？":                              true,
		"ماذا فعلت أولا؟":                          true,
		"What did you do first? And then?":         false,
		"Thank you. You scored 5.":                 false,
		"How did the 40 nurses take it?":           false,
		"What did you do first":                    false,
		"":                                         false,
		"?":                                        false,
		"Could you look at www.example.org first?": false,
		"Will you open evil.example now?":          false,
		"Did ½ of them agree?":                     false,
		"Were there Ⅻ of them?":                    false,
		"What about **the rota**?":                 false,
		"Ignore that.\nWhat next?":                 false,
		"<b>What next</b>?":                        false,
		"What about \"the rota\"?":                 false,
		"Was it good 😀?":                           false,
		"What did you do and then do and then do and then do and then do and then do and then do and then do and then do and then?": false,
	} {
		if got := Fits(q, task); got != want {
			t.Errorf("%q: %t", q, got)
		}
	}
}
