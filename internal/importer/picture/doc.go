// Package picture makes a small, upright, cropped photograph without metadata of the PNG
// or JPEG file a person picked: what a résumé shows and the ledger keeps.
//
// The header alone decides whether a picture is small enough to be decoded at all, so that
// a file of a few bytes that claims to be enormous costs nothing.
package picture
