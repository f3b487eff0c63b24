package bank

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// content is each folder that has personas, so that a language is added by its folder.
//
//go:embed */personas.json */competencies/*.json */professions/*.json
var content embed.FS

// Languages lists the languages there is a bank for, as ISO 639-1 codes.
func Languages() []string {
	folders, err := content.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("question bank: %v", err)) // the embedded root is always there
	}
	out := make([]string, len(folders))
	for i, f := range folders {
		out[i] = f.Name()
	}
	return out
}

// Load reads the bank of a language. The fault is NotFound bank.language where
// there is none: no other language is put in its place.
func Load(language string) (*Bank, error) {
	if !slices.Contains(Languages(), language) {
		return nil, fmt.Errorf("load question bank: %w", fault.New(fault.NotFound, "bank.language").With("language", language))
	}
	b, err := read(content, language)
	if err != nil {
		return nil, fmt.Errorf("load question bank: %w", err)
	}
	return b, nil
}

// competencyFile and professionFile are the files of a language's folder.
type competencyFile struct {
	Competency
	Questions []Question `json:"questions"`
}

type professionFile struct {
	Profession
	Questions []Question `json:"questions"`
}

func read(files fs.FS, language string) (*Bank, error) {
	b := &Bank{language: language}
	var competencies []competencyFile
	var professions []professionFile
	err := cmp.Or(
		readFolder(files, language+"/competencies", &competencies),
		readFolder(files, language+"/professions", &professions),
		readJSON(files, language+"/personas.json", &b.personas),
	)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(competencies, func(a, b competencyFile) int { return cmp.Compare(a.Order, b.Order) })
	slices.SortFunc(professions, func(a, b professionFile) int { return cmp.Compare(a.Order, b.Order) })
	for _, f := range competencies {
		b.competencies = append(b.competencies, f.Competency)
		for _, q := range f.Questions {
			q.Competency = f.ID
			b.questions = append(b.questions, q)
		}
	}
	for _, f := range professions {
		b.professions = append(b.professions, f.Profession)
		for _, q := range f.Questions {
			q.Profession = f.ID
			b.questions = append(b.questions, q)
		}
	}
	return b, nil
}

func readFolder[T any](files fs.FS, folder string, into *[]T) error {
	list, err := fs.Glob(files, folder+"/*.json")
	if err != nil {
		return err
	}
	for _, name := range list {
		var one T
		if err := readJSON(files, name, &one); err != nil {
			return err
		}
		*into = append(*into, one)
	}
	return nil
}

// readJSON refuses fields the types don't have, so that a slip of the pen in a
// data file is found.
func readJSON(files fs.FS, name string, into any) error {
	raw, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: more than one value", name)
	}
	return nil
}
