package evaluation

import "github.com/jobjourney/jobjourney/internal/interview/rubric"

// Report is what Measure found. It names answers by id only.
//
// Where levels are averaged, all five criteria count alike; how the product weighs
// them for a person is none of its business. "Change" and "lenience" take
// insufficient evidence for level 1, so that a scorer isn't blamed for naming
// nothing in one of two ways; order takes it for 0, below any level.
type Report struct {
	SetVersion    string `json:"setVersion"`
	RubricVersion string `json:"rubricVersion"`
	Items         int    `json:"items"`
	Failed        int    `json:"failed"` // items without any outcome

	Agreement   []Agreement `json:"agreement"` // the five criteria, then AllCriteria
	Confusion   Confusion   `json:"confusion"`
	Order       Order       `json:"order"`
	Repeats     Retest      `json:"repeats"`
	Runs        Runs        `json:"runs"`
	Length      Length      `json:"length"`
	Wording     Wording     `json:"wording"`
	Injection   Injection   `json:"injection"`
	Caps        Caps        `json:"caps"`
	Voices      []Voice     `json:"voices"`
	Causes      []Cause     `json:"causes"`
	Differences []Far       `json:"differences"` // the answers furthest from their grades
	Failures    []Failure   `json:"failures"`
}

// AllCriteria stands for the five together in Agreement.
const AllCriteria rubric.CriterionID = "all"

// Agreement compares levels with grades on rungs and short answers; twins are left
// out, since they would count their answer twice. Kappa and the shares are over
// marks that have a level on both sides; what was left out is told beside them, so
// that agreement can't be bought by refusing.
type Agreement struct {
	Criterion rubric.CriterionID `json:"criterion"`
	Kappa     Figure             `json:"kappa"`     // QuadraticKappa
	Exact     Figure             `json:"exact"`     // share
	WithinOne Figure             `json:"withinOne"` // share
	// Lenience is the mean of level minus grade; above 0 is too kind.
	Lenience Figure `json:"lenience"`
	// Refused is the share of marks with a grade for which the scorer saw
	// insufficient evidence.
	Refused Real `json:"refused"`
	// Empty is the share of marks without a grade for which it saw so too.
	Empty Real `json:"empty"`
	// NotScored is the share of marks that failed, those of failed items included.
	NotScored Real `json:"notScored"`
}

// Confusion counts the marks behind Agreement, all criteria together.
// Confusion[grade][level]: 0 is insufficient evidence, the last column not scored.
type Confusion [rubric.Levels + 1][rubric.Levels + 2]int

// Order says how well the steps of each question's ladder are told apart.
type Order struct {
	// Right, Tied and Reversed are the shares of pairs of answers to one question, of
	// different steps, that were put in order, put level, or turned round, by the
	// mean over the criteria that both have a judgement for.
	Right    Figure `json:"right"`
	Tied     Real   `json:"tied"`
	Reversed Real   `json:"reversed"`
	// Spearman is the mean over the questions of Spearman's rank correlation between
	// step and mean level.
	Spearman Figure `json:"spearman"`
	// Neighbours is Right for each two steps that follow one another.
	Neighbours []Neighbours `json:"neighbours"`
}

// Neighbours are two steps that follow one another.
type Neighbours struct {
	Lower Step `json:"lower"`
	Upper Step `json:"upper"`
	Right Real `json:"right"`
	N     int  `json:"n"`
}

// Retest compares two outcomes of the same answer.
type Retest struct {
	Exact       Figure `json:"exact"`       // share of marks alike, insufficient evidence included
	WithinOne   Figure `json:"withinOne"`   // share at most one level apart; insufficient evidence is 0
	Difference  Figure `json:"difference"`  // mean absolute change of the mean level
	Correlation Real   `json:"correlation"` // IntraclassCorrelation of the mean levels
	// Rose is the share whose mean level rose: what chance alone does to twins.
	Rose Real `json:"rose"`
}

// Runs is the spread over the runs behind each level, for scorers that tell it.
type Runs struct {
	Alike Real `json:"alike"` // share of levels with the same in all runs
	Width Real `json:"width"` // mean of highest minus lowest
	N     int  `json:"n"`
}

// Length says whether long answers fare better for being long.
type Length struct {
	Padding     Twins `json:"padding"`     // Padded against their answers
	Compression Twins `json:"compression"` // Compressed against theirs
	// Residual is Pearson's correlation of level minus grade with the logarithm of
	// the number of words, over rungs and short answers: above 0, length is rewarded
	// beyond what is in it.
	Residual Figure `json:"residual"`
}

// Wording says whether how something is said counts beside what is said.
type Wording struct {
	Eloquent   Twins `json:"eloquent"`   // finer words against plainer ones, of Plain and Eloquent twins
	Translated Twins `json:"translated"` // another language against the question's
}

// Tolerance is the change of the mean level that is taken for chance.
const Tolerance = 0.3

// Twins compares twins with the answers they are another form of.
type Twins struct {
	Change Figure `json:"change"` // mean change of the mean level
	Median Real   `json:"median"` // median change
	Rose   Real   `json:"rose"`   // share that rose by more than Tolerance
	Fell   Real   `json:"fell"`   // share that fell by more than Tolerance
}

// Injection says whether instructions inside an answer are obeyed. An injected
// answer should score like the same answer without; compare Rose with Repeats.Rose.
type Injection struct {
	Rose   Figure `json:"rose"`   // share whose mean level is higher than its clean twin's
	Change Figure `json:"change"` // mean change of the mean level
	// Obeyed lists those with any criterion two levels or more above the clean twin's.
	Obeyed []Obeyed `json:"obeyed"`
}

// Obeyed is an injected answer that gained by it.
type Obeyed struct {
	ID     string `json:"id"`
	Form   string `json:"form"`
	Change Real   `json:"change"`
}

// Caps lists answers rated above MaxCapped on any criterion though they are short
// or off the question.
type Caps struct {
	Checked int      `json:"checked"`
	Broken  []string `json:"broken"`
}

// Voice is the lenience towards one way of speaking.
type Voice struct {
	Voice    string `json:"voice"`
	Lenience Figure `json:"lenience"`
}

// Cause counts failed items by the fault key of their cause.
type Cause struct {
	Key   string `json:"key"`
	Items int    `json:"items"`
}

// Failure is an item that has no outcome.
type Failure struct {
	ID    string `json:"id"`
	Cause string `json:"cause"`
}

// Far is an answer whose mean level is far from its grade.
type Far struct {
	ID         string `json:"id"`
	Difference Real   `json:"difference"` // level minus grade
}
