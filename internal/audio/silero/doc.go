// Package silero hears whether somebody is speaking. It runs the Silero voice
// activity network, version 5, for 16 kHz sound in plain Go: no C library, no
// model runtime, about 2 % of one core.
//
// Detector turns frames of 32 ms into probabilities of speech, Activity turns
// probabilities into stretches of speech, and Listener does both for samples that
// arrive in pieces of any size.
//
// The network's numbers are in weights_v5_16k.bin, made by extract.go from a
// published model file; NOTICE.md names its authors and licence. The arithmetic
// follows the published network: a short-time Fourier transform written as a
// convolution, four convolutions, one LSTM cell and a logistic output
// (https://github.com/snakers4/silero-vad). The test compares it with ONNX Runtime.
package silero
