package whisper

import (
	"slices"
	"strings"
)

// table is the languages of a multilingual model: its code (ISO 639-1 where there is one)
// and its English name as Whisper says it, "_" for a space.
const table = `
af:afrikaans am:amharic ar:arabic as:assamese az:azerbaijani ba:bashkir be:belarusian bg:bulgarian
bn:bengali bo:tibetan br:breton bs:bosnian ca:catalan cs:czech cy:welsh da:danish de:german el:greek
en:english es:spanish et:estonian eu:basque fa:persian fi:finnish fo:faroese fr:french gl:galician
gu:gujarati ha:hausa haw:hawaiian he:hebrew hi:hindi hr:croatian ht:haitian_creole hu:hungarian
hy:armenian id:indonesian is:icelandic it:italian ja:japanese jw:javanese ka:georgian kk:kazakh
km:khmer kn:kannada ko:korean la:latin lb:luxembourgish ln:lingala lo:lao lt:lithuanian lv:latvian
mg:malagasy mi:maori mk:macedonian ml:malayalam mn:mongolian mr:marathi ms:malay mt:maltese
my:myanmar ne:nepali nl:dutch nn:nynorsk no:norwegian oc:occitan pa:punjabi pl:polish ps:pashto
pt:portuguese ro:romanian ru:russian sa:sanskrit sd:sindhi si:sinhala sk:slovak sl:slovenian
sn:shona so:somali sq:albanian sr:serbian su:sundanese sv:swedish sw:swahili ta:tamil te:telugu
tg:tajik th:thai tk:turkmen tl:tagalog tr:turkish tt:tatar uk:ukrainian ur:urdu uz:uzbek
vi:vietnamese yi:yiddish yo:yoruba yue:cantonese zh:chinese
`

// Languages are the codes of all languages a multilingual model writes.
func Languages() []string {
	entries := strings.Fields(table)
	out := make([]string, len(entries))
	for i, e := range entries {
		out[i], _, _ = strings.Cut(e, ":")
	}
	return out
}

// EnglishOnly reports whether a model hears English alone, whatever it is told: OpenAI puts
// ".en" behind the size of those, and others keep that ("Systran/faster-whisper-base.en").
func EnglishOnly(model string) bool {
	return slices.Contains(strings.FieldsFunc(strings.ToLower(model), func(r rune) bool { return r == '.' || r == '-' }), "en")
}

// Code turns what a server calls a language ("English", "en", "en-US") into its code;
// "" if it is none of Languages.
func Code(language string) string {
	name := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(language)), " ", "_")
	for _, e := range strings.Fields(table) {
		if code, full, _ := strings.Cut(e, ":"); name == full {
			return code
		}
	}
	code, _, _ := strings.Cut(strings.ReplaceAll(name, "_", "-"), "-")
	if slices.Contains(Languages(), code) {
		return code
	}
	return ""
}
