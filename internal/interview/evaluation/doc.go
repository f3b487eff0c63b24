// Package evaluation measures how far a scorer of interview answers can be
// trusted, so that a score is only shown as good as it is.
//
// It holds three things. A Set of invented answers, graded by hand after the
// anchors of package rubric: ladders from nothing to a full answer for each
// question, and twins of them that must score alike (said twice, padded,
// shortened, in plainer or finer words, in another language, with instructions to
// the scorer hidden inside). Run, which lets a Scorer rate them all and survives
// those it can't. And Measure, which compares what was given with what was
// expected: agreement, order, repeatability, bias by length or wording, and
// whether hidden instructions are obeyed, each with a 95 % interval.
//
// A Report names answers by id and never quotes one. set/README.md says how the
// answers are written and graded.
package evaluation
