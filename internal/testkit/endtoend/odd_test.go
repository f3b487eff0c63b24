package endtoend

import (
	"context"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/elevenlabs"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sphinx"
)

// A key is copied with the line around it, or with a line break in its middle.
func TestAKeyWithALineBreak(t *testing.T) {
	r := newTrial(t)
	for _, tt := range []struct {
		kind       provider.Kind
		key, cause string
	}{
		{provider.OpenRouter, " " + fakeai.Key + "\r\n", ""}, {provider.OpenRouter, "sk-or\n-v1", "ai.badKey"},
		{provider.ElevenLabs, fakespeech.Key + "\n", ""}, {provider.ElevenLabs, "sk_\nfake", "elevenlabs.badKey"},
	} {
		before := len(r.router.Calls("")) + len(r.eleven.Calls(""))
		_, err := r.cast.SaveKey(t.Context(), tt.kind, tt.key)
		asked := len(r.router.Calls("")) + len(r.eleven.Calls("")) - before
		if f := fault.Of(err); tt.cause == "" && err != nil || tt.cause != "" && (err == nil || f.Key != tt.cause || asked > 0) {
			t.Errorf("%q: %v after %d requests", tt.key, err, asked)
		}
	}
	r.begin()
	r.answer()
	r.assess()
	r.madeGood() // the good keys are still there
}

// What happens to a key between the first answer and the second costs the second its score
// only.
func TestAKeyThatStopsWorkingMidWay(t *testing.T) {
	for cause, happens := range map[string]func(*fakeai.Server){
		"ai.invalidKey": func(s *fakeai.Server) { s.Disable(fakeai.Key) },
		"ai.noCredit":   func(s *fakeai.Server) { s.SetCredit(fakeai.Key, 0) },
	} {
		r := newTrial(t)
		r.beginWith(3)
		for range 2 {
			r.says(tone(600 * time.Millisecond))
			r.finish()
			r.listened(r.id)
		}
		r.answer()
		ok(t, r.WriteDown(t.Context(), r.id, quiet))
		before := 0
		err := r.Score(t.Context(), r.id, func(done, _ int) {
			if done == 1 {
				happens(r.router)
				before = len(r.router.Calls(chatPath))
			}
		})
		var scored []int
		for _, a := range r.answers(r.id) {
			if a.Score != nil {
				scored = append(scored, a.Score.Scored)
			}
		}
		const runs = 3 // of the second answer
		asked := len(r.router.Calls(chatPath)) - before
		if fault.Of(err).Key != cause || !slices.Equal(scored, []int{5, 0}) || asked != runs {
			t.Errorf("%v, scored %v, %d questions afterwards; want %s, the first alone, and nobody asked for the third", err, scored, asked, cause)
		}
		r.keptAll()
	}
}

func TestModelsThatAreOtherwise(t *testing.T) {
	for name, tt := range map[string]struct {
		model  string
		thinks bool
		fault  fakeai.Fault
	}{
		"without structured output": {fakeai.Plain, false, fakeai.Fault{}},
		"thinks aloud":              {fakeai.Thinker, true, fakeai.Thinking(strings.Repeat("The candidate speaks of a rota. ", 30))},
		"says nothing for a while":  {fakeai.Chat, false, fakeai.KeepAlive(400)},
	} {
		t.Run(name, func(t *testing.T) {
			r := newTrial(t)
			ok(t, r.cast.Choose(t.Context(), provider.Coach, provider.Choice{
				ProviderID: provider.ID(provider.OpenRouter), Model: tt.model, MustThink: tt.thinks,
			}))
			r.router.Fail(chatPath, serve.Every, tt.fault)
			r.begin()
			r.answer()
			r.assess()
			if len(r.causes()) > 0 {
				t.Errorf("told %v", r.causes())
			}
			r.madeGood()
		})
	}
}

// A model that thinks for 40 seconds before its first word is waited for.
func TestAModelThatThinksForFortySeconds(t *testing.T) {
	r := newTrial(t)
	const thinking = 40 * time.Second
	for run := 1; run <= 3; run++ {
		r.router.Fail(chatPath, run, fakeai.SlowFirstToken(thinking))
	}
	r.begin()
	r.answer()
	ok(t, r.WriteDown(t.Context(), r.id, quiet))
	waiting := r.clk.Waiting()
	done := make(chan error, 1)
	go func() { done <- r.Score(t.Context(), r.id, quiet) }()
	serve.Until(t, "three runs think, and each is waited for", func() bool { return r.clk.Waiting() >= waiting+6 })
	r.clk.Advance(thinking)
	ok(t, <-done)
	if len(r.causes()) > 0 {
		t.Errorf("told %v", r.causes())
	}
	r.madeGood()
}

// What is heard may be anything. It is kept as it was written down, and nothing is quoted
// that isn't there.
func TestWhatIsHeardIsOdd(t *testing.T) {
	noise := make([]int16, heardRate)
	for i := range noise {
		noise[i] = int16(rand.IntN(16000) - 8000)
	}
	for name, tt := range map[string]struct {
		pcm    []int16
		heard  string
		most   int // the highest level
		scored bool
	}{
		"another language": {tone(time.Second), "Im März hat unser Team den Dienstplan geändert, weil zwei Pflegekräfte fehlten. Ich habe alle gefragt und den Plan zwei Wochen lang erprobt.", 5, true},
		"another script":   {tone(time.Second), "三月に私たちのチームは勤務表を変更しました。", 2, true},
		"noise":            {noise, "Thank you for watching!", 2, true},
		"silence":          {make([]int16, 4*heardRate), "", 0, false},
		"one word":         {tone(time.Second), "Yes.", 2, true},
		"only a filler":    {tone(time.Second), "um", 2, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := newTrial(t)
			r.begin()
			r.says(tt.pcm)
			r.finish()
			if r.heard = tt.heard; r.heard == "" {
				r.eleven.Fail(scribePath, serve.Every, fakespeech.Answer(http.StatusOK, map[string]any{"language_code": "en", "language_probability": 0.2, "text": "", "words": []any{}}))
			}
			r.assess()
			r.keptAll()
			a := r.report(r.id).Questions[0].Answers[0]
			if s := a.Answer.Score; !tt.scored {
				if s != nil || a.Said != nil || a.Unwritten || a.Unscored || len(r.router.Calls(chatPath)) > 0 {
					t.Errorf("nothing was said, and there is %+v, scored as %+v, %v", a.Said, s, r.errs)
				}
				return
			}
			if a.Said == nil || a.Said.Text != tt.heard {
				t.Fatalf("written down was %+v, %v", a.Said, r.errs)
			}
			for _, c := range a.Answer.Score.Criteria {
				if c.Level > tt.most {
					t.Errorf("%s is at level %d", c.ID, c.Level)
				}
			}
			for _, q := range quotes(a) {
				if !strings.Contains(tt.heard, q) {
					t.Errorf("%q is quoted", q)
				}
			}
		})
	}
}

// Two people talk at once: whatever a recogniser makes of that, every quote is in it.
func TestTwoVoicesAtOnce(t *testing.T) {
	r := newTrial(t)
	hearing := sphinx.Start(t)
	r.choose(provider.Scribe, r.server(hearing.URL, ""), sphinx.Model)
	one, err := sphinx.Speak(t.Context(), "rms", "We moved the billing system in six months and saved money.", heardRate)
	ok(t, err)
	other, err := sphinx.Speak(t.Context(), "slt", "Please close the window, it is cold in here today.", heardRate)
	ok(t, err)
	for i := range min(len(one), len(other)) {
		one[i] = one[i]/2 + other[i]/2
	}
	r.begin()
	r.says(one)
	r.finish()
	r.assess()
	r.keptAll()
	a := r.report(r.id).Questions[0].Answers[0]
	t.Logf("heard: %q", a.Said.Text)
	if a.Said.Text == "" || a.Answer.Score == nil {
		t.Fatalf("%+v, %v", a.Answer, r.errs)
	}
	for _, q := range quotes(a) {
		if !strings.Contains(a.Said.Text, q) {
			t.Errorf("%q is quoted", q)
		}
	}
}

// The laptop is shut in the middle of an answer, or its clock is set: an answer is as long
// as its sound.
func TestTheClockJumpsMidAnswer(t *testing.T) {
	for name, jump := range map[string]time.Duration{"asleep for a night": 8 * time.Hour, "set back": -3 * time.Hour, "a wrong year": 400 * 24 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			r := newTrial(t)
			r.begin()
			r.says(tone(time.Second))
			r.clk.Set(r.clk.Now().Add(jump))
			r.says(tone(time.Second))
			if st := r.must(r.Standing(t.Context(), r.id)); st.Elapsed != 2*time.Second || !st.Recording {
				t.Errorf("%v of sound, recording %v", st.Elapsed, st.Recording)
			}
			r.finish()
			r.assess()
			if len(r.causes()) > 0 {
				t.Errorf("told %v", r.causes())
			}
			r.keptAll()
			rep := r.report(r.id)
			moves := rep.Summary.Rehearsal.Moves
			if !slices.IsSortedFunc(moves, func(a, b interview.Move) int { return a.At.Compare(b.At) }) || rep.Questions[0].Answers[0].Sound.RecordedMs != 2000 {
				t.Errorf("moves %+v, %d ms", moves, rep.Questions[0].Answers[0].Sound.RecordedMs)
			}
			r.madeGood()
		})
	}
}

// The laptop is shut while a model answers.
func TestTheClockJumpsWhileAModelAnswers(t *testing.T) {
	for name, f := range map[string]fakeai.Fault{"before a word": fakeai.NeverAnswers(), "in the middle": fakeai.Stalled(4)} {
		t.Run(name, func(t *testing.T) {
			r := newTrial(t)
			r.choose(provider.Voice, r.ownID, "af_heart@whisper") // nothing of it is deleted in the meantime
			r.router.Fail(chatPath, serve.Every, f)
			r.begin()
			r.answer()
			ok(t, r.WriteDown(t.Context(), r.id, quiet))
			waiting := r.clk.Waiting()
			done := make(chan error, 1)
			go func() { done <- r.Score(t.Context(), r.id, quiet) }()
			serve.Until(t, "it is waited for", func() bool { return r.hanging() == 3 && r.clk.Waiting() >= waiting+3 })
			for stop := false; !stop; { // each sign of life is waited for anew
				r.clk.Advance(8 * time.Hour)
				select {
				case err := <-done:
					r.errs, stop = append(r.errs, err), true
				case <-time.After(10 * time.Millisecond):
				}
			}
			r.wants("ai.stalled")
			r.madeGood()
		})
	}
}

// hanging is how many requests to the model have no end yet; those that it refused have.
func (r *trial) hanging() int {
	n := 0
	for _, c := range r.router.Calls(chatPath) {
		if !c.Ended && !c.Abandoned {
			n++
		}
	}
	return n
}

func TestTheMicrophoneIsPulledOut(t *testing.T) {
	r := newTrial(t)
	r.begin()
	r.says(tone(1300 * time.Millisecond))
	r.mic.Lose()
	r.until(r.id, "it pauses", func(st interview.Standing) bool { return st.State.Phase == interview.Paused })
	r.wants("audio.deviceLost")
	r.must(r.Resume(r.t.Context(), r.id, interview.Spoken))
	r.listened(r.id)
	r.answer()
	r.keptAll()
	r.madeGood()
	if a := r.answers(r.id)[0]; len(a.Takes) != 2 {
		t.Errorf("takes %+v", a.Takes)
	}
}

// A voice over a socket, which the service closes with code 1008.
func TestASocketClosedBy1008(t *testing.T) {
	for name, f := range map[string]struct {
		fault fakespeech.Fault
		cause string
	}{
		"quota":       {fakespeech.SocketError(2, "quota_exceeded", "This request exceeds your quota."), "elevenlabs.quotaExceeded"},
		"its mistake": {fakespeech.SocketError(2, "internal_error", "Something went wrong."), "elevenlabs.outOfOrder"},
		"idle":        {fakespeech.SocketError(0, "input_timeout_exceeded", "Have not received a new text input within the timeout of 20 seconds."), "elevenlabs.sessionEnded"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newTrial(t)
			r.eleven.Fail("/v1/text-to-speech/"+fakespeech.Calm+"/stream-input", serve.Every, f.fault)
			r.voice.words = func(context.Context) (interview.Narrator, error) { return talker{r.eleven.URL}, nil }
			r.begin()
			r.wantsTold(f.cause)
			r.answer()
			r.keptAll()
			r.madeGood()
		})
	}
}

// talker speaks over ElevenLabs' socket. The app speaks over HTTP so far; this is for the
// day when it says sentences that aren't finished.
type talker struct{ url string }

func (n talker) Speak(ctx context.Context, line interview.Line, write func([]int16, int) error) error {
	c, err := elevenlabs.New(elevenlabs.Options{BaseURL: n.url, Key: fakespeech.Key})
	if err != nil {
		return err
	}
	talk, err := c.OpenTalk(ctx, elevenlabs.Way{Voice: fakespeech.Calm, Language: line.Language}, func(s []int16) error { return write(s, fakespeech.VoiceRate) })
	if err != nil {
		return err
	}
	if err := talk.Say(ctx, line.Text); err != nil {
		return err
	}
	_, err = talk.Finish(ctx)
	return err
}
