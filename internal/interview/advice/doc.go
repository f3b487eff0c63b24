// Package advice is what to try next time: at most three points, each about words that
// were said and built from nothing but those and the person's own facts. A model proposes
// them; what brings in a number or a name of its own is dropped.
package advice
