//go:build !linux && !darwin && !windows

package system

// candidates: no voice is known on this operating system.
func candidates() []Voice { return nil }
