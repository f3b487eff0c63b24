package resume

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// fallback is the language of whoever writes in one that has no file.
const fallback = "en"

// Lexicon is what a résumé needs in its own language: titles of sections, months, and how
// dates are put together. A pattern holds {names} to be filled.
type Lexicon struct {
	Direction     string         `json:"direction"` // "ltr" or "rtl"
	Sections      map[Key]string `json:"sections"`
	Present       string         `json:"present"` // the end of what goes on
	Months        Months         `json:"months"`
	MonthYear     string         `json:"monthYear"`               // {month} {year}
	MonthYearLong string         `json:"monthYearLong,omitempty"` // with the long name, where that differs
	Day           string         `json:"day"`                     // {day} {month} {year}
	DayLong       string         `json:"dayLong,omitempty"`
	FirstDay      string         `json:"firstDay,omitempty"` // the first of a month, where it isn't "1"
	NumericMonth  string         `json:"numericMonth"`       // {mm} {year}
	NumericDay    string         `json:"numericDay"`         // {dd} {mm} {year}
	Range         string         `json:"range"`              // {from} {to}
	Page          string         `json:"page"`               // {page} {pages}
	Resume        string         `json:"resume"`             // what such a document is called
	Contact       string         `json:"contact"`
	Level         string         `json:"level"`
	Score         string         `json:"score"`
	Courses       string         `json:"courses"`
	Photo         string         `json:"photo"` // {name}; says what the picture shows
}

// Months are the names of the months, January first.
type Months struct {
	Short    []string `json:"short"`
	Long     []string `json:"long"`
	Day      []string `json:"day,omitempty"`      // as Long, after the number of a day
	DayShort []string `json:"dayShort,omitempty"` // as Short, after the number of a day
}

// Lexicons are those of all languages there are, by their tag in lower case.
type Lexicons map[string]Lexicon

// LoadWords reads every file <language>.json there is, in any folder. One that isn't
// complete, and English missing, are mistakes of ours.
func LoadWords(files fs.FS) (Lexicons, error) {
	all := Lexicons{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		language, isWords := strings.CutSuffix(path.Base(name), ".json")
		if err != nil || !isWords || d.IsDir() {
			return err
		}
		x, err := loadLexicon(files, name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		all[strings.ToLower(language)] = x
		return nil
	})
	if _, ok := all[fallback]; err == nil && !ok {
		err = fmt.Errorf("no %s.json", fallback)
	}
	if err != nil {
		return nil, fault.Wrap(fault.Internal, "fault.internal", fmt.Errorf("read words: %w", err))
	}
	return all, nil
}

func loadLexicon(files fs.FS, name string) (Lexicon, error) {
	var x Lexicon
	raw, err := fs.ReadFile(files, name)
	if err != nil {
		return x, err
	}
	if err := json.Unmarshal(raw, &x); err != nil {
		return x, err
	}
	return x, x.complete()
}

// complete reports the first thing that is missing.
func (x Lexicon) complete() error {
	for _, k := range defaultOrder {
		if x.Sections[k] == "" {
			return fmt.Errorf("no title for %s", k)
		}
	}
	for _, list := range [][]string{x.Months.Short, x.Months.Long} {
		if len(list) != 12 {
			return fmt.Errorf("%d months", len(list))
		}
	}
	for _, list := range [][]string{x.Months.Day, x.Months.DayShort} {
		if len(list) != 0 && len(list) != 12 {
			return fmt.Errorf("%d months", len(list))
		}
	}
	for _, s := range []string{
		x.Direction, x.Present, x.MonthYear, x.Day, x.NumericMonth, x.NumericDay, x.Range, x.Page,
		x.Resume, x.Contact, x.Level, x.Score, x.Courses, x.Photo,
	} {
		if s == "" {
			return fmt.Errorf("a word is missing")
		}
	}
	return nil
}

// Of gives the words of a language; those of its parent ("pt-BR": "pt"), of a relative
// ("zh": "zh-Hans"), or the English ones.
func (all Lexicons) Of(language string) Lexicon {
	tag := strings.ToLower(language)
	for parent := tag; parent != ""; parent = cutLast(parent) {
		if x, ok := all[parent]; ok {
			return x
		}
	}
	primary, _, _ := strings.Cut(tag, "-")
	found := ""
	for known := range all {
		if strings.HasPrefix(known, primary+"-") && (found == "" || known < found) {
			found = known
		}
	}
	if found == "" {
		found = fallback
	}
	return all[found]
}

func cutLast(tag string) string {
	i := strings.LastIndexByte(tag, '-')
	if i < 0 {
		return ""
	}
	return tag[:i]
}

// Title is what stands above a section: its own title, or the language's one for it.
func (x Lexicon) Title(b Block) string {
	if b.Title.Text != "" {
		return b.Title.Text
	}
	return x.Sections[b.Key]
}

// fill replaces {name} by what follows the name in pairs.
func fill(pattern string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(pattern)
}
