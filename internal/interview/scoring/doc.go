// Package scoring turns what a language model says of an answer into levels that can be
// trusted as far as they go. The model only proposes: quotes first, then the anchor they
// fit, then a level. Here each quote is looked up in the words that were said, one that
// isn't there costs the criterion its level, several runs are put together by their median
// and show how far they lay apart, and short answers and those about something else are
// capped.
//
// What could not be scored says why, and is never a number. Nothing of the model's own
// words reaches a person from here: what is shown as a quote is cut from the transcript.
package scoring
