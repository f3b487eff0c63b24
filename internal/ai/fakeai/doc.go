// Package fakeai imitates language model providers on the wire: OpenRouter's API v1, and
// the chat of local OpenAI-like servers (NewLocal). It is written from their documents,
// not from our client, and refuses what they refuse: unknown fields, missing keys, schemas
// that strict mode doesn't take. Every fault they are known for can be planned for a call.
//
// What the model says is decided by Options.Reply; Script, the default, can hold a whole
// interview. Only tests and testkit import this package.
package fakeai
