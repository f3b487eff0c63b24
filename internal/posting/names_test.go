package posting

import (
	"slices"
	"testing"
)

// TestNamesWithAnd tells the names of institutions and laws, which hold "and" or
// "for", from lists of tools, which "and" parts.
func TestNamesWithAnd(t *testing.T) {
	tests := map[string]struct {
		line string
		want []string
	}{
		"closed by its noun":     {"Registered with the Nursing and Midwifery Council", []string{"Nursing and Midwifery Council"}},
		"known words inside":     {"Current Health and Care Professions Council registration", []string{"Health and Care Professions Council"}},
		"a law":                  {"Working knowledge of the Town and Country Planning Act 1990", []string{"Town and Country Planning Act 1990"}},
		"a law with at":          {"Knowledge of the Health and Safety at Work Act", []string{"Health and Safety at Work Act"}},
		"an opening noun":        {"Member of the Chartered Institute of Personnel and Development", []string{"Chartered Institute of Personnel and Development"}},
		"the after of":           {"Member of the Institute of the Motor Industry and Trade", []string{"Institute of the Motor Industry and Trade"}},
		"for":                    {"Guidance of the Institute for Apprenticeships", []string{"Institute for Apprenticeships"}},
		"ampersand":              {"Registered with the Health & Care Professions Council", []string{"Health & Care Professions Council"}},
		"of alone":               {"Member of the Royal College of Nursing", []string{"Royal College of Nursing"}},
		"its abbreviation":       {"Registered with the Nursing and Midwifery Council (NMC)", []string{"Nursing and Midwifery Council", "NMC"}},
		"two institutions":       {"Members of the Royal College of Nursing and Nursing and Midwifery Council", []string{"Royal College of Nursing", "Nursing and Midwifery Council"}},
		"a whole name, and more": {"Knowledge of the Land and Property Act and Kafka", []string{"Land and Property Act", "Kafka"}},
		"a list of two tools":    {"Experience with Python and Go", []string{"Python", "Go"}},
		"a list of unknown ones": {"Experience with Zorbo and Quandle", []string{"Zorbo", "Quandle"}},
		"abbreviations":          {"Knowledge of HACCP and COSHH", []string{"HACCP", "COSHH"}},
		"a tool and a law":       {"Knowledge of COSHH and Working Time Regulations", []string{"Working Time Regulations", "COSHH"}},
		"a law without and":      {"Knowledge of the Land Tax Act 1998", []string{"Land Tax Act 1998"}},
		"a known word inside":    {"Used to the Zorbo Land Tax in daily use", []string{"Zorbo Land Tax"}},
		"a numbered standard":    {"Knowledge of BS 3998", []string{"BS 3998"}},
		"what experience is of":  {"Experience with heather burning and fence repair", []string{"heather burning", "fence repair"}},
		"what a diploma is in":   {"A diploma in moor keeping or land care", []string{"moor keeping", "land care"}},
		"what training is of":    {"Heather burning certificate", []string{"Heather burning"}},
		"no thing of its own":    {"Experience of charity and a good background", nil},
		"names of two words":     {"Used to Google Analytics and Zorbo Ads", []string{"Google Analytics", "Zorbo Ads"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := Extract("This is the job that we have for you and it is in our team.\n\nRequirements\n- " + tt.line + "\n")
			var got []string
			for _, k := range r.Keywords {
				got = append(got, k.Term)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("read %q, want %q", got, tt.want)
			}
		})
	}
}

// TestTheEmployersNameIsNoTerm reads a name that would be an institution's.
func TestTheEmployersNameIsNoTerm(t *testing.T) {
	r := Extract("Planning Officer\nEmployer: Tarn and Fell District Council\n\nThis is the job that we have for you and it is in our team.\n\nRequirements\n- A car, as you will represent Tarn and Fell District Council\n")
	if len(r.Keywords) != 0 {
		t.Errorf("read %+v, want nothing", r.Keywords)
	}
}
