// Package wave reads and writes the RIFF WAVE files that voices hand over and
// recognisers ask for: whole, or as a stream that is heard while it arrives.
//
// Format: "Multimedia Programming Interface and Data Specifications 1.0" (IBM and
// Microsoft, 1991), and the WAVE_FORMAT_EXTENSIBLE addition.
package wave
