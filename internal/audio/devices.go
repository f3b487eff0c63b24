package audio

import (
	"context"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/gen2brain/malgo"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Device is a microphone or a loudspeaker to choose.
type Device struct {
	ID, Name string // the id stays the same while the device does; hexadecimal
	Default  bool   // the system's choice at this moment
}

// Microphones lists what can be spoken into; none is an empty list. Recordings of
// loudspeakers ("monitors"), which PulseAudio lists as well, are left out. Faults:
// audio.noSoundSystem, audio.refused.
func (s *System) Microphones(ctx context.Context) ([]Device, error) {
	return list(ctx, malgo.Capture)
}

// Outputs lists what can be played on, like Microphones.
func (s *System) Outputs(ctx context.Context) ([]Device, error) {
	return list(ctx, malgo.Playback)
}

func list(ctx context.Context, kind malgo.DeviceType) ([]Device, error) {
	return within(ctx, func() ([]Device, error) {
		sound, err := connect()
		if err != nil {
			return nil, err
		}
		defer disconnect(sound)
		found, err := present(sound, kind)
		if err != nil {
			return nil, err
		}
		out := make([]Device, len(found))
		for i, d := range found {
			out[i] = Device{ID: d.ID.String(), Name: d.Name(), Default: d.IsDefault != 0}
		}
		return out, nil
	}, func([]Device) {})
}

// present are the devices of the kind, without monitors.
func present(sound *malgo.AllocatedContext, kind malgo.DeviceType) ([]malgo.DeviceInfo, error) {
	all, err := sound.Devices(kind)
	if err != nil {
		return nil, fmt.Errorf("list sound devices: %w", connecting(err))
	}
	var out []malgo.DeviceInfo
	for _, d := range all {
		if !isMonitor(d.ID.String(), d.Name()) {
			out = append(out, d)
		}
	}
	return out, nil
}

// isMonitor knows PulseAudio's names: the source NAME.monitor, "Monitor of ...".
func isMonitor(id, name string) bool {
	plain, err := hex.DecodeString(id)
	return err == nil && strings.HasSuffix(string(plain), ".monitor") || strings.HasPrefix(name, "Monitor of ")
}

// choose finds the device with that id; an empty id is the system's choice, or the
// first device where that is hidden.
func choose(sound *malgo.AllocatedContext, kind malgo.DeviceType, id string) (malgo.DeviceID, error) {
	found, err := present(sound, kind)
	if err != nil {
		return malgo.DeviceID{}, err
	}
	if len(found) == 0 {
		return malgo.DeviceID{}, missing(kind, nil)
	}
	for _, d := range found {
		if id == d.ID.String() || id == "" && d.IsDefault != 0 {
			return d.ID, nil
		}
	}
	if id == "" {
		return found[0].ID, nil
	}
	return malgo.DeviceID{}, fault.New(fault.NotFound, "audio.deviceMissing")
}
