package endtoend

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/app"
	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/platform"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/pulse"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
	"github.com/jobjourney/jobjourney/internal/testkit/sphinx"
)

// What is asked, and what is answered. They have no long word in common, so a word of the
// interviewer in an answer was said by the interviewer.
var (
	asked = []string{
		"Tell me about a difficult decision.", "Please describe something you finished late.", "Which weakness would colleagues mention about you, and how do they notice it?",
	}
	answered = []string{
		"Last year our team moved the billing system. It took six months and saved a lot of money.",
		"I called every customer, and two people from the bank came to help us.",
	}
)

// TestWholeRehearsalWithRealSound is a rehearsal from the first question to the report, as
// a person has it: the questions come from three voices out of a loudspeaker which the
// microphone hears all the time, as it does without headphones.
func TestWholeRehearsalWithRealSound(t *testing.T) {
	r := newRoom(t)
	id := r.planned(asked...)

	r.choose(provider.Voice, r.own, "af_heart@"+sphinx.Model)
	r.must(r.Start(t.Context(), id, interview.Spoken))
	st := r.listened(id)
	before := r.air.all()
	spoken := []string{r.rig.SpeakFlite(answered[0])}

	r.choose(provider.Voice, provider.ID(provider.ElevenLabs), fakespeech.Calm)
	r.done(id, st)
	st = r.listened(id)
	spoken = append(spoken, r.rig.SpeakFlite(answered[1]))

	r.choose(provider.Voice, "", "") // nobody: the computer's own voice
	r.done(id, st)
	r.cutsShort(id)
	r.must(r.Skip(id, r.listened(id).State.Turn, ""))
	r.bleeds(asked[0], before)

	ok(t, r.WriteDown(t.Context(), id, quiet))
	ok(t, r.Score(t.Context(), id, quiet))
	r.checkReport(r.report(id))
	r.checkSound(r.report(id), spoken)
	r.checkTalk()
}

// room is a product in a room with a microphone that hears the loudspeaker.
type room struct {
	*product
	t       *testing.T
	rig     *pulse.Rig
	speaker *recorder // what the loudspeaker plays
	air     *recorder // what the microphone hears, whoever listens
	router  *fakeai.Server
	eleven  *fakespeech.ElevenLabs
	hearing *fakespeech.Local
	own     provider.ID // the server of one's own, which hears and speaks
}

func newRoom(t *testing.T) *room {
	t.Helper()
	r := &room{t: t, rig: pulse.Start(t), router: fakeai.Start(t, fakeai.Options{Reply: liar}), hearing: sphinx.Start(t)}
	r.rig.Pactl("load-module", "module-loopback", "source=spk.monitor", "sink=mic_wire", "latency_msec=20")
	r.speaker, r.air = record(t, "spk.monitor"), record(t, "mic")
	r.eleven = fakespeech.StartElevenLabs(t, fakespeech.Options{
		Voice: inAdvance(t), Delays: fakespeech.Delays{FirstAudio: 75 * time.Millisecond, RealTime: 3},
	})
	r.product = newProduct(t, wiring{router: r.router, eleven: r.eleven.URL})
	r.key(provider.ElevenLabs, fakespeech.Key)
	r.choose(provider.Coach, r.key(provider.OpenRouter, fakeai.Key), fakeai.Chat)
	r.own = r.server(r.hearing.URL, "")
	r.choose(provider.Scribe, r.own, sphinx.Model)
	return r
}

// inAdvance is a voice that has said all questions once: a provider's computer is not the
// one that is measured here.
func inAdvance(t *testing.T) func(text string) []int16 {
	t.Helper()
	said := map[string][]int16{}
	for _, q := range asked {
		samples, err := sphinx.Speak(t.Context(), "slt", q, fakespeech.VoiceRate)
		ok(t, err)
		said[q] = samples
	}
	return func(text string) []int16 { return said[text] }
}

// liar is a model that plays along, but for one criterion it makes its quotes up.
func liar(q fakeai.Request) fakeai.Reply {
	reply := fakeai.Script{Level: 4}.Reply(q)
	before, after, found := strings.Cut(reply.Text, `"criterion":"`+string(rubric.OwnAction)+`"`)
	if found {
		after = strings.Replace(after, `"quotes":["`, `"quotes":["I never said `, 1)
		reply.Text = before + `"criterion":"` + string(rubric.OwnAction) + `"` + after
	}
	return reply
}

// done ends the answer and tells how long it takes until the next question is heard.
func (r *room) done(id interview.ID, st interview.Standing) {
	r.t.Helper()
	from, pressed := len(r.speaker.all()), time.Now()
	st = r.must(r.Done(id, st.State.Turn, ""))
	r.speaker.until(r.t, "the next question is heard", func() bool { return len(r.speaker.loudSince(from)) > 0 })
	r.t.Logf("question %d is heard %d ms after \"done\"", st.State.Question+1, r.speaker.loudSince(from)[0].at.Sub(pressed).Milliseconds())
}

// bleeds proves that the rest of the test can fail: the microphone hears the question.
func (r *room) bleeds(question string, heardThen []int16) {
	r.t.Helper()
	heard, err := sphinx.Recognise(r.t.Context(), heardThen)
	ok(r.t, err)
	if got := common(question, sound.Text(heard)); len(got) < len(words(question))/2 {
		r.t.Fatalf("the microphone hears %q where %q is asked: the loudspeaker isn't fed into it", sound.Text(heard), question)
	}
	if loud := rms(heardThen) / rms(r.speaker.all()[:len(heardThen)]); loud < 0.5 {
		r.t.Fatalf("the microphone hears the loudspeaker at %.2f of its strength", loud)
	}
}

// cutsShort stops the interviewer in the middle, and counts what is heard after that.
func (r *room) cutsShort(id interview.ID) {
	r.t.Helper()
	r.speaker.onward(r.t, 300*time.Millisecond)
	from, asked := len(r.speaker.all()), time.Now()
	r.must(r.HushVoice(id))
	r.speaker.onward(r.t, 400*time.Millisecond)
	rest := r.speaker.loudSince(from)
	silent := time.Duration(0)
	if len(rest) > 0 {
		silent = rest[len(rest)-1].at.Sub(asked)
	}
	r.t.Logf("silence %d ms after stop; %d ms of sound came after it", silent.Milliseconds(), len(rest)*5)
	if len(rest)*5 > 200 { // 100 ms, and as much for an ear that is late on a busy computer
		r.t.Errorf("%d ms are heard after stop", len(rest)*5)
	}
}

func (r *room) checkReport(rep interview.Report) {
	r.t.Helper()
	if len(rep.Questions) != len(asked) || !rep.Questions[2].Skipped {
		r.t.Fatalf("%d questions, the last skipped: %v", len(rep.Questions), rep.Questions[len(rep.Questions)-1].Skipped)
	}
	for i, said := range answered {
		a := rep.Questions[i].Answers[0]
		if a.Said == nil || a.Answer.Score == nil || a.Answer.Score.Overall == nil || len(a.Answer.Advice) == 0 {
			r.t.Fatalf("answer %d was not written down, scored and advised on: %+v", i+1, a.Answer)
		}
		r.t.Logf("answer %d: %q, level %.1f over %d criteria", i+1, a.Said.Text, *a.Answer.Score.Overall, a.Answer.Score.Scored)
		if got, of := len(common(said, a.Said.Text)), len(words(said)); got*4 < of*3 {
			r.t.Errorf("%d of %d words of %q are in %q", got, of, said, a.Said.Text)
		}
		if theirs := common(strings.Join(asked, " "), a.Said.Text); len(theirs) > 0 {
			r.t.Errorf("the interviewer's words %q are in the answer %q", theirs, a.Said.Text)
		}
		shown := quotes(a)
		for _, q := range shown {
			if !strings.Contains(a.Said.Text, q) || q == "" {
				r.t.Errorf("%q is quoted, and %q was said", q, a.Said.Text)
			}
		}
		if len(shown) == 0 || a.Answer.Score.Scored == len(a.Answer.Score.Criteria) {
			r.t.Errorf("%d quotes; %d criteria are scored, although one was judged by words nobody said", len(shown), a.Answer.Score.Scored)
		}
	}
}

// checkSound plays the recordings as the page does.
func (r *room) checkSound(rep interview.Report, spoken []string) {
	r.t.Helper()
	gate := app.NewGate()
	gate.Open(r.t.Context())
	routes := app.NewMedia(gate, app.NewFiles(), r.records, r.career, platform.NewFonts()).Assets(http.NotFoundHandler())
	for i, path := range spoken {
		held := rep.Questions[i].Answers[0].Recordings[0]
		answer := httptest.NewRecorder()
		routes.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/local/recordings/"+string(held.ID)+".wav", nil))
		file, err := io.ReadAll(answer.Body)
		ok(r.t, err)
		heard, rate, err := sound.ReadWAV(file)
		ok(r.t, err)
		said := readWAV(r.t, path)
		if rate != interview.SampleRate || len(heard)*1000/rate != held.DurationMs || string(sound.Bytes(heard)) != string(r.sound(held.ID)) {
			r.t.Errorf("recording %d: %d samples at %d Hz, want %d ms", i+1, len(heard), rate, held.DurationMs)
		}
		share := energy(heard) / energy(said)
		first := rms(heard[:interview.SampleRate/10])
		r.t.Logf("recording %d: %.1f s for %.1f s of speech, %.0f %% of its energy; the first 100 ms have an RMS of %.0f of 32768", i+1,
			float64(len(heard))/float64(rate), float64(len(said))/heardRate, share*100, first)
		if len(heard) < len(said) || share < 0.9 || share > 1.1 {
			r.t.Errorf("recording %d has %.2f of the energy of what was said", i+1, share)
		}
	}
}

// checkTalk sees that everybody was really asked.
func (r *room) checkTalk() {
	r.t.Helper()
	const perAnswer = 3 // runs
	for who, calls := range map[string]int{
		"recogniser": len(r.hearing.Calls("/v1/audio/transcriptions")) / len(answered), "own voice": len(r.hearing.Calls("/v1/audio/speech")),
		"ElevenLabs' voice": len(r.eleven.Calls("/v1/text-to-speech/" + fakespeech.Calm + "/stream")),
		"model":             len(r.router.Calls("/chat/completions")) / (perAnswer * len(answered)),
	} {
		if calls == 0 {
			r.t.Errorf("the %s was never asked", who)
		}
	}
}
