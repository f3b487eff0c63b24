// Package delivery measures how an answer was given: from its sound (when there
// was speech and when there was none) and from its words (typed, or of a
// transcript). Every metric is computed by a definition written beside it; none
// is a judgement, and none says anything about feelings or character.
//
// A metric that can't be had honestly is absent (a nil pointer), never zero: pace
// without a transcript, filled pauses where the words were typed or a transcriber
// drops them, anything about sound that is too short to measure.
//
// DefinitionVersion is stored with every measurement; figures of different
// versions are not comparable.
package delivery
