package career

// clean tidies the basics. The picture and what only other programs know aren't given by
// whoever edits them, so they stay as they were, but for the picture's description.
func (b Basics) clean(was Basics) Basics {
	b = b.tidy()
	if b.Extra == nil {
		b.Extra = was.Extra
	}
	described := b.Picture
	b.Picture = was.Picture
	if described != nil && was.Picture != nil && described.ID == was.Picture.ID {
		picture := *was.Picture
		picture.Description = line(described.Description)
		b.Picture = &picture
	}
	return b
}

func (b Basics) tidy() Basics {
	for _, s := range []*string{&b.Name, &b.Label, &b.Email, &b.Phone, &b.URL} {
		*s = line(*s)
	}
	for _, s := range []*string{
		&b.Location.Address, &b.Location.PostalCode, &b.Location.City, &b.Location.Region, &b.Location.CountryCode,
	} {
		*s = line(*s)
	}
	b.Summary = paragraph(b.Summary)
	profiles := []Profile{}
	for _, p := range b.Profiles {
		p = Profile{line(p.Network), line(p.Username), line(p.URL)}
		if p.URL != "" || p.Username != "" {
			profiles = append(profiles, p)
		}
	}
	b.Profiles = profiles
	return b
}

func (b Basics) checkLength() error {
	place := b.Location
	all := []text{
		{"name", b.Name}, {"label", b.Label}, {"email", b.Email}, {"phone", b.Phone}, {"url", b.URL}, {"summary", b.Summary},
		{"location", place.Address + place.PostalCode + place.City + place.Region + place.CountryCode},
	}
	for _, p := range b.Profiles {
		all = append(all, text{"profiles", p.Network + p.Username + p.URL})
	}
	if b.Picture != nil {
		all = append(all, text{"picture", b.Picture.Description})
	}
	return checkLength(longestText, all...)
}
