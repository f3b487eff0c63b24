// Package wave reads the RIFF WAVE files that voices hand over.
//
// Format: "Multimedia Programming Interface and Data Specifications 1.0" (IBM and
// Microsoft, 1991), and the WAVE_FORMAT_EXTENSIBLE addition.
package wave
