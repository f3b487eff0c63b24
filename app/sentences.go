package app

import (
	"encoding/json"
	"io/fs"
	"strings"
)

// sentencesOf is where the page's sentences lie among the program's files.
const sentencesOf = "frontend/src/i18n/"

// Sentences gives the words behind a key in one language, from the file the page reads
// for it. A key without words is shown as it is, and a test makes sure there is none.
func Sentences(files fs.FS, language string) func(key string, params map[string]string) string {
	var all map[string]string
	file, err := fs.ReadFile(files, sentencesOf+language+".json")
	if err != nil || json.Unmarshal(file, &all) != nil {
		all = map[string]string{}
	}
	return func(key string, params map[string]string) string {
		text, ok := all[key]
		if !ok {
			return key
		}
		for name, value := range params {
			text = strings.ReplaceAll(text, "{"+name+"}", value)
		}
		return text
	}
}
