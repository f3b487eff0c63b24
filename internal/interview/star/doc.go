// Package star checks an answer for the four parts that make a story of work
// easy to follow: situation, task, action and result (STAR).
//
// Check is a checklist, not a score. Each part that is present names the words it
// rests on; a part without such words is missing as far as the rules can see, and
// an answer may still be a good one. The rules are English and live in data/.
// They work on typed text and on transcripts without any punctuation.
//
// Next decides which missing part is asked for, and when to stop asking.
package star
