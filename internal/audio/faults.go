package audio

import (
	"errors"

	"github.com/gen2brain/malgo"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// connecting maps what miniaudio says when the sound system can't be reached. A
// sound server that refuses us looks the same as none.
func connecting(err error) error {
	if errors.Is(err, malgo.ErrAccessDenied) {
		return fault.Wrap(fault.Denied, "audio.refused", err)
	}
	return fault.Wrap(fault.Unavailable, "audio.noSoundSystem", err)
}

// opening maps what miniaudio says when a device that is listed can't be opened.
func opening(kind malgo.DeviceType, err error) error {
	switch {
	case errors.Is(err, malgo.ErrAccessDenied):
		return fault.Wrap(fault.Denied, "audio.refused", err)
	case errors.Is(err, malgo.ErrBusy), errors.Is(err, malgo.ErrAlreadyInUse):
		return fault.Wrap(fault.Unavailable, "audio.busy", err)
	case errors.Is(err, malgo.ErrNoDevice):
		return missing(kind, err)
	case errors.Is(err, malgo.ErrNoBackend), errors.Is(err, malgo.ErrFailedToInitBackend):
		return fault.Wrap(fault.Unavailable, "audio.noSoundSystem", err)
	}
	return fault.Wrap(fault.Unavailable, "audio.deviceFailed", err)
}

// missing says that there is no device of the kind at all.
func missing(kind malgo.DeviceType, cause error) error {
	if kind == malgo.Capture {
		return fault.Wrap(fault.Unavailable, "audio.noMicrophone", cause)
	}
	return fault.Wrap(fault.Unavailable, "audio.noSpeaker", cause)
}
