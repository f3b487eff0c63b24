// Package ident makes identifiers. A record's id is random (UUID version 4, so
// nothing about when it was made leaks to whoever sees the id); an item inside a
// record gets a time-ordered id (UUID version 7), which only ever appears sealed.
package ident
