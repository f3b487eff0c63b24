// Package fontfile reads as much of TrueType and OpenType files as it takes to choose a
// font: how a face calls itself, how heavy it is, whether it may be embedded, and which
// characters it has. It also cuts one face out of a collection, so that a typesetter that
// takes single faces can load it.
//
// The files lie on the computer and may be damaged or hostile. Every offset is checked
// against the size of the file, nothing is read that isn't needed, and tables beyond any
// sensible size are refused. Outlines are never looked at.
//
// Numbers and names of fields are those of the OpenType specification, version 1.9.1.
package fontfile
