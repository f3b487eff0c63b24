package posting

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/*.txt
var dataFiles embed.FS

// tables are the word lists of data/, read once and never changed.
type tables struct {
	headings  []headingPhrase
	cues      map[string][]cue // by kind
	stopwords map[string]map[string]bool
	jobNouns  map[string]bool
	jobEnds   []string
	places    map[string]bool
	companies map[string]bool
	fillers   map[string]bool
	notTerms  map[string]bool
	common    map[string]bool
	bodies    bodyNouns
	objects   objectWords
	terms     map[string][]term // by first folded word
}

var words = sync.OnceValue(readTables)

// readTables panics on a malformed table: the files are part of the program, and
// a test reads them.
func readTables() *tables {
	t := &tables{
		headings:  readHeadings(),
		cues:      readCues(),
		stopwords: readStopwords(),
		places:    set(split(dataLines("places"), ",")),
		companies: set(split(dataLines("companywords"), " ")),
		fillers:   set(split(dataLines("fillers"), ",")),
		notTerms:  set(split(dataLines("notterms"), " ")),
		common:    set(split(dataLines("common"), " ")),
		bodies:    readBodyNouns(),
		objects:   readObjectWords(),
		terms:     readTerms(split(dataLines("terms"), ",")),
	}
	t.jobNouns, t.jobEnds = readJobNouns()
	return t
}

// dataLines gives the lines of data/<name>.txt without comments and empty lines.
func dataLines(name string) []string {
	raw, err := dataFiles.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(fmt.Sprintf("word table %s: %v", name, err))
	}
	var out []string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// tabbed cuts a line into its kind and the rest.
func tabbed(table, line string) (kind, rest string) {
	kind, rest, ok := strings.Cut(line, "\t")
	if !ok || kind == "" || rest == "" {
		panic(fmt.Sprintf("word table %s: no tab in %q", table, line))
	}
	return kind, rest
}

func split(lines []string, sep string) []string {
	var out []string
	for _, line := range lines {
		for part := range strings.SplitSeq(line, sep) {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

func set(list []string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, s := range list {
		out[strings.ToLower(s)] = true
	}
	return out
}

func readStopwords() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, line := range dataLines("stopwords") {
		lang, list := tabbed("stopwords", line)
		out[lang] = set(strings.Fields(list))
	}
	return out
}

func readJobNouns() (nouns map[string]bool, ends []string) {
	var list []string
	for _, line := range dataLines("jobnouns") {
		if rest, ok := strings.CutPrefix(line, "suffixes:"); ok {
			ends = strings.Fields(rest)
			continue
		}
		list = append(list, strings.Fields(line)...)
	}
	return set(list), ends
}
