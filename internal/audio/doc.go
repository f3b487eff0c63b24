// Package audio is the computer's microphone and loudspeaker, by miniaudio (through
// malgo): PulseAudio or PipeWire's PulseAudio on Linux, WASAPI on Windows, Core
// Audio on macOS. The web view is never asked for the microphone.
//
// System lists devices and opens them; a Capture delivers 16 kHz mono sound, a
// Speaker plays clips. Both open one named device and stay with it: a sound server
// that loses a device quietly goes on with another, which may be the recording of
// the app's own loudspeaker, and it says nothing when callbacks stop for good. So a
// watch over counts and times (package flow) tells what is lost, silent or missing.
//
// The packages below need no C: flow is what lies between a callback and the app,
// silero hears speech, level measures loudness, wav makes file headers.
package audio
