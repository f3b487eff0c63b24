package platform

// systemLanguages knows nothing beyond the environment.
func systemLanguages() []string { return nil }
