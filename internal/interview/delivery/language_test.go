package delivery_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

func TestFilledPausesOfEachLanguage(t *testing.T) {
	tests := map[string]struct{ filled, words string }{
		"en": {"um Umm uh uhh uhm er erm errm ah ahh eh hm hmm mm mmm", "UMM ER m em umbrella her error ha oh uh-huh him"},
		"de": {"äh ähm ähhh Ähm öh öhm hmm mm uh uhm ehm aehm", "um er eh ah ihm Uhr öhr ähem"},
		"fr": {"euh euhh euuuh heu hum hm mm euhm", "eu eh ah ben bah heure un"},
		"es": {"eh ehh em emm ehm eee mm hmm", "e este esto he en me"},
		"it": {"eh ehm ehh uhm mh mhm mm hm", "e ed beh me ma mai"},
		"pt": {"eh éh hum uhm ééé ãh hm mm", "é um uma eu ah"},
		"nl": {"uh uhm eh ehm euh euhm hm mm", "er em he hem u um"},
		"pl": {"yyy yy yyym eee eem ehm hmm mmm ym", "y e eh em my ty"},
		"sv": {"eh öh äh ehm öhm hm mmm", "mm öm er en ä ö"},
		"tr": {"ııı eee hmm hım mm ıh ıhm", "şey yani e o ı"},
	}
	for language, tt := range tests {
		text := "Ab " + tt.filled + " cd " + tt.words
		got := delivery.FromWords(text, delivery.Options{FillersKept: true, Language: language})
		want := strings.Fields(tt.filled)
		if got := found(got.FilledPauses); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func TestAbbreviationsAndUnitsAreNoFilledPauses(t *testing.T) {
	for text, want := range map[string][]string{
		"I worked in the ER, um, for years":   {"um"},
		"I WORKED, UM, IN AN OFFICE":          {"UM"},
		"WE WORKED um UM":                     {"um", "UM"},
		"UM UH":                               {"UM", "UH"},
		"It was 5 mm wide":                    {},
		"In 2019, mm, we drilled it mm twice": {"mm", "mm"},
	} {
		got := delivery.FromWords(text, delivery.Options{FillersKept: true}).FilledPauses
		if got := found(got); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFirstPersonOfEachLanguage(t *testing.T) {
	tests := map[string]struct {
		text string
		want *delivery.FirstPerson
	}{
		"de":    {"Ich meine, wir meinen es ernst: mein Chef und meine Kollegen haben uns und mir geholfen, unseren Laden zu halten.", &delivery.FirstPerson{I: 4, We: 3}},
		"nl":    {"Ik heb met mijn team onze klanten gebeld; ze gaven ons en mij, m'n baas, gelijk. Wij wel.", &delivery.FirstPerson{I: 4, We: 3}},
		"sv":    {"Jag och mitt lag, vi ringde våra kunder en vår. Vår chef hjälpte mig och oss.", &delivery.FirstPerson{I: 3, We: 4}},
		"de-AT": {"Ich", &delivery.FirstPerson{I: 1}},
		"DE_de": {"Ich", &delivery.FirstPerson{I: 1}},
		"es":    {"Yo llamé a nuestros clientes", nil},
		"fr":    {"On a appelé nos clients et moi", nil},
		"xx":    {"I me we", nil},
	}
	for language, tt := range tests {
		got := delivery.FromWords(tt.text, delivery.Options{Language: language}).FirstPerson
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", language, got, tt.want)
		}
	}
}

func TestWhatIsNotKnownOfALanguageIsAbsent(t *testing.T) {
	text := strings.Repeat("ja nein viel so und dann ging es weiter ", 5)
	o := delivery.Options{FillersKept: true, SpokenMs: ptr(30_000), Language: "fi"}
	m := delivery.FromWords(text, o)
	if m.Words != 45 || m.SpeechRateWpm == nil || *m.SpeechRateWpm != 90 {
		t.Errorf("words are counted in any language: %+v", m)
	}
	if m.Hedges != nil || m.Repeats != nil || m.FilledPauses != nil || m.DiscourseFillers != nil || m.FirstPerson != nil || m.MostUsed != nil {
		t.Errorf("measured by lists that are not there: %+v", m)
	}
}

func TestLanguageOfTheTranscriptGoesFirst(t *testing.T) {
	heard := transcript.Of("Ähm ich")
	heard.KeepsFillers = true
	for _, tt := range []struct{ transcript, rehearsal, want string }{
		{"de", "en", "de"}, {"", "de", "de"}, {"", "", "en"}, {"de-CH", "fr", "de"},
	} {
		heard.Language = tt.transcript
		m := delivery.FromAnswer(heard, delivery.Sound{}, delivery.Asked{Language: tt.rehearsal})
		if m.Language != tt.want || (m.Words.Words == 1) != (tt.want == "de") {
			t.Errorf("%+v: measured as %s, %d words", tt, m.Language, m.Words.Words)
		}
	}
}

func TestScriptsWithoutSpacesAreNotCounted(t *testing.T) {
	sound := delivery.Sound{RecordedMs: 30_000, SpeechMs: []delivery.Segment{{0, 20_000}, {21_000, 30_000}}}
	for text, want := range map[string]bool{
		"私は看護師として五年間働いていました。": false, "我在医院工作了五年。": false, "ผมทำงานที่นี่": false,
		"저는 간호사로 오 년 일했습니다": true, "I worked at 東京 for five years": true, "я работала в больнице": true,
	} {
		m := delivery.FromAnswer(transcript.Of(text), sound, delivery.Asked{Language: "xx"})
		if (m.Words != nil) != want || m.Sound.Pauses.Count != 1 {
			t.Errorf("%q: words %+v, sound %+v", text, m.Words, m.Sound)
		}
	}
}
