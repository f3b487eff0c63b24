package fakespeech

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// formats are the values of output_format.
var formats = []string{
	"mp3_22050_32", "mp3_24000_48", "mp3_44100_32", "mp3_44100_64", "mp3_44100_96", "mp3_44100_128", "mp3_44100_192",
	"pcm_8000", "pcm_16000", "pcm_22050", "pcm_24000", "pcm_32000", "pcm_44100", "pcm_48000", "ulaw_8000", "alaw_8000",
	"opus_48000_32", "opus_48000_64", "opus_48000_96", "opus_48000_128", "opus_48000_192",
}

var tiers = []string{"free", "starter", "creator", "pro", "enterprise"}

var (
	creatorOnly = problem{http.StatusForbidden, "only_for_creator+", "This output format is only available for creator tier and above."}
	proOnly     = problem{http.StatusForbidden, "output_format_not_allowed", "PCM at 44.1kHz and above is only available for pro tier and above."}
	cantEncode  = problem{http.StatusBadRequest, "fake_speaks_pcm", "The fake has no encoder: ask for output_format pcm_*."}
)

// rate reads an output_format: the rate in Hz of pcm, or why it can't be had.
func (e *ElevenLabs) rate(format string) (hz int, known bool, p *problem) {
	if format == "" {
		format = "mp3_44100_128" // the default of the API
	}
	if !slices.Contains(formats, format) {
		return 0, false, nil
	}
	tier := slices.Index(tiers, e.options.Tier)
	text, isPCM := strings.CutPrefix(format, "pcm_")
	hz, _ = strconv.Atoi(text) // the list has numbers only
	switch {
	case format == "mp3_44100_192" && tier < slices.Index(tiers, "creator"):
		return 0, true, &creatorOnly
	case isPCM && hz >= 44100 && tier < slices.Index(tiers, "pro"):
		return 0, true, &proOnly
	case !isPCM:
		return 0, true, &cantEncode
	}
	return hz, true, nil
}
