// Package prompts is what is said to language models: one file for each task and version.
// A version never changes once released, because scores name the one they were made with;
// a better wording is a new file.
//
// A prompt holds nothing a person wrote. What is to be rated or asked about goes beside it,
// as JSON (Data), so that words that look like instructions stay data.
package prompts
