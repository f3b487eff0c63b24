package rubric

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Levels is the number of levels of a criterion; levels run from 1 to Levels.
const Levels = 5

// CriterionID names a criterion; it stays the same across versions.
type CriterionID string

// The five criteria.
const (
	Relevance        CriterionID = "relevance"
	SituationAndTask CriterionID = "situation-and-task"
	OwnAction        CriterionID = "own-action"
	Result           CriterionID = "result"
	RoleDepth        CriterionID = "role-depth"
)

// Rubric is one version of the criteria, in the order they are asked.
type Rubric struct {
	Version  string      `json:"version"`
	Criteria []Criterion `json:"criteria"`
}

// Criterion is one thing an answer is rated by.
type Criterion struct {
	ID       CriterionID    `json:"id"`
	Name     string         `json:"name"`
	Question string         `json:"question"`
	Anchors  [Levels]string `json:"anchors"` // Anchors[0] describes level 1
}

// Criterion finds a criterion of the rubric.
func (r Rubric) Criterion(id CriterionID) (Criterion, bool) {
	i := slices.IndexFunc(r.Criteria, func(c Criterion) bool { return c.ID == id })
	if i < 0 {
		return Criterion{}, false
	}
	return r.Criteria[i], true
}

// Anchor is the text of a level from 1 to Levels; "" for any other number.
func (c Criterion) Anchor(level int) string {
	if level < 1 || level > Levels {
		return ""
	}
	return c.Anchors[level-1]
}

// Rating is a person's own rating of one answer by one criterion.
type Rating struct {
	Criterion CriterionID `json:"criterion"`
	// Level is 1 to Levels; nil is "can't say", a normal answer that counts for nothing.
	Level *int `json:"level"`
	// Version is the rubric's version at the time.
	Version string `json:"version"`
}

// Check refuses a rating that fits no criterion or level of the rubric:
// fault.Invalid rubric.version, rubric.criterion or rubric.level.
func (r Rubric) Check(rating Rating) error {
	if rating.Version != r.Version {
		return fault.InvalidField("version", "rubric.version")
	}
	if _, ok := r.Criterion(rating.Criterion); !ok {
		return fault.InvalidField("criterion", "rubric.criterion")
	}
	if l := rating.Level; l != nil && (*l < 1 || *l > Levels) {
		return fault.InvalidField("level", "rubric.level")
	}
	return nil
}

// The released versions, all of them: a new one is added here, and none is taken away.
//
//go:embed v1
var versions embed.FS

// currentVersion is what new ratings are made by.
const currentVersion = "v1"

// Current is the rubric that new ratings are made by.
func Current() Rubric {
	r, err := Load(currentVersion)
	if err != nil {
		panic(err) // the files are part of the program, and a test reads them
	}
	return r
}

// Load reads any released version, for ratings made by it. The fault is NotFound
// rubric.version.
func Load(version string) (Rubric, error) { return Read(versions, version) }

// Read reads a version from a tree that has a folder for each.
func Read(tree fs.FS, version string) (Rubric, error) {
	known, err := fs.ReadDir(tree, ".")
	if err != nil || !slices.ContainsFunc(known, func(e fs.DirEntry) bool { return e.Name() == version }) {
		return Rubric{}, fmt.Errorf("load rubric: %w", fault.New(fault.NotFound, "rubric.version").With("version", version))
	}
	files, err := fs.Glob(tree, version+"/*.md")
	if err != nil {
		return Rubric{}, fmt.Errorf("load rubric: %w", err)
	}
	r := Rubric{Version: version}
	for _, name := range files { // sorted: the number in front gives the order
		raw, err := fs.ReadFile(tree, name)
		if err != nil {
			return Rubric{}, fmt.Errorf("load rubric: %w", err)
		}
		c, err := parse(string(raw))
		if err != nil {
			return Rubric{}, fmt.Errorf("load rubric: %s: %w", name, err)
		}
		r.Criteria = append(r.Criteria, c)
	}
	return r, nil
}
