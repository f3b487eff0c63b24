// Package interview is the rehearsal: the plan that is frozen before the start,
// the turns between interviewer and candidate, the answers and recordings they
// leave behind, and the honest report made of them.
//
// A rehearsal is a plan and a list of moves; where it stands is what the moves
// add up to (machine.go). Each move is saved before anybody sees its effect, so a
// crash at any point resumes at the same question.
package interview
