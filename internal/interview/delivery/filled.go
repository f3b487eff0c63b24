package delivery

// FilledPause reports whether a word in lower case is surely a filled pause, as "um" is in
// English and "ähm" in German. language is ISO 639-1, with or without a region; of one that
// isn't known nothing is.
func FilledPause(word, language string) bool {
	l := languageOf(language)
	return l.fills(l.lower(word))
}
