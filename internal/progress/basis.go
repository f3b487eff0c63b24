package progress

// Basis is what a point was made with. Points of different bases aren't compared: a line
// breaks between them. What doesn't matter for a line is empty in it.
type Basis struct {
	Model    string // that scored, and who ran it
	Provider string
	Rubric   string // version of the criteria and anchors
	Prompt   string // version of what the model is asked
	// OwnTemperature: the model judged at its own, so that its levels vary more.
	OwnTemperature bool
	// Definition numbers the definitions of delivery.
	Definition int
	Mode       string // "typed" or "spoken": people write otherwise than they talk
	Recogniser string // that wrote the words down
	Language   string // of the words (ISO 639-1)
}

// Parts of a Basis, as Break.Changed names them.
const (
	PartModel       = "model"
	PartProvider    = "provider"
	PartRubric      = "rubric"
	PartPrompt      = "prompt"
	PartTemperature = "temperature"
	PartDefinition  = "definition"
	PartMode        = "mode"
	PartRecogniser  = "recogniser"
	PartLanguage    = "language"
)

// changed names the parts in which two bases differ.
func (b Basis) changed(to Basis) []string {
	out := []string{}
	for _, part := range []struct {
		name    string
		differs bool
	}{
		{PartModel, b.Model != to.Model}, {PartProvider, b.Provider != to.Provider},
		{PartRubric, b.Rubric != to.Rubric}, {PartPrompt, b.Prompt != to.Prompt},
		{PartTemperature, b.OwnTemperature != to.OwnTemperature},
		{PartDefinition, b.Definition != to.Definition}, {PartMode, b.Mode != to.Mode},
		{PartRecogniser, b.Recogniser != to.Recogniser}, {PartLanguage, b.Language != to.Language},
	} {
		if part.differs {
			out = append(out, part.name)
		}
	}
	return out
}
