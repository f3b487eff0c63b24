// Package wav knows the one container sound leaves and enters the product in: RIFF
// WAVE with 16-bit PCM. Header makes the 44 bytes that turn raw samples into a
// file, so that a recording can be served without ever being one; Parse reads what
// the operating system's voice hands over.
//
// Format: "Multimedia Programming Interface and Data Specifications 1.0" (IBM and
// Microsoft, 1991), and the WAVE_FORMAT_EXTENSIBLE addition.
package wav
