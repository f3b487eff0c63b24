// Package endtoend puts a whole rehearsal together as main does, and tries it: a real
// profile on disk with its keys, the real clients of providers over HTTP against the fakes,
// and a sound system with a virtual microphone and a virtual loudspeaker. It holds tests
// and benchmarks only:
//
//   - a rehearsal with real sound, spoken by flite and understood by PocketSphinx;
//   - everything that can fail on the way, and what a person is told then;
//   - how long a turn takes, and how much memory an hour of talking does.
//
// What each part does alone is tested beside that part.
package endtoend
