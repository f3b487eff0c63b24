// Package speech gives the interviewer a voice: Voice puts together something that
// turns text into sound and something that plays it. The packages below are the
// voices; system is the one of the operating system, which costs nothing and sends
// nothing anywhere.
package speech
