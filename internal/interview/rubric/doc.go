// Package rubric holds the anchored levels an answer is rated by: five criteria
// with five levels each, described by what can be observed in the answer
// (behaviourally anchored rating scales, BARS; Smith & Kendall 1963). They suit
// every profession and are shown to the person word for word.
//
// In the built-in coach the person rates their own answer: a level, or "can't
// say". Such a Rating is a self-rating, shown as one, and never averaged into a
// score.
//
// A version never changes once released, because ratings refer to it; a better
// wording is a new folder.
package rubric
