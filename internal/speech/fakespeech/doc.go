// Package fakespeech imitates speech providers on the wire: ElevenLabs with its sockets
// (ElevenLabs), and the servers people run on their own computer (speaches, whisper.cpp,
// Kokoro, Ollama, llama.cpp, LM Studio), each startable alone. It is written from their
// documents, not from our clients, and refuses what they refuse.
//
// What is heard and what speech sounds like is decided by the test. Sockets hold to the
// rules that real ones close for: the first message, idle seconds, the number of contexts.
// Only tests and testkit import this package.
package fakespeech
