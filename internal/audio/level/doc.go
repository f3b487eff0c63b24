// Package level measures how loud sound is: Meter for the moving bar beside the
// microphone, Peaks for the drawing a person scrubs through.
package level
