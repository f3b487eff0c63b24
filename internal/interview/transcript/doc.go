// Package transcript is what a recogniser wrote down of an answer: its words, and where
// in the sound each was said. Quotes, delivery metrics and the player all point into it by
// the index of a word.
package transcript
