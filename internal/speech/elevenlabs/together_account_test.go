package elevenlabs

import (
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
)

func TestTogetherVoicesOfManyPages(t *testing.T) {
	p := newPair(t, fakespeech.Options{Voices: 250})
	all, err := p.Voices(t.Context())
	if err != nil || len(all) != 250 || len(p.fake.Calls("/v2/voices")) != 3 {
		t.Fatalf("%d voices after %d calls, %v", len(all), len(p.fake.Calls("/v2/voices")), err)
	}
	ids := map[string]bool{}
	for _, v := range all {
		ids[v.ID] = true
	}
	if len(ids) != 250 {
		t.Errorf("%d different voices", len(ids))
	}
	first := all[0]
	if first.ID != fakespeech.Calm || first.Name != "Calm" || first.Category != "premade" || first.Labels["gender"] != "female" || !slices.Equal(first.Languages, []string{"en"}) || first.Own || !all[2].Own {
		t.Errorf("%+v", first)
	}
}

func TestTogetherOneVoice(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	if v, err := p.FindVoice(t.Context(), fakespeech.Warm); err != nil || v.Name != "Warm" || v.Typed {
		t.Errorf("%+v, %v", v, err)
	}
	_, err := p.FindVoice(t.Context(), nobody)
	isFault(t, err, fault.NotFound, "voiceNotFound")
	if v, err := p.with(t, fakespeech.TTSOnly).FindVoice(t.Context(), fakespeech.Warm); err != nil || v.ID != fakespeech.Warm || !v.Typed || v.Name != "" {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestTogetherTheAccount(t *testing.T) {
	p := newPair(t, fakespeech.Options{Tier: "starter", Characters: 100})
	credit, err := p.Subscription(t.Context())
	if want := (Credit{Plan: "starter", Limit: 100, Left: 100, RenewedAt: p.clock.Now().AddDate(0, 1, 0)}); err != nil || credit != want {
		t.Errorf("%+v, %v", credit, err)
	}
	if _, err := p.Speak(t.Context(), Utterance{Way: calm, Text: sentences[0]}, func([]int16) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if credit, err = p.Subscription(t.Context()); err != nil || credit.Used != len(sentences[0])/2 || credit.Left != 100-credit.Used {
		t.Errorf("%+v, %v", credit, err)
	}
	models, err := p.Models(t.Context())
	at := slices.IndexFunc(models, func(m Model) bool { return m.ID == DefaultSpeechModel })
	if err != nil || at < 0 || !models[at].Speaks || models[at].Characters != longest[DefaultSpeechModel] || models[at].Cost != 0.5 || !slices.Contains(models[at].Languages, "de") {
		t.Errorf("%+v, %v", models, err)
	}
	for _, m := range models {
		if known, is := longest[m.ID]; is && known != m.Characters {
			t.Errorf("%s takes %d characters, the fake says %d", m.ID, known, m.Characters)
		}
	}
}

func TestTogetherWhatAKeyCanDo(t *testing.T) {
	needs := []string{"user_read", "voices_read", "text_to_speech", "speech_to_text"}
	keys := map[string][]string{"all": nil, "none": {}, fakespeech.TTSOnly: {"text_to_speech"}, "listener": {"speech_to_text"}, "lists": {"user_read", "voices_read"}}
	p := newPair(t, fakespeech.Options{Keys: keys})
	for key, may := range keys {
		for _, voice := range []string{"", fakespeech.Calm} {
			got, err := p.with(t, key).Check(t.Context(), voice)
			if err != nil {
				t.Fatal(err)
			}
			for i, ability := range []Ability{got.Subscription, got.Voices, got.Speech, got.Transcription} {
				want := may == nil || slices.Contains(may, needs[i])
				if ability.Works != want || !want && (ability.Why.Key != "elevenlabs.missingPermission" || ability.Why.Params["permission"] != needs[i]) {
					t.Errorf("%s with voice %q, %s: %+v", key, voice, needs[i], ability)
				}
			}
			if got.Subscription.Works != (got.Credit.Limit > 0) {
				t.Errorf("%+v", got.Credit)
			}
		}
	}
	_, err := p.with(t, "sk_unknown").Check(t.Context(), "")
	isFault(t, err, fault.Denied, "invalidKey")
}

func TestTogetherAPlanThatIsUsedUp(t *testing.T) {
	p := newPair(t, fakespeech.Options{Characters: 1})
	got, err := p.Check(t.Context(), fakespeech.Calm)
	if err != nil || got.Speech.Works || got.Speech.Why.Key != "elevenlabs.quotaExceeded" || !got.Transcription.Works || got.Credit.Left != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}

// Everything the client left in the account is found and deleted again, and nothing else.
func TestTogetherForgetting(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	discard := func([]int16) error { return nil }
	speak := func(c *Client, text string) {
		t.Helper()
		if _, err := c.Speak(t.Context(), Utterance{Way: calm, Text: text}, discard); err != nil {
			t.Fatal(err)
		}
	}
	speak(p.Client, "Not ours.")
	p.mu.Lock()
	p.made = nil
	p.mu.Unlock()
	speak(p.Client, question)
	talk := openPair(t, p, calm, discard)
	for _, s := range sentences {
		if err := talk.Say(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := talk.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Transcribe(t.Context(), spoken(1), Hints{}); err != nil {
		t.Fatal(err)
	}
	d := openDictationOf(t, p, DictationOptions{})
	d.Close()
	if len(p.fake.History()) != 5 || len(p.fake.Transcripts()) != 1 || len(p.kept()) != 4 {
		t.Fatalf("%q, %q, %v", p.fake.History(), p.fake.Transcripts(), p.kept())
	}
	kept, err := p.History(t.Context(), p.kept())
	if err != nil || len(kept) != 4 || kept[3].Text != question || kept[0].Text != sentences[2] || !kept[0].MadeAt.Equal(p.clock.Now()) || kept[0].Model != DefaultSpeechModel {
		t.Errorf("%+v, %v", kept, err)
	}
	left, err := p.with(t, fakespeech.TTSOnly).Forget(t.Context(), p.kept())
	if isFault(t, err, fault.Denied, "missingPermission"); len(left) != 4 || len(p.fake.History()) != 5 {
		t.Errorf("left %v", left)
	}
	for range 2 { // what is gone is gone
		if left, err := p.Forget(t.Context(), p.kept()); err != nil || len(left) > 0 {
			t.Errorf("left %v, %v", left, err)
		}
	}
	if !slices.Equal(p.fake.History(), []string{"Not ours."}) || len(p.fake.Transcripts()) > 0 {
		t.Errorf("%q, %q", p.fake.History(), p.fake.Transcripts())
	}
}

// The items of one talk may stand on two pages.
func TestTogetherForgettingAcrossPages(t *testing.T) {
	p := newPair(t, fakespeech.Options{Characters: 1 << 20})
	discard := func([]int16) error { return nil }
	talk := openPair(t, p, calm, discard)
	for range 510 {
		if err := talk.Say(t.Context(), "I."); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := talk.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left, err := p.Forget(t.Context(), p.kept()); err != nil || len(left) > 0 || len(p.fake.History()) > 0 {
		t.Errorf("left %v and %d items, %v", left, len(p.fake.History()), err)
	}
}
