package local

// FindAt asks other ports than the usual ones.
var FindAt = find
