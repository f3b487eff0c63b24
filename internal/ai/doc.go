// Package ai speaks to language models: OpenRouter, and any server that understands
// OpenAI's chat completions, be it on this computer.
//
// The library go-openai makes the requests; what it can't do is done beneath it, in a
// transport of our own: fields and headers it has no name for, a temperature of exactly 0,
// errors in every shape they come in (before, in and instead of a stream of events), and
// an answer that was cut off, which is never taken for a whole one.
//
// A Client holds no state but the key, and what models refused (Learned). What is asked of a model, and what is believed of
// its answers, is decided elsewhere: package prompts has the words, package interview the
// checks.
package ai
