package interview

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/star"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
	"github.com/jobjourney/jobjourney/internal/testkit/german"
)

// Hears is Cast: a scribe may say what it knows.
func (c *cast) Hears(context.Context) ([]string, bool) {
	if s, tells := c.scribe.(polyglot); tells {
		return s, true
	}
	return nil, c.scribe != nil
}

// polyglot is a scribe that knows these languages.
type polyglot []string

func (p polyglot) WriteDown(context.Context, []int16, string) (transcript.Transcript, error) {
	return transcript.Of(""), nil
}

// interpreter puts lines into German, or spoils what comes after some.
type interpreter struct {
	mentor
	asked []translation.Task
	spoil func(texts map[string]string)
	stop  context.CancelFunc // called with the first task
}

func (m *mentor) Translate(context.Context, translation.Task) (translation.Translation, error) {
	return translation.Translation{}, errors.New("nobody asked for a translation")
}

func (i *interpreter) Translate(ctx context.Context, t translation.Task) (translation.Translation, error) {
	i.asked = append(i.asked, t)
	if i.stop != nil {
		i.stop()
	}
	if i.err != nil || ctx.Err() != nil {
		return translation.Translation{}, errors.Join(i.err, ctx.Err())
	}
	var lines []german.Line
	for _, l := range t.Lines {
		lines = append(lines, german.Line{ID: l.ID, Kind: string(l.Kind), Text: l.Text})
	}
	out := translation.Translation{Texts: german.Texts(t.Interviewer, lines), Source: translation.Source{Model: "m", Provider: "p", PromptVersion: "translate.v1"}}
	if i.spoil != nil {
		i.spoil(out.Texts)
	}
	return out, nil
}

func TestAPlanInGerman(t *testing.T) {
	r := newRig(t)
	i := &interpreter{}
	r.cast.coach = i
	r.from.posting.ID, r.from.posting.Title, r.from.posting.Text = "p1", "Secret Nurse", nursingAd
	r.from.profile.Goals = "a secret goal"
	var steps []int
	st, err := r.PlanInSteps(bg, Wish{PersonaID: "imogen", Length: 9, Language: "de", PostingID: "p1"}, func(done, total int) { steps = append(steps, done, total) })
	ok(t, err)
	plan := st.Rehearsal.Plan
	if plan.Language != "de" || plan.TranslatedBy == nil || plan.TranslatedBy.Model != "m" || plan.TranslatedBy.PromptVersion != "translate.v1" || plan.For != "Secret Nurse" {
		t.Errorf("%+v", plan)
	}
	if len(i.asked) < 3 || steps[0] != 0 || steps[len(steps)-1] != steps[len(steps)-2] || !slices.IsSorted(everyOther(steps)) {
		t.Errorf("%d calls, steps %v", len(i.asked), steps)
	}
	english := checkTasks(t, i.asked)
	for _, q := range plan.Questions {
		if original, ok := loadBank(t).Question(bank.QuestionID(q.QuestionID)); !ok || original.Text == q.Text {
			t.Errorf("%s: %q", q.QuestionID, q.Text)
		}
		for _, text := range append([]string{q.Text, q.Tests, q.Competency, q.Lead, q.Probes["result"], plan.Closing}, q.ProbeLeads...) {
			if text == "" || english[text] {
				t.Errorf("%q isn't German", text)
			}
		}
	}
	kept, err := r.store.GetRehearsal(bg, st.Rehearsal.ID)
	ok(t, err)
	if kept.Plan.Questions[0].Text != plan.Questions[0].Text {
		t.Error("another plan is kept than was shown")
	}
}

func everyOther(list []int) (out []int) {
	for i := 0; i < len(list); i += 2 {
		out = append(out, list[i])
	}
	return out
}

// checkTasks wants nothing in them but the bank's words, and nothing twice; it gives those.
func checkTasks(t *testing.T, asked []translation.Task) map[string]bool {
	t.Helper()
	english, own := map[string]bool{}, asJSON(t, loadBank(t).Questions(bank.Filter{}))+asJSON(t, loadBank(t).Personas())+asJSON(t, loadBank(t).Competencies())
	seen := map[wording]bool{}
	for _, task := range asked {
		if task.From != "en" || task.To != "de" || !strings.Contains(task.Interviewer, "Imogen") || len(task.Lines) > linesAtOnce {
			t.Errorf("%+v", task)
		}
		for _, l := range task.Lines {
			if w := (wording{l.Kind, l.Text}); seen[w] || !strings.Contains(own, strings.Trim(asJSON(t, l.Text), `"`)) {
				t.Errorf("%+v goes out: twice %v", l, seen[w])
			}
			seen[wording{l.Kind, l.Text}], english[l.Text] = true, true
		}
		if strings.Contains(asJSON(t, task), "ecret") {
			t.Error("words of the person go out")
		}
	}
	return english
}

func TestNoPlanWithoutAWholeTranslation(t *testing.T) {
	for name, tt := range map[string]struct {
		coach Coach
		want  string
	}{
		"nobody":     {nil, "interview.noTranslator"},
		"no answer":  {&interpreter{mentor: mentor{err: fault.New(fault.Offline, "ai.unreachable")}}, "ai.unreachable"},
		"no limit":   {&interpreter{mentor: mentor{err: fault.New(fault.Denied, "provider.limitReached")}}, "provider.limitReached"},
		"one lacks":  {&interpreter{spoil: func(x map[string]string) { delete(x, "3") }}, "ai.badReply"},
		"one is new": {&interpreter{spoil: func(x map[string]string) { x["x"] = "Danke." }}, "ai.badReply"},
		"a mark":     {&interpreter{spoil: func(x map[string]string) { x["1"] = "Danke <b>." }}, "ai.badReply"},
	} {
		r := newRig(t)
		r.cast.coach = tt.coach
		_, err := r.PlanInSteps(bg, Wish{PersonaID: "tobias", Length: 3, Language: "de"}, func(int, int) {})
		if err == nil || fault.Of(err).Key != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
		if all, _ := r.store.ListRehearsals(bg); len(all) != 0 {
			t.Errorf("%s: %d plans are kept", name, len(all))
		}
	}
}

func TestATranslationIsCalledOff(t *testing.T) {
	r := newRig(t)
	ctx, stop := context.WithCancel(bg)
	i := &interpreter{stop: stop}
	r.cast.coach = i
	if _, err := r.PlanInSteps(ctx, Wish{PersonaID: "tobias", Length: 9, Language: "de"}, func(int, int) {}); !errors.Is(err, context.Canceled) || len(i.asked) != 1 {
		t.Errorf("%v after %d calls", err, len(i.asked))
	}
	if all, _ := r.store.ListRehearsals(bg); len(all) != 0 {
		t.Error("a plan is kept")
	}
}

func TestEnglishAsksNobody(t *testing.T) {
	r := newRig(t)
	i := &interpreter{}
	r.cast.coach = i
	for _, language := range []string{"", "en"} {
		st := r.ok(r.Plan(bg, Wish{PersonaID: "tobias", Length: 3, Language: language}))
		if len(i.asked) != 0 || st.Rehearsal.Plan.Language != "en" || st.Rehearsal.Plan.TranslatedBy != nil {
			t.Errorf("%q: %+v", language, st.Rehearsal.Plan)
		}
	}
	_, err := r.Plan(bg, Wish{PersonaID: "tobias", Length: 3, Language: "tlh"})
	wants(t, err, "interview.badLanguage")
}

func TestLanguagesToChoose(t *testing.T) {
	r := talking(t)
	c, err := r.Choices(bg)
	ok(t, err)
	if len(c.Languages) != 10 || c.Languages[0] != (LanguageChoice{"en", "English", true, true, true, true}) || c.HasTranslator {
		t.Errorf("%+v", c)
	}
	for _, l := range c.Languages[1:] {
		if l.BuiltIn || l.Checklist || !l.Heard || l.Name == "" {
			t.Errorf("%+v", l)
		}
	}
	r.cast.coach, r.cast.scribe = &interpreter{}, polyglot{"en", "de"}
	if c, err = r.Choices(bg); err != nil || !c.HasTranslator {
		t.Errorf("%+v, %v", c, err)
	}
	for _, l := range c.Languages {
		if l.Heard != (l.Code == "en" || l.Code == "de") {
			t.Errorf("%+v, where %v are heard", l, r.cast.scribe)
		}
	}
}

// In a language the rules don't know, nothing is found missing and nothing is ticked off.
func TestNoChecklistInALanguageItDoesNotKnow(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		r := newRig(t)
		r.cast.coach = &interpreter{}
		id := r.ok(r.Plan(bg, Wish{PersonaID: "imogen", Length: 3, Language: language})).Rehearsal.ID
		r.ok(r.Start(bg, id, Typed))
		st := r.ok(r.Done(id, "Im März fiel die Maschine aus. Ich habe den Fehler gesucht und gefunden."))
		if asked := st.State.Probe > 0; asked != star.Knows(language) {
			t.Errorf("%s: follow-up %v", language, asked)
		}
		r.ok(r.End(bg, id, ""))
		rep, err := r.Report(bg, id)
		ok(t, err)
		if a := rep.Questions[0].Answers[0]; (a.Star != nil) != star.Knows(language) || a.Terms == nil || len(a.Terms) > 0 || (a.Language.Hedges != nil) != (language == "en") {
			t.Errorf("%s: %+v", language, a)
		}
	}
}

// What a recogniser heard another language in isn't checked by English rules either.
func TestTheChecklistGoesByWhatWasHeard(t *testing.T) {
	for heard, want := range map[string]bool{"": true, "en": true, "de": false} {
		said := transcript.Of("In March I mended the machine, and in the end it ran.")
		said.Language = heard
		a := Answer{Mode: Spoken, Takes: []Take{{RecordingID: "r", Transcript: &said}}}
		out := AnswerReport{}
		out.measure(a, Plan{Language: "en"})
		if (out.Star != nil) != want {
			t.Errorf("%q: %+v", heard, out.Star)
		}
	}
}

func TestTheVoiceIsToldTheLanguage(t *testing.T) {
	r := talking(t)
	r.cast.coach = &interpreter{}
	id := r.ok(r.Plan(bg, Wish{PersonaID: "tobias", Length: 3, Language: "de"})).Rehearsal.ID
	r.voice.only = "en"
	if st := r.ok(r.Start(bg, id, Typed)); st.HasVoice || st.Speaking || st.State.Phase != Listening {
		t.Errorf("an English voice reads German: %+v", st)
	}
	r.ok(r.End(bg, id, ""))
	r.voice.only = "de"
	id = r.ok(r.Plan(bg, Wish{PersonaID: "tobias", Length: 3, Language: "de"})).Rehearsal.ID
	r.ok(r.Start(bg, id, Typed))
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	if lines := r.voice.last(); len(lines) != 2 || lines[0].Language != "de" || lines[1].Language != "de" || !strings.Contains(lines[0].Text, "Tobias") {
		t.Errorf("%+v", lines)
	}
}

func TestDifficultyIsWhatItSays(t *testing.T) {
	b := loadBank(t)
	for _, tt := range []struct {
		difficulty      Difficulty
		persona         string
		probes, general int
	}{
		{Gentle, "imogen", 0, 2}, {Gentle, "tobias", 0, 2},
		{Usual, "imogen", 2, 1}, {Usual, "tobias", 1, 1}, {"", "tobias", 1, 1},
		{Probing, "imogen", 2, 0}, {Probing, "tobias", 2, 0},
	} {
		for _, length := range lengths {
			plan, err := makePlan(b, material{}, Wish{PersonaID: tt.persona, Length: length, Difficulty: tt.difficulty}, 7)
			ok(t, err)
			general := 0
			for i, q := range plan.Questions {
				asked, _ := b.Question(bank.QuestionID(q.QuestionID))
				if asked.Kind != bank.Background {
					continue
				}
				if general++; i >= tt.general {
					t.Errorf("%s: a general question in place %d", tt.difficulty, i)
				}
			}
			if plan.MaxProbes != tt.probes || general != tt.general || len(plan.Questions) != length || plan.Difficulty == "" {
				t.Errorf("%q with %s: %d follow-ups, %d general questions of %d", tt.difficulty, tt.persona, plan.MaxProbes, general, len(plan.Questions))
			}
		}
	}
	_, err := newRig(t).Plan(bg, Wish{PersonaID: "imogen", Length: 3, Difficulty: "brutal"})
	wants(t, err, "interview.badDifficulty")
}

func TestAGentleInterviewerAsksNoFurther(t *testing.T) {
	for difficulty, want := range map[Difficulty]int{Gentle: 0, Usual: 1, Probing: 1} {
		r := newRig(t)
		id := r.ok(r.Plan(bg, Wish{PersonaID: "imogen", Length: 3, Difficulty: difficulty})).Rehearsal.ID
		r.ok(r.Start(bg, id, Typed))
		if st := r.ok(r.Done(id, "I once mended a fence.")); st.State.Probe != want {
			t.Errorf("%s: %+v", difficulty, st.State)
		}
	}
}

// asking is an interpreter that words follow-ups too.
type asking struct {
	interpreter
	*asker
}

func (a *asking) FollowUp(ctx context.Context, t followup.Task) (followup.Wording, error) {
	return a.asker.FollowUp(ctx, t)
}

func (a *asking) Rate(ctx context.Context, t scoring.Task) (scoring.Opinions, error) {
	return a.interpreter.Rate(ctx, t)
}

func (a *asking) Advise(ctx context.Context, t advice.Task) ([]advice.Point, error) {
	return a.interpreter.Advise(ctx, t)
}

func (a *asking) Translate(ctx context.Context, t translation.Task) (translation.Translation, error) {
	return a.interpreter.Translate(ctx, t)
}

// Where the rules don't know the language a coach asks further about whatever is least clear: once, or
// as often as there may be follow-ups if that is wished, and never after a word or two.
func TestACoachAsksFurtherInALanguageTheRulesDoNotKnow(t *testing.T) {
	const story = "Im März fiel die Maschine aus, und ich habe den Fehler gesucht und nach zwei Tagen auch gefunden."
	for name, tt := range map[string]struct {
		difficulty Difficulty
		answer     string
		want       int
	}{
		"usual":    {Usual, story, 1},
		"probing":  {Probing, story, MaxProbes},
		"gentle":   {Gentle, story, 0},
		"no story": {Probing, "Dazu fällt mir leider nichts ein.", 0},
	} {
		r := newRig(t)
		coach := &asking{asker: newAsker()}
		r.cast.coach = coach
		id := r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, Language: "de", Difficulty: tt.difficulty, Live: true})).Rehearsal.ID
		r.ok(r.Start(bg, id, Typed))
		asked := 0
		for {
			r.ok(r.Done(id, tt.answer))
			if asked < tt.want {
				if task := <-coach.tasks; task.Aim != followup.Aim("") || task.Language != "de" {
					t.Errorf("%s: asked for %+v", name, task)
				}
				coach.reply <- nil
			}
			st := r.until(id, in(Listening))
			if st.State.Question > 0 {
				break
			}
			asked = st.State.Probe
		}
		if asked != tt.want || len(coach.tasks) != 0 {
			t.Errorf("%s: asked further %d times, want %d", name, asked, tt.want)
		}
	}
}

func TestACoachThatFailsAsksNothingInALanguageTheRulesDoNotKnow(t *testing.T) {
	r := newRig(t)
	coach := &asking{asker: newAsker()}
	r.cast.coach = coach
	id := r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, Language: "de", Live: true})).Rehearsal.ID
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, "Im März fiel die Maschine aus, und ich habe den Fehler gesucht und gefunden."))
	<-coach.tasks
	coach.reply <- fault.New(fault.Offline, "ai.unreachable")
	if st := r.until(id, in(Listening)); st.State.Question != 1 || st.State.Probe != 0 {
		t.Errorf("it stands at %+v", st.State)
	}
}
