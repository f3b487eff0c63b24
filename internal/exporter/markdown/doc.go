// Package markdown writes a résumé as CommonMark. What a person typed never becomes
// markup: every character that could is escaped, and only where it could.
package markdown
