package fakemic_test

import (
	"context"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit/fakemic"
)

func TestLifeOfAFakeMicrophone(t *testing.T) {
	var m fakemic.Microphone
	var heard int
	var troubles []string
	listen := func() (interface{ Close() error }, error) {
		return m.Listen(context.Background(), "usb", func(s []int16) { heard += len(s) }, func(float64) {},
			func(err error) { troubles = append(troubles, fault.Of(err).Key) })
	}
	m.Refuse(fakemic.Denied())
	if _, err := listen(); fault.Of(err).Key != "audio.refused" {
		t.Errorf("refused: %v", err)
	}
	m.Refuse(nil)
	l, err := listen()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := listen(); !fault.Has(err, fault.Conflict) {
		t.Errorf("opened twice: %v", err)
	}
	if n := m.Speak(make([]int16, 1000)); n != 1000 || heard != 1000 {
		t.Errorf("spoke %d, heard %d", n, heard)
	}
	m.FallSilent()
	m.WakeUp()
	m.Gap("120")
	m.Lose()
	if m.IsOpen() || m.Speak(make([]int16, 320)) != 0 {
		t.Error("a lost microphone is heard")
	}
	want := []string{"audio.silent", "audio.heard", "audio.gaps", "audio.deviceLost"}
	if len(troubles) != len(want) {
		t.Fatalf("told %v, want %v", troubles, want)
	}
	for i := range want {
		if troubles[i] != want[i] {
			t.Errorf("told %v, want %v", troubles, want)
		}
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}
