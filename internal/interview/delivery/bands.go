package delivery

// DefinitionVersion numbers the definitions and word lists of this package
// together. It goes up whenever the same answer would be measured differently.
const DefinitionVersion = 1

// Band is the range a metric typically has, to show beside a figure. Being
// outside of it means nothing more than that.
type Band struct {
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Unit   string  `json:"unit"`   // wordsPerMinute, seconds, ratio
	Source string  `json:"source"` // where the range comes from
}

// Bands gives the typical ranges by metric, under the JSON names of SoundMetrics
// and WordMetrics. Metrics without an entry have no range that is worth showing.
func Bands() map[string]Band {
	return map[string]Band{
		"speechRateWpm": {160, 210, "wordsPerMinute", "Tauroza & Allison 1990, Speech rates in British English, interviews"},
		"speakingMs":    {60, 120, "seconds", "product choice: an answer of one to two minutes"},
	}
}
