package reading

import "strings"

// Document is a file as lines in reading order, and the links that lie on it.
type Document struct {
	Format string
	Pages  int
	Lines  []Line
	Links  []Link
}

// Line is one line of text. Lengths are in points; y grows downwards.
type Line struct {
	Page   int // from 1
	Column int // 0 is the main or only one; a line across all columns belongs to 0
	Y      float64
	Pieces []Piece // from left to right, never empty
}

// Piece is a part of a line with wide gaps around it.
type Piece struct {
	Text   string
	X0, X1 float64
	Size   float64 // of the largest letters
	Bold   bool    // most of it, as is Italic
	Italic bool
	Links  []string // the addresses behind it
}

// Link is an address behind an area of a page.
type Link struct {
	Page int
	URL  string
	Text string // the words in that area
}

// Text is the whole line, pieces parted by two spaces.
func (l Line) Text() string {
	parts := make([]string, len(l.Pieces))
	for i, p := range l.Pieces {
		parts[i] = p.Text
	}
	return strings.Join(parts, "  ")
}

// Size is that of the largest letters.
func (l Line) Size() (size float64) {
	for _, p := range l.Pieces {
		size = max(size, p.Size)
	}
	return size
}

// X0 is where the line begins.
func (l Line) X0() float64 { return l.Pieces[0].X0 }

// X1 is where the line ends.
func (l Line) X1() float64 { return l.Pieces[len(l.Pieces)-1].X1 }

// Bold reports whether the line begins bold.
func (l Line) Bold() bool { return l.Pieces[0].Bold }
