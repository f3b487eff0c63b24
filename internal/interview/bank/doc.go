// Package bank holds the questions of the built-in interviewer: twenty-four
// competencies with eight questions each, fourteen professions with ten about their
// daily work, and the personas who ask them. All of it is data, one folder per
// language; a language is added by adding a folder (README.md here says how).
//
// A question is at most thirty words of spoken language, tests one competency and
// says so in a sentence. For the parts an answer may leave out (package star) it
// has follow-up questions of its own, or else its persona's general ones.
//
// Personas differ in warmth, pace and how deep they probe, and in nothing that
// could change what an answer is worth.
package bank
