package fakespeech

import (
	"net/http"
)

// checkFields answers with a 422 where a field is unknown, null or of another kind. The
// real server passes over unknown ones; here they are mistakes of our client.
func checkFields(w http.ResponseWriter, object map[string]any, known map[string]string, where ...any) bool {
	for name, value := range object {
		kind, found := known[name]
		switch {
		case !found:
			unprocessable(w, "extra_forbidden", "Extra inputs are not permitted", value, append(where, name)...)
			return false
		case !isKind(value, kind):
			unprocessable(w, kind+"_type", "Input should be a valid "+kind, value, append(where, name)...)
			return false
		}
	}
	return true
}

func isKind(value any, kind string) (is bool) {
	switch kind {
	case "string":
		_, is = value.(string)
	case "number":
		_, is = value.(float64)
	case "bool":
		_, is = value.(bool)
	case "array":
		_, is = value.([]any)
	case "object":
		_, is = value.(map[string]any)
	}
	return is
}

// settings are the fields of voice_settings. Those that aren't set have to be left out.
var settings = map[string]string{
	"stability": "number", "similarity_boost": "number", "style": "number", "use_speaker_boost": "bool", "speed": "number",
}

func checkSettings(w http.ResponseWriter, value any) bool {
	object, _ := value.(map[string]any)
	if !checkFields(w, object, settings, "body", "voice_settings") {
		return false
	}
	if wrong := outOfRange(object); wrong != "" {
		unprocessable(w, "less_than_equal", "Input is out of range", object[wrong], "body", "voice_settings", wrong)
		return false
	}
	return true
}

// outOfRange names a setting that has no possible value.
func outOfRange(object map[string]any) string {
	for name, limits := range map[string][2]float64{"stability": {0, 1}, "similarity_boost": {0, 1}, "style": {0, 1}, "speed": {0.7, 1.2}} {
		if n, isNumber := object[name].(float64); isNumber && (n < limits[0] || n > limits[1]) {
			return name
		}
	}
	return ""
}
