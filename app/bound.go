package app

// Bound is everything the user interface may call. The field names are the areas of
// window.go.app in the page.
type Bound struct {
	System     *System
	Account    *Account
	Settings   *Settings
	Career     *Career
	Postings   *Postings
	Resumes    *Resumes
	Rehearsals *Rehearsals
	Practice   *Practice
	Providers  *Providers
	Privacy    *Privacy
}

// all lists the structs for Wails.
func (b Bound) all() []any {
	return []any{b.System, b.Account, b.Settings, b.Career, b.Postings, b.Resumes, b.Rehearsals, b.Practice, b.Providers, b.Privacy}
}
