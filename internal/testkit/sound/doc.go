// Package sound makes and reads the sound that fakes and tests exchange: tones, WAVE
// files, 16-bit little-endian samples, other rates. It shares no code with the product,
// so that a mistake there isn't repeated here. Only tests and fakes import it.
package sound
