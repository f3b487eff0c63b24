package platform

func keyringUsable() error { return nil } // the Credential Manager is part of the system

// keyringLocked: the Credential Manager is open while its person is logged in.
func keyringLocked(error) bool { return false }
