package platform

import (
	"errors"
	"fmt"
	"os"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// ProfileFolder is where this person's profile is, whether or not it exists:
//
//	Linux    $XDG_DATA_HOME/jobjourney, or ~/.local/share/jobjourney
//	macOS    ~/Library/Application Support/JobJourney
//	Windows  %LOCALAPPDATA%\JobJourney
//
// It makes nothing. Without a home folder it is Unavailable platform.noHome.
func ProfileFolder() (string, error) {
	return profileFolder(os.Getenv)
}

func noHome(variable string) error {
	return fault.Wrap(fault.Unavailable, "platform.noHome",
		fmt.Errorf("find profile folder: %w", errors.New(variable+" is not set")))
}
