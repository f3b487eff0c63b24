// Package platform is what differs between Linux, macOS and Windows: where a profile's
// folder is, the keyring, the lock file that keeps a second start out, and handing a
// link to the browser or a folder to the window for files, where fonts are installed, and
// having the web view check spelling.
// Each difference is a file of its own, named after the system; everything the systems
// have in common stands in files without a suffix.
//
// Nothing here makes a folder, an entry or a process before it is asked to: a person
// who is turned away by the first question leaves no trace.
package platform
