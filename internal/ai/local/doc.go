// Package local finds servers on this computer that can stand in for a provider: language
// models, recognisers and voices. It looks on loopback only, asks by GET only, sends
// nothing of anybody's, and knows a server by what it answers, never by its port.
package local
