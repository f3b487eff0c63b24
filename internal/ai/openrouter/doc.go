// Package openrouter gets a key from OpenRouter without anybody copying one: the person
// signs in with the browser, which comes back to a door this package opens on loopback
// for as long as that takes (OAuth 2 with PKCE, RFC 7636 and RFC 8252).
package openrouter
