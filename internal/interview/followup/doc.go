// Package followup is the follow-up question that a model may word from what was said. The
// plan decides whether one is asked and what it is after; a model only words it, and what
// it says is spoken only if it is one short question that brings in nothing of its own.
package followup
