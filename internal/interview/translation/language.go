package translation

import (
	"strings"
	"sync"
	"unicode"
)

// small are words nobody can do without when asking about work. They are ours, chosen to
// be frequent in the bank's lines; one that stands in two languages counts for neither.
var small = map[string]string{
	"en": "the you your and what did of how when which was were with that about tell describe would it is have been do there time something someone after before",
	"de": "der die das und sie ihnen ihr ihre ihrer ihren ist nicht was wie sich ein eine einen einem einer haben hat mit von zu auf für bei wann als dabei danke ich den dem des im am zum zur etwas erzählen wurde über",
	"fr": "le la les des et vous votre vos est une un que qui dans pour avec avez pas comment quand ce cette du au aux merci je sur été fait quelque quelle quel était",
	"es": "el la los las y usted su sus es una un que qué en con para por cómo cuándo se lo del al gracias ha hizo fue era cuénteme hábleme más algo quién sobre yo",
	"it": "il lo la i gli le e lei suo sua è una un che cosa come quando di del della nel con per non ha fatto si mi grazie era stato qualcosa quale racconti più sono",
	"pt": "o a os as e você seu sua é uma um que em com para por como quando não se do da no na dos obrigado obrigada foi fez ao conte fale mais algo qual uma eu lhe teve",
	"nl": "de het een en u uw is niet wat hoe van in op te met voor hebt heeft was wanneer dat die dit bij aan om er iets bedankt dank vertel ik bent waren over welke zich",
	"pl": "w we i z ze na się co jak nie to jest czy że do o po za od był było była pan pani pana panią państwo proszę dziękuję kiedy jakie jaki jaka swoje swoją które który która coś dla mi przy tym",
	"sv": "och det du dig din ditt dina är en ett som vad hur när inte på för med av till har hade var den där om berätta tack jag sig någon något vilka vilken att kan",
	"tr": "bir ve bu ne nasıl mi mı mu mü için hangi kendi size siz sizin çok daha o ile olarak gibi ben ama zaman neden bana misiniz mısınız olan teşekkür ederim teşekkürler önce sonra iş işte neler neydi oldu",
}

// languagesOf are the languages in whose list a word stands.
var languagesOf = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for language, list := range small {
		seen := map[string]bool{}
		for _, w := range strings.Fields(list) {
			if !seen[w] {
				seen[w] = true
				out[w] = append(out[w], language)
			}
		}
	}
	return out
})

// smallWords counts the words that stand in the list of one language alone.
func smallWords(list []string) map[string]int {
	hits := map[string]int{}
	for _, w := range list {
		if own := languagesOf()[w]; len(own) == 1 {
			hits[own[0]]++
		}
	}
	return hits
}

// fewWords is so little text that its language can't be told.
const fewWords = 25

// oneIn says how rare a language's own small words may be among all.
const oneIn = 20

// isIn reports whether texts as a whole are in a language: more of its small words stand
// there than of any other, and there are enough of them.
func isIn(language string, texts map[string]string) bool {
	var all []string
	for _, text := range texts {
		all = append(all, wordsOf(text)...)
	}
	if len(all) < fewWords {
		return true
	}
	hits := smallWords(all)
	for other, n := range hits {
		if other != language && n >= hits[language] {
			return false
		}
	}
	return hits[language]*oneIn >= len(all)
}

// wordsOf are the words of a text in lower case, without the signs around them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
