// Package pulse runs a PulseAudio of a test's own, with a virtual microphone to
// speak into and a virtual loudspeaker to listen to. It needs no sound card, no
// system service and no display, works as root and as anybody else, and ends with
// the test. Only tests import it, on Linux; it needs the Debian packages pulseaudio,
// pulseaudio-utils and flite, and fails the test where they are missing.
package pulse
