package scoring

// Whole is the level of several answers together: of a rehearsal.
type Whole struct {
	// Level is the mean by Weights of all levels of all criteria that are scored; nil where
	// there is none, or Cause keeps them from being put together.
	Level *float64
	// Scored is how many answers it rests on, of Answers in all.
	Scored, Answers int
	// Cause is why scored answers have no level together: a key; empty otherwise.
	Cause string
}

// WholeOf puts the scores of answers together, one for each answer that was given; nil is an
// answer without a score. Scores that were made in different ways aren't put together
// (scoring.mixed): another model, rubric, prompt or way of asking may mean another thing by
// a level. Who runs the model doesn't part them: a router may choose anew for each question.
func WholeOf(scores []*Score) Whole {
	out := Whole{Answers: len(scores)}
	var all []Criterion
	var first *Score
	for _, s := range scores {
		if s == nil || s.Scored == 0 {
			continue
		}
		if first == nil {
			first = s
		}
		if !s.Alike(*first) {
			out.Cause = "scoring.mixed"
		}
		out.Scored++
		all = append(all, s.Criteria...)
	}
	if out.Cause == "" {
		out.Level, _ = overall(all)
	}
	return out
}

// Alike reports whether two scores were made in the same way, so that a level means the same
// in both. Who runs the model doesn't part them.
func (s Score) Alike(t Score) bool {
	a, b := s.Source, t.Source
	a.Provider, b.Provider = "", ""
	return a == b && s.Runs == t.Runs
}
