// Package whisper knows the manners of the Whisper family of recognisers, whoever runs
// them: they write in pieces of words, name sounds in brackets, and say "english" where
// others say "en". The server of whisper.cpp, its program on this computer and hosted
// models all need the same care.
//
// Whisper models leave out "um" and "uh": their training texts did.
package whisper
