//go:build !linux || !webkit2_41

package platform

// CheckSpelling has nothing to do: the web views of macOS and Windows check by themselves.
func CheckSpelling() {}
