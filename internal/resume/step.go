package resume

// step is what of a résumé a step can change. Its sections carry their key as an id, which
// is how package history tells the items of a list apart.
type step struct {
	Name     string                      `json:"name"`
	Language string                      `json:"language"`
	Layout   Layout                      `json:"layout"`
	Follow   bool                        `json:"follow"`
	Words    map[string]map[Field]string `json:"words"`
	Sections []stepSection               `json:"sections"`
}

type stepSection struct {
	Key    Key    `json:"id"`
	Hidden bool   `json:"hidden"`
	Column string `json:"column"`
	Break  bool   `json:"break"`
	Items  []Item `json:"items"`
}

func stepOf(r Resume) step {
	out := step{r.Name, r.Language, r.Layout, r.Overlay.Follow, r.Overlay.Words, make([]stepSection, len(r.Overlay.Sections))}
	for i, s := range r.Overlay.Sections {
		out.Sections[i] = stepSection(s)
		// No list and an empty one are the same to a person: no step lies between them.
		out.Sections[i].Items = make([]Item, len(s.Items))
		for j, item := range s.Items {
			if item.Lines == nil {
				item.Lines = []Line{}
			}
			out.Sections[i].Items[j] = item
		}
	}
	if out.Words == nil {
		out.Words = map[string]map[Field]string{}
	}
	return out
}

// onto is the résumé as it is after a step.
func (s step) onto(r Resume) Resume {
	r.Name, r.Language, r.Layout = s.Name, s.Language, s.Layout
	r.Overlay = Overlay{Follow: s.Follow, Words: s.Words, Sections: make([]Section, len(s.Sections))}
	for i, section := range s.Sections {
		r.Overlay.Sections[i] = Section(section)
	}
	return r
}
