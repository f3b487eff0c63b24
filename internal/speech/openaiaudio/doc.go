// Package openaiaudio has speech written down and text spoken by a server that talks as
// OpenAI's audio service does: OpenAI itself, OpenRouter, and servers on a person's own
// computer (the server of whisper.cpp, speaches, Kokoro-FastAPI, LocalAI, Ollama).
//
// They differ in small things, which a Dialect names, and in what they can do, which
// Capabilities tries out. Nothing here looks for servers: a person names one.
//
// Sound lives in memory only. What a server says about an error is read to find out what
// it means, and then forgotten: it may repeat the person's words. Faults carry a key of
// the family "audioServer" and never an address, a key or a body.
//
// Wire formats: the OpenAPI description of OpenRouter (2026), OpenAI's API reference, and
// the sources of whisper.cpp, Kokoro-FastAPI and speaches (2026).
package openaiaudio
