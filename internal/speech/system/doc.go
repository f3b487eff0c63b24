// Package system speaks with the voice the operating system already has, by running
// its program and reading the sound it makes: flite or espeak-ng on Linux, say on
// macOS, the speech API by PowerShell on Windows. Voices lists what there is to choose.
//
// What is said may come from a person's application. So the text goes in through
// standard input, never on a command line that others can list, and the sound comes
// back through a pipe, or through a file without a name where the program
// insists on a file it can wind back: nothing is left on the disk.
package system
