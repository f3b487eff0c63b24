package fontfile

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
)

const (
	familyID   = 1 // of names: the family in which there are at most regular, bold and italic
	maxFamily  = 128
	english    = 0x0409
	windows    = 3
	anyUnicode = 0
	macintosh  = 1
)

// familyName is the family in English, or in whatever language there is.
func familyName(data []byte) string {
	if len(data) < 6 {
		return ""
	}
	count, storage := int(binary.BigEndian.Uint16(data[2:])), int(binary.BigEndian.Uint16(data[4:]))
	best, bestRank := "", 0
	for i := range count {
		at := 6 + 12*i
		if at+12 > len(data) {
			break
		}
		record := data[at : at+12]
		if binary.BigEndian.Uint16(record[6:]) != familyID {
			continue
		}
		rank := nameRank(record)
		if rank <= bestRank {
			continue
		}
		from := storage + int(binary.BigEndian.Uint16(record[10:]))
		to := from + int(binary.BigEndian.Uint16(record[8:]))
		if to > len(data) {
			continue
		}
		if name := nameText(record, data[from:to]); name != "" {
			best, bestRank = name, rank
		}
	}
	return best
}

// nameRank prefers English in Unicode; 0 is a name that can't be read.
func nameRank(record []byte) int {
	platform, encoding, language := binary.BigEndian.Uint16(record), binary.BigEndian.Uint16(record[2:]), binary.BigEndian.Uint16(record[4:])
	switch {
	case platform == windows && (encoding == 1 || encoding == 10) && language == english:
		return 4
	case platform == anyUnicode:
		return 3
	case platform == windows && (encoding == 1 || encoding == 10 || encoding == 0):
		return 2
	case platform == macintosh && encoding == 0 && language == 0:
		return 1
	}
	return 0
}

// nameText decodes UTF-16BE, or Mac Roman as far as it is ASCII.
func nameText(record, raw []byte) string {
	var text string
	if binary.BigEndian.Uint16(record) == macintosh {
		for _, b := range raw {
			if b >= 0x80 {
				return ""
			}
		}
		text = string(raw)
	} else {
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(raw[2*i:])
		}
		text = string(utf16.Decode(units))
	}
	text = strings.TrimSpace(strings.Map(printable, text))
	if len([]rune(text)) > maxFamily {
		return ""
	}
	return text
}

func printable(r rune) rune {
	if !unicode.IsPrint(r) {
		return -1
	}
	return r
}
