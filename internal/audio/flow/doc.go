// Package flow is what lies between a sound device's callback and the rest of the
// product, without the device: Ring carries captured samples out of the callback,
// Queue carries samples to be played into one, and Watch notices from counts and
// times alone that a microphone is lost, silent or losing sound.
//
// A callback runs on the sound system's own thread and must be back within a few
// milliseconds: what it calls here takes one short mutex, allocates nothing and
// never waits.
package flow
