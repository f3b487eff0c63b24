// Package turn decides when somebody who answers aloud has finished, from the speech that
// was heard, how long it has been quiet, and the last words where they are known.
//
// Voice assistants answer after half a second of silence; somebody who thinks about an
// interview question pauses for two to four seconds in the middle of an answer. Cutting in
// is the complaint heard most about such programs, so the rules here are patient, show
// that the end is coming before it comes, and take every word for a sign to go on.
//
// Everything is counted in milliseconds of sound, not of a clock: the rules are pure, and
// sound that arrives late ends nothing early.
package turn
