package system

import (
	"context"
	"os/exec"
	"regexp"
	"slices"
	"strings"
)

// Speeds a voice can be asked for; beyond them it isn't understood.
const (
	Slowest = 0.5
	Fastest = 2
)

// Info is a voice to choose.
type Info struct {
	// ID names it in a setting, "flite:slt": the program, and the voice as it calls it.
	ID string
	// Name is for people.
	Name string
	// Language as the program writes it, "en-us" or "en_US"; may be empty.
	Language string
}

// Voices lists the voices of all programs on this computer that can speak, those of the
// program Find takes first. One that gives no list is left out.
func Voices(ctx context.Context) []Info {
	var out []Info
	for _, v := range candidates() {
		path, err := exec.LookPath(v.name)
		if err != nil {
			continue
		}
		v.path, v.args, v.file = path, v.list, nil
		said, err := v.run(ctx, "")
		if err != nil {
			continue
		}
		for _, info := range v.read(said) {
			info.ID = v.name + ":" + info.ID
			out = append(out, info)
		}
	}
	return out
}

// For gives a voice that speaks a language (ISO 639-1): of the first program that has one,
// the usual voice where it speaks that, and else one the program lists for it.
func For(ctx context.Context, language string) (*Voice, bool) {
	for _, v := range candidates() {
		path, err := exec.LookPath(v.name)
		if err != nil {
			continue
		}
		v.path = path
		if v.usual == language {
			v.args = v.with("", 1)
			return &v, true
		}
		if best, ok := v.speaking(ctx, language); ok {
			v.args = v.with(best, 1)
			return &v, true
		}
	}
	return nil, false
}

// speaking finds the voice of a program for a language, as the program calls it.
func (v *Voice) speaking(ctx context.Context, language string) (string, bool) {
	lister := *v
	lister.args, lister.file = v.list, nil
	said, err := lister.run(ctx, "")
	if err != nil {
		return "", false
	}
	best, rank := "", 0
	for _, info := range v.read(said) {
		if r := v.rank(info, language); r > rank {
			best, rank = info.ID, r
		}
	}
	return best, rank > 0
}

// rank is how well a voice suits a language; 0 is not at all. The language of the country
// named after it goes before that of others ("fr-fr" before "fr-be").
func (v *Voice) rank(info Info, language string) int {
	own, region, regional := strings.Cut(strings.ToLower(strings.ReplaceAll(info.Language, "_", "-")), "-")
	switch {
	case own != language:
		return 0
	case slices.Contains(v.known, info.ID):
		return 4
	case !regional:
		return 3
	case region == language:
		return 2
	}
	return 1
}

// Choose gives the voice with an ID of Voices, if it is there (still), at a speed: 1 is
// its own. A program isn't trusted to refuse a voice it doesn't have: flite takes another.
func Choose(ctx context.Context, id string, speed float64) (*Voice, bool) {
	program, voice, _ := strings.Cut(id, ":")
	for _, v := range candidates() {
		path, err := exec.LookPath(v.name)
		if v.name != program || err != nil {
			continue
		}
		for _, info := range Voices(ctx) {
			if info.ID == id {
				v.path, v.args = path, v.with(voice, inRange(speed))
				return &v, true
			}
		}
	}
	return nil, false
}

// At gives the usual voice of the same program at another speed: 1 is its own.
func (v *Voice) At(speed float64) *Voice {
	out := *v
	out.args = v.with("", inRange(speed))
	return &out
}

func inRange(speed float64) float64 {
	if !(speed > 0) {
		return 1
	}
	return min(max(speed, Slowest), Fastest)
}

// fliteVoices reads "Voices available: kal awb slt".
func fliteVoices(output []byte) []Info {
	_, names, _ := strings.Cut(string(output), ":")
	var out []Info
	for _, name := range strings.Fields(names) {
		out = append(out, Info{ID: name, Name: name, Language: "en"})
	}
	return out
}

// espeakVoices reads a table: priority, language, age and sex, name, file, other languages.
// Voices of MBROLA are listed whether their sounds are there or not.
func espeakVoices(output []byte) []Info {
	var out []Info
	for line := range strings.Lines(string(output)) {
		f := strings.Fields(line)
		if len(f) < 5 || f[0] == "Pty" || strings.HasPrefix(f[4], "mb/") {
			continue
		}
		out = append(out, Info{ID: f[4], Name: strings.ReplaceAll(f[3], "_", " "), Language: f[1]})
	}
	return out
}

// sayLine reads lines such as "Eddy (English (US))   en_US    # Hello! My name is Eddy.".
var sayLine = regexp.MustCompile(`(?m)^(\S.*?)\s+([a-z]{2,3}[_-][A-Za-z0-9_-]+)\s+#`)

func sayVoices(output []byte) []Info {
	var out []Info
	for _, m := range sayLine.FindAllSubmatch(output, -1) {
		out = append(out, Info{ID: string(m[1]), Name: string(m[1]), Language: string(m[2])})
	}
	return out
}

// sapiVoices reads a name and a language in each line, with a tab between them.
func sapiVoices(output []byte) []Info {
	var out []Info
	for line := range strings.Lines(string(output)) {
		if name, language, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t"); ok {
			out = append(out, Info{ID: name, Name: name, Language: language})
		}
	}
	return out
}
