// Package elevenlabs speaks and listens by way of ElevenLabs, a paid service on the
// internet: it reads the interviewer's sentences aloud, writes down answers (while they
// are given, and again from the recording), lists voices, shows the credit that is left
// and deletes from the account's history what it made there.
//
// A Client belongs to one key. Everything the person says or hears goes to the service
// and is kept in its history unless the account is an Enterprise one: Options.Made tells
// what can be deleted again, Client.Forget deletes it. The package writes no logs, and its
// errors carry neither texts nor keys nor anything the service said in its own words.
//
// What the service sends is described where it is read. The sources are its public SDKs,
// API description and documentation, and the reports of those who met something else on
// the wire; where the two differ, both are accepted.
package elevenlabs
