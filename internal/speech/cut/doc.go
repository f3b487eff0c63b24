// Package cut divides long sound where nobody speaks, for recognisers that take only so
// much at once. A word that is cut in two is a word misheard twice.
package cut
