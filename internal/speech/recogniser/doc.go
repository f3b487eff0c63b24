// Package recogniser writes speech down with a program that is installed on this
// computer, so that somebody without any key gets a transcript: whisper.cpp, with the
// models a person has, or PocketSphinx, which mishears a lot and says so.
//
// The sound goes in and the words come out through pipes. Neither is ever on a disk, nor
// on a command line; what the program says on standard error may repeat the words and is
// thrown away. It runs with low priority, has a limit in time and in output, leaves no
// memory image when it crashes (on Linux), and is ended together with what it started.
//
// Programs: whisper-cli of whisper.cpp 1.5 to 1.8 (its sources tell the flags and both
// forms of output), pocketsphinx_continuous of CMU Sphinx "5prealpha" as Debian has it.
package recogniser
