package reading

import (
	"embed"
	"path"
	"strings"
	"sync"
)

//go:embed words/*.txt
var wordFiles embed.FS

// vocabulary is what the rules know of languages.
type vocabulary struct {
	headings      map[string]kind // by squeezed heading
	stems         []stemRule
	titles        []string
	organisations map[string]bool
	institutions  []string

	organisationEnds []string
	degrees          map[string]bool
	countries        map[string]string // ISO code by name
	regions          map[string]bool
	networks         []network
	levels           map[string]bool
	contactLabels    map[string]bool
}

type stemRule struct {
	kind  kind
	stems []string
}

type network struct {
	name  string
	hosts []string
}

// known is read once; the files are part of the program and can't be wrong at run time
// without a test having failed.
var known = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{
		headings: map[string]kind{}, organisations: wordSet("organisations"), degrees: wordSet("degrees"),
		countries: map[string]string{}, regions: wordSet("regions"), levels: wordSet("levels"),
		contactLabels: wordSet("contact-labels"),
		titles:        words("titles"), institutions: words("institutions"),
	}
	for w := range v.organisations {
		if end, ok := strings.CutPrefix(w, "-"); ok { // their order doesn't matter
			v.organisationEnds = append(v.organisationEnds, end)
		}
	}
	for _, row := range rows("headings") {
		name, list, _ := strings.Cut(row, ":")
		for heading := range strings.SplitSeq(list, ",") {
			v.headings[squeeze(heading)] = kind(name)
		}
	}
	for _, row := range rows("heading-stems") {
		f := strings.Fields(row)
		v.stems = append(v.stems, stemRule{kind(f[0]), f[1:]})
	}
	for _, row := range rows("places") {
		code, list, _ := strings.Cut(row, " ")
		for name := range strings.SplitSeq(list, ",") {
			v.countries[strings.TrimSpace(name)] = code
		}
	}
	for _, row := range rows("networks") {
		f := strings.Fields(row)
		v.networks = append(v.networks, network{strings.ReplaceAll(f[0], "-", " "), f[1:]})
	}
	return v
})

// rows are the lines of a file of words that are no comments.
func rows(name string) (all []string) {
	data, err := wordFiles.ReadFile(path.Join("words", name+".txt"))
	if err != nil {
		panic(err) // not in the program: a mistake of ours
	}
	for row := range strings.Lines(string(data)) {
		if row = strings.TrimSpace(row); row != "" && !strings.HasPrefix(row, "#") {
			all = append(all, row)
		}
	}
	return all
}

func words(name string) (all []string) {
	for _, row := range rows(name) {
		all = append(all, strings.Fields(row)...)
	}
	return all
}

func wordSet(name string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words(name) {
		set[w] = true
	}
	return set
}
