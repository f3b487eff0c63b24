// Package progress looks back over all rehearsals: how often there was practice, how each
// competency and each measure went from rehearsal to rehearsal, and what would be worth
// practising next, with the facts that say so.
//
// It is careful about what may be compared. A point on a line exists only where something
// was scored or measured; what was not scored, or lacked evidence, is counted and never
// drawn. Each point knows what it was made with (Basis), and a line breaks where that
// changes: between two models, two versions of a rubric, typing and speaking. And it
// knows how much a person's own figures go up and down anyway (Band): what stays inside
// is "as usual", never better or worse.
//
// Everything follows by rules from what is kept on this computer; no model is asked.
package progress
