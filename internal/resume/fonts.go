package resume

import "context"

// SystemFont is one face of a font on this computer that can write a script.
type SystemFont struct {
	Script string `json:"script"` // ISO 15924: "Arab", "Hebr", "Hans"
	Family string `json:"family"` // as the font names itself
	ID     string `json:"id"`     // what Open knows it by
	Bold   bool   `json:"bold"`   // the bold face that goes with the regular one before it
}

// Fonts finds fonts for scripts that the bundled ones can't write.
type Fonts interface {
	// Find gives, for each script in the order asked, the regular face of the family that
	// fits best and its bold face if there is one. A script without any font is left out,
	// and so is one nobody knows. The same fonts on the computer give the same answer.
	Find(ctx context.Context, scripts []string) ([]SystemFont, error)
	// Open gives a face as a font file of its own, even out of a collection. Only faces
	// that Find gave out can be opened: anything else is NotFound font.gone.
	Open(ctx context.Context, id string) ([]byte, error)
}
