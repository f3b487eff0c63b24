// Package delivery measures how an answer was given: from its sound (when there
// was speech and when there was none), from its words (typed, or of a transcript), and
// from both together. FromAnswer is the way in. Every metric is computed by a definition
// written beside it; none is a judgement, and none says anything about feelings or
// character.
//
// A metric that can't be had honestly is absent (a nil pointer), never zero: pace
// without a transcript, filled pauses where the words were typed or a transcriber
// drops them, word lists in a language that has none here, anything that is too short
// to measure. Pauses come from the sound, never from word times.
//
// Whatever is found in the words has its place in them twice over, as code points of the
// text and as indexes of the transcript's words, so that quotes, marking and player agree.
//
// DefinitionVersion is stored with every measurement; figures of different
// versions are not comparable.
package delivery
