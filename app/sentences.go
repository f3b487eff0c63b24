package app

import (
	"encoding/json"
	"strings"
)

// Sentences gives the words behind a key, from the same file the page reads. A key
// without words is shown as it is, and a test makes sure there is none.
func Sentences(file []byte) func(key string, params map[string]string) string {
	var all map[string]string
	if err := json.Unmarshal(file, &all); err != nil {
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
