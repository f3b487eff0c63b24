// Package reading makes sense of a résumé that is there as lines of text with places
// and sizes, whatever file they came from: which lines are headings, where one role
// ends and the next begins, which words are an employer and which a position.
//
// It follows rules, not a model: the same document always gives the same draft, and
// nothing is ever invented. Every word of a draft stands in the document; a line that
// fits nowhere becomes a loss, and a field that was guessed is named as a doubt, so
// that the person who reviews the draft sees both first.
//
// What the rules know about languages lies in the folder words: plain lists that can be
// added to without touching code. English is covered best.
package reading
