// Package sphinx is a real recogniser and a real voice for tests: Debian's PocketSphinx
// behind POST /v1/audio/transcriptions, and flite behind POST /v1/audio/speech, in the
// manner of a local speaches server. So the app's own clients can be heard and understood
// without any provider.
//
// It runs the programs pocketsphinx_continuous and flite (packages pocketsphinx,
// pocketsphinx-en-us and flite) and fails the test where they are missing. It understands
// English in flite's voice "rms": one word in fourteen is wrong at worst. It drops "um"
// and "uh", so it is no help with fillers.
package sphinx
