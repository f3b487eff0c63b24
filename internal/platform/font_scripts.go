package platform

import "strings"

// script is what it takes to choose a font for a way of writing.
type script struct {
	letters string   // a face that has all of these can write it
	joined  bool     // letters change or move with their neighbours, so the face needs rules for it
	liked   []string // families that come first, in this order
	region  string   // of Han: a family for another region writes some characters in another form
}

// scripts are those a résumé can be written in, by their code in ISO 15924. The letters
// are chosen to be in every font for the script and hardly in others: for Arabic with
// those of Persian and Urdu, for Han those that only the simplified or only the
// traditional way has. The families are those that come with the systems.
var scripts = map[string]script{
	"Latn": {letters: "AÅĂŁőșạßþ", liked: []string{"Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"}},
	"Grek": {letters: "ΑΩαωήϊς", liked: []string{"Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"}},
	"Cyrl": {letters: "АЯабяёїўџ", liked: []string{"Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"}},
	"Arab": {letters: "ابتجدرسعقكلمنهويءپچگکی", joined: true, liked: []string{"Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", "Geeza Pro", "DejaVu Sans"}},
	"Hebr": {letters: "אבגדהולמנשת", liked: []string{"Noto Sans Hebrew", "Segoe UI", "Arial Hebrew", "DejaVu Sans"}},
	"Syrc": {letters: "ܐܒܓܕܗ", joined: true, liked: []string{"Noto Sans Syriac", "Estrangelo Edessa"}},
	"Thaa": {letters: "ހށނރބާި", liked: []string{"Noto Sans Thaana", "MV Boli"}},
	"Deva": {letters: "अआकखगतनमरलसहािी्", joined: true, liked: []string{"Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari"}},
	"Beng": {letters: "অআকখগতনমরলসহািী্", joined: true, liked: []string{"Noto Sans Bengali", "Nirmala UI", "Kohinoor Bangla"}},
	"Guru": {letters: "ਅਆਕਖਗਤਨਮਰਲਸਹਾਿੀ", joined: true, liked: []string{"Noto Sans Gurmukhi", "Nirmala UI", "Gurmukhi MN"}},
	"Gujr": {letters: "અઆકખગતનમરલસહાિી્", joined: true, liked: []string{"Noto Sans Gujarati", "Nirmala UI", "Kohinoor Gujarati"}},
	"Orya": {letters: "ଅଆକଖଗତନମରଲସହାିୀ୍", joined: true, liked: []string{"Noto Sans Oriya", "Nirmala UI", "Oriya MN"}},
	"Taml": {letters: "அஆகஙசதநமரலஹாிீ்", joined: true, liked: []string{"Noto Sans Tamil", "Nirmala UI", "Tamil Sangam MN"}},
	"Telu": {letters: "అఆకఖగతనమరలసహాిీ్", joined: true, liked: []string{"Noto Sans Telugu", "Nirmala UI", "Kohinoor Telugu"}},
	"Knda": {letters: "ಅಆಕಖಗತನಮರಲಸಹಾಿೀ್", joined: true, liked: []string{"Noto Sans Kannada", "Nirmala UI", "Kannada Sangam MN"}},
	"Mlym": {letters: "അആകഖഗതനമരലസഹാിീ്", joined: true, liked: []string{"Noto Sans Malayalam", "Nirmala UI", "Malayalam Sangam MN"}},
	"Sinh": {letters: "අආකගතනමරලසහාිී්", joined: true, liked: []string{"Noto Sans Sinhala", "Nirmala UI", "Sinhala Sangam MN"}},
	"Thai": {letters: "กขคงจตนมรลสหอาิี่้", liked: []string{"Noto Sans Thai", "Leelawadee UI", "Thonburi"}},
	"Laoo": {letters: "ກຂຄງຈຕນມຣລສຫອາິີ່້", liked: []string{"Noto Sans Lao", "Leelawadee UI", "Lao Sangam MN"}},
	"Khmr": {letters: "កខគងចតនមរលសហអាិី្", joined: true, liked: []string{"Noto Sans Khmer", "Leelawadee UI", "Khmer Sangam MN"}},
	"Mymr": {letters: "ကခဂငစတနမရလသဟအာိီ္", joined: true, liked: []string{"Noto Sans Myanmar", "Myanmar Text", "Myanmar Sangam MN"}},
	"Tibt": {letters: "ཀཁགངཅཏནམརལསཧཨིུ", joined: true, liked: []string{"Noto Serif Tibetan", "Microsoft Himalaya", "Kailasa"}},
	"Geor": {letters: "აბგდევზთლმნრსხჯ", liked: []string{"Noto Sans Georgian", "Segoe UI", "Helvetica Neue", "DejaVu Sans"}},
	"Armn": {letters: "ԱԲԳԴԵաբգդեւֆ", liked: []string{"Noto Sans Armenian", "Segoe UI", "Mshtakan", "DejaVu Sans"}},
	"Ethi": {letters: "ሀለሐመሠረሰበተነአከወ", liked: []string{"Noto Sans Ethiopic", "Ebrima", "Kefa"}},
	"Cher": {letters: "ᎠᎡᎢᎣᎤᎥᎦ", liked: []string{"Noto Sans Cherokee", "Gadugi", "Plantagenet Cherokee"}},
	"Mong": {letters: "ᠠᠡᠢᠣᠤᠨᠪ", joined: true, liked: []string{"Noto Sans Mongolian", "Mongolian Baiti"}},
	"Hang": {letters: "가각나다라마바사아한글뷁", liked: []string{"Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "Source Han Sans KR"}, region: "KR"},
	"Jpan": {letters: "あいうえおアイウエオーん日本語働込", liked: []string{"Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Meiryo", "Hiragino Sans", "Source Han Sans JP"}, region: "JP"},
	"Hans": {letters: "们这说门东车学国的一是", liked: []string{"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans CN", "Hiragino Sans GB"}, region: "SC"},
	"Hant": {letters: "們這說門東車學國的一是", liked: []string{"Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", "PingFang TC", "Source Han Sans TW"}, region: "TC"},
	"Bopo": {letters: "ㄅㄆㄇㄈㄉㄊ", liked: []string{"Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", "PingFang TC"}, region: "TC"},
}

// otherNames are codes of ISO 15924 that ask for the same fonts as another.
var otherNames = map[string]string{
	"Hira": "Jpan", "Kana": "Jpan", "Hrkt": "Jpan", "Kore": "Hang", "Jamo": "Hang", "Hani": "Hans", "Hanb": "Hant",
	"Geok": "Geor", "Aran": "Arab",
}

// usualCode is the key of scripts for a code in any case; other texts stay unknown.
func usualCode(code string) string {
	if len(code) != len("Latn") {
		return ""
	}
	code = strings.ToUpper(code[:1]) + strings.ToLower(code[1:])
	if other, ok := otherNames[code]; ok {
		return other
	}
	return code
}

// regions are words in names of families that write Han as one region does.
var regions = map[string]string{
	"SC": "SC", "CN": "SC", "GB": "SC", "Hans": "SC", "YaHei": "SC", "SimSun": "SC", "SimHei": "SC",
	"TC": "TC", "TW": "TC", "HK": "TC", "Hant": "TC", "JhengHei": "TC", "MingLiU": "TC", "PMingLiU": "TC",
	"JP": "JP", "Gothic": "JP", "Mincho": "JP", "Meiryo": "JP", "Hiragino": "JP", "Kaku": "JP", "IPAGothic": "JP", "IPAexGothic": "JP",
	"KR": "KR", "Malgun": "KR", "Gulim": "KR", "Batang": "KR", "Nanum": "KR", "SD": "KR",
}

// elsewhere reports whether a family is made for Han of another region than the script's.
func (s script) elsewhere(family string) bool {
	if s.region == "" {
		return false
	}
	foreign := false
	for word := range strings.FieldsSeq(family) {
		region, ok := regions[word]
		if region == s.region {
			return false
		}
		foreign = foreign || ok
	}
	return foreign
}

// liking is the place of a family among those that come first.
func (s script) liking(family string) int {
	for i, liked := range s.liked {
		if strings.EqualFold(family, liked) {
			return i
		}
	}
	return len(s.liked)
}
