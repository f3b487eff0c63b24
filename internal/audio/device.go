package audio

import (
	"context"
	"runtime"
	"sync"
	"time"
	"unsafe"

	"github.com/gen2brain/malgo"

	"github.com/jobjourney/jobjourney/internal/clock"
)

// device is an open, running device with its own connection to the sound system.
type device struct {
	sound  *malgo.AllocatedContext
	device *malgo.Device
	id     malgo.DeviceID
	kind   malgo.DeviceType
	clock  clock.Clock
	users  sync.WaitGroup // who still asks the connection something
}

// closeWithin is how long a device may take to close; 10 ms is usual.
const closeWithin = time.Second / 2

// start opens the device with that id (empty: the system's choice, found out now and
// kept) and starts it. data runs on the sound system's thread.
func (s *System) start(ctx context.Context, id string, config malgo.DeviceConfig, data malgo.DataProc) (*device, error) {
	return within(ctx, func() (*device, error) {
		sound, err := connect()
		if err != nil {
			return nil, err
		}
		d := &device{sound: sound, kind: config.DeviceType, clock: s.clock}
		if err := d.open(id, config, data); err != nil {
			disconnect(sound)
			return nil, err
		}
		return d, nil
	}, func(d *device) { d.close() })
}

func (d *device) open(id string, config malgo.DeviceConfig, data malgo.DataProc) (err error) {
	if d.id, err = choose(d.sound, d.kind, id); err != nil {
		return err
	}
	// miniaudio copies the id while it opens the device; until then it must not move.
	var pin runtime.Pinner
	defer pin.Unpin()
	chosen := d.id
	pin.Pin(&chosen)
	if d.kind == malgo.Capture {
		config.Capture.DeviceID = unsafe.Pointer(&chosen)
	} else {
		config.Playback.DeviceID = unsafe.Pointer(&chosen)
	}
	d.device, err = malgo.InitDevice(d.sound.Context, config, malgo.DeviceCallbacks{Data: data})
	if err != nil {
		return opening(d.kind, err)
	}
	if err := d.device.Start(); err != nil {
		d.device.Uninit()
		return opening(d.kind, err)
	}
	return nil
}

// isPresent asks the sound system whether it still lists the device. One that can't
// answer lists nothing; the watch over the callbacks tells then.
func (d *device) isPresent() bool {
	found, err := present(d.sound, d.kind)
	if err != nil {
		return true
	}
	for _, f := range found {
		if f.ID == d.id {
			return true
		}
	}
	return false
}

// close stops the device: nothing it still delivers is passed on. The connection
// goes when nobody asks it anything.
//
// PulseAudio's client never comes back from closing a stream whose device was pulled
// out. Such a device is left behind after a while: a sleeping thread and a
// connection are lost, once per unplugging, until the app ends.
func (d *device) close() {
	closed := make(chan struct{})
	go func() {
		d.device.Uninit()
		close(closed)
		d.users.Wait()
		disconnect(d.sound)
	}()
	select {
	case <-closed:
	case <-d.clock.After(closeWithin):
	}
}

// samples sees the bytes of a callback as the 16-bit numbers they are, in the
// machine's own byte order, without a copy.
func samples(b []byte) []int16 {
	if len(b) == 0 {
		return nil
	}
	return unsafe.Slice((*int16)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/2)
}
