package delivery

import "maps"

// DefinitionVersion numbers the definitions and word lists of this package
// together. It goes up whenever the same answer would be measured differently.
//
// 2: silence around a break of the recording is no speaking time; pauses of exactly two
// seconds are listed; no rates below thirty words; repetitions end with the sentence;
// "just" is a hedge before a verb alone; "US", "i.e." and "5 mm" are told from us, I and mm.
const DefinitionVersion = 2

// Band is the range a metric typically has, to show beside a figure. Being
// outside of it means nothing more than that.
type Band struct {
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Unit   string  `json:"unit"`   // wordsPerMinute, perMinute, seconds
	Source string  `json:"source"` // where the range comes from
	// Language is the one the range was found in (ISO 639-1), as words differ in length;
	// empty if it holds in any.
	Language string `json:"language"`
}

// BandsIn are the ranges that hold in a language (ISO 639-1).
func BandsIn(language string) map[string]Band {
	all := Bands()
	maps.DeleteFunc(all, func(_ string, b Band) bool { return b.Language != "" && b.Language != language })
	return all
}

// Bands gives the typical ranges by metric, under the JSON names of SoundMetrics and
// WordMetrics, with a dot before the part of a Count. Metrics without an entry have no
// range that is worth showing.
func Bands() map[string]Band {
	return map[string]Band{
		"speechRateWpm":          {160, 210, "wordsPerMinute", "Tauroza & Allison 1990, Speech rates in British English, interviews", english},
		"filledPauses.perMinute": {1.4, 4.8, "perMinute", "Schachter, Christenfeld, Ravina & Bilous 1991, Speech disfluency and the structure of knowledge, means of lectures by field", english},
		"speakingMs":             {60, 120, "seconds", "product choice: an answer of one to two minutes", ""},
	}
}
