package fakespeech

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// Ids of the voices that exist.
const (
	Calm   = "FakeVoiceCalm0000001"
	Warm   = "FakeVoiceWarm0000002"
	Strict = "FakeVoiceStrict00003"
)

type voice struct{ id, name, category, gender string }

// makeVoices are those of an account: three with names, and more to fill further pages.
func makeVoices(n int) []voice {
	list := []voice{{Calm, "Calm", "premade", "female"}, {Warm, "Warm", "premade", "male"}, {Strict, "Strict", "cloned", "female"}}
	for i := range n - len(list) {
		list = append(list, voice{"FakeVoiceMore0000" + strconv.Itoa(100+i), "More " + strconv.Itoa(i), "professional", "male"})
	}
	return list
}

func (v voice) entry() fields {
	return fields{
		"voice_id": v.id, "name": v.name, "category": v.category, "labels": fields{"gender": v.gender, "accent": "neutral"},
		"description": nil, "preview_url": "https://example.org/" + v.id + ".mp3", "available_for_tiers": []string{}, "settings": nil,
		"samples": nil, "verified_languages": []fields{{"language": "en", "model_id": "eleven_flash_v2_5", "accent": "neutral"}},
		"is_owner": v.category == "cloned",
	}
}

func (e *ElevenLabs) findVoice(id string) (voice, bool) {
	for _, v := range e.voices {
		if v.id == id {
			return v, true
		}
	}
	return voice{}, false
}

func (e *ElevenLabs) voiceExists(id string) bool {
	_, found := e.findVoice(id)
	return found
}

// showVoice is GET /v1/voices/{id}.
func (e *ElevenLabs) showVoice(x *visit) {
	v, found := e.findVoice(x.r.PathValue("id"))
	if !found {
		voiceUnknown.write(x.w)
		return
	}
	serve.JSON(x.w, http.StatusOK, v.entry())
}

// listVoices is GET /v1/voices: all of them.
func (e *ElevenLabs) listVoices(x *visit) {
	list := []fields{}
	for _, v := range e.voices {
		list = append(list, v.entry())
	}
	serve.JSON(x.w, http.StatusOK, fields{"voices": list})
}

// pageVoices is GET /v2/voices: ten at a time unless page_size says otherwise.
func (e *ElevenLabs) pageVoices(x *visit) {
	query := x.r.URL.Query()
	size := 10
	if text := query.Get("page_size"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 100 {
			unprocessable(x.w, "less_than_equal", "Input should be between 1 and 100", text, "query", "page_size")
			return
		}
		size = n
	}
	from := 0
	if token := query.Get("next_page_token"); token != "" {
		n, err := strconv.Atoi(strings.TrimPrefix(token, "page-"))
		if err != nil {
			unprocessable(x.w, "value_error", "Invalid page token", token, "query", "next_page_token")
			return
		}
		from = n
	}
	list := []fields{}
	for _, v := range e.voices {
		if strings.Contains(strings.ToLower(v.name), strings.ToLower(query.Get("search"))) && (query.Get("category") == "" || query.Get("category") == v.category) {
			list = append(list, v.entry())
		}
	}
	end := min(from+size, len(list))
	out := fields{"voices": list[min(from, end):end], "has_more": end < len(list), "total_count": len(list), "next_page_token": nil}
	if end < len(list) {
		out["next_page_token"] = "page-" + strconv.Itoa(end)
	}
	serve.JSON(x.w, http.StatusOK, out)
}

// model is what the fake knows about a model that speaks.
type model struct {
	id        string
	most      int // characters of a request
	factor    float64
	languages []string
	socket    bool
}

var models = []model{
	{"eleven_flash_v2_5", 40000, 0.5, []string{"en", "de", "fr", "es", "it", "pt", "pl", "nl", "sv", "tr"}, true},
	{"eleven_flash_v2", 30000, 0.5, []string{"en"}, true},
	{"eleven_turbo_v2_5", 40000, 0.5, []string{"en", "de"}, true},
	{"eleven_multilingual_v2", 10000, 1, []string{"en", "de", "fr"}, true},
	{"eleven_v3", 3000, 1, []string{"en", "de"}, false},
}

// defaultModel is that of POST /v1/text-to-speech without a model_id.
const defaultModel = "eleven_multilingual_v2"

func findModel(id string) (model, bool) {
	if id == "" {
		id = defaultModel
	}
	for _, m := range models {
		if m.id == id {
			return m, true
		}
	}
	return model{}, false
}

// listModels is GET /v1/models: a bare list.
func (e *ElevenLabs) listModels(x *visit) {
	list := []fields{}
	for _, m := range models {
		languages := []fields{}
		for _, l := range m.languages {
			languages = append(languages, fields{"language_id": l, "name": l})
		}
		list = append(list, fields{
			"model_id": m.id, "name": m.id, "can_do_text_to_speech": true, "can_do_voice_conversion": false, "can_use_style": false,
			"token_cost_factor": m.factor, "maximum_text_length_per_request": m.most, "languages": languages,
			"model_rates": fields{"character_cost_multiplier": m.factor}, "concurrency_group": "standard",
		})
	}
	list = append(list, fields{"model_id": "eleven_english_sts_v2", "name": "Speech to speech", "can_do_text_to_speech": false, "languages": []fields{}})
	serve.JSON(x.w, http.StatusOK, list)
}

// subscription is GET /v1/user/subscription.
func (e *ElevenLabs) subscription(x *visit) {
	e.mu.Lock()
	used := e.used
	e.mu.Unlock()
	serve.JSON(x.w, http.StatusOK, fields{
		"tier": e.options.Tier, "character_count": used, "character_limit": e.options.Characters, "status": "active",
		"can_extend_character_limit": false, "allowed_to_extend_character_limit": false, "max_credit_limit_extension": 0,
		"next_character_count_reset_unix": e.options.Clock.Now().AddDate(0, 1, 0).Unix(), "current_overage": fields{"amount": "0", "currency": "usd"},
		"voice_slots_used": 1, "voice_limit": 10, "professional_voice_slots_used": 0, "professional_voice_limit": 0, "voice_add_edit_counter": 0,
		"can_extend_voice_limit": false, "can_use_instant_voice_cloning": true, "can_use_professional_voice_cloning": false, "currency": "usd",
	})
}
