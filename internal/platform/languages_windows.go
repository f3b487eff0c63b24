package platform

import "golang.org/x/sys/windows"

// systemLanguages are the display languages of the person, as BCP 47 tags.
func systemLanguages() []string {
	tags, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil {
		return nil
	}
	return tags
}
