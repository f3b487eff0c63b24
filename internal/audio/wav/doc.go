// Package wav makes the 44 bytes that turn raw samples into a RIFF WAVE file, so that
// a recording can be played as a file without ever being one on a disk.
//
// Format: "Multimedia Programming Interface and Data Specifications 1.0" (IBM and
// Microsoft, 1991).
package wav
