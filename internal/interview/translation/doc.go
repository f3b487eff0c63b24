// Package translation is what a language model is trusted with when the bank has no
// questions in a person's language: the interviewer's own lines are put into it, once, when a
// rehearsal is planned. Nothing a person wrote is among them.
//
// Check decides which translations are kept. It can't tell good German from bad, but it can
// tell that each line is there, is short enough to be spoken, asks nothing more than the
// line did, brings in no number, address or sign, and is in that language at all.
package translation
