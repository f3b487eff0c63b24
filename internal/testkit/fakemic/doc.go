// Package fakemic is a microphone that does what a test tells it to: it speaks
// samples, falls silent, is refused or pulled out. It behaves like the Capture of
// package audio, without a sound system, a thread or a clock. Only tests import it.
package fakemic
