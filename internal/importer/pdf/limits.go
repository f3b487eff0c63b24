package pdf

// MaxBytes is the size of the largest file that is read.
const MaxBytes = 20 << 20

// Limits of what is read. A résumé is far below all of them; a file that is above one
// is refused with a reason, or read up to it with a loss.
const (
	maxPages        = 50
	maxTreeNodes    = 5_000     // of the tree of pages
	maxTreeDepth    = 32        // of the tree of pages
	minReads        = 5_000     // calls of the library for bytes of the file, however small it is
	bytesPerRead    = 4         // of a larger file: one enciphered by AES is read in blocks of 16, a few times
	maxObjects      = 2_000_000 // entries a cross-reference table may announce
	maxContentBytes = 8 << 20   // of all deciphered drawing programs of a page
	maxCMapBytes    = 4 << 20   // of one ToUnicode map
	maxNesting      = 64        // of arrays and dictionaries in a drawing program
	maxOperators    = 2_000_000 // of a file
	maxGlyphs       = 300_000   // of a file
	maxFormDepth    = 8         // of drawings within drawings
	maxLinks        = 500       // of a page
	maxTagNodes     = 50_000    // of the tree of tags
	maxTagDepth     = 128       // of the tree of tags
)
