package resume

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// JSONResume is the format that keeps the fields apart: what is attached to a PDF.
const JSONResume = "jsonresume"

// Format is a kind of file a résumé can be written as.
type Format struct {
	Extension string
	Write     func(Print) ([]byte, error)
}

// Print is what there is to write.
type Print struct {
	Document Document      // what is shown and what isn't
	Ledger   career.Ledger // what is shown, in the words of the résumé
	Words    Lexicon       // of its language
}

// papers are the formats that are made where the page is set, with the bytes each begins with.
var papers = map[string]string{"pdf": "%PDF-", "docx": "PK\x03\x04"}

// Export writes a résumé in one of the formats where the person wants it; false if they
// changed their mind. What was exported stays as a version.
func (s *Service) Export(ctx context.Context, id ID, format string, save career.SaveFile) (bool, error) {
	f, known := s.Formats[format]
	if !known {
		return false, fault.InvalidField("format", "resume.noSuchFormat")
	}
	r, data, err := s.written(ctx, id, f)
	if err != nil {
		return false, err
	}
	return s.hand(ctx, r, f.Extension, data, save)
}

// Source is a résumé as JSON Resume.
func (s *Service) Source(ctx context.Context, id ID) (string, error) {
	_, data, err := s.written(ctx, id, s.Formats[JSONResume])
	return string(data), err
}

func (s *Service) written(ctx context.Context, id ID, f Format) (printed, []byte, error) {
	r, l, err := s.writable(ctx, id)
	if err != nil {
		return printed{}, nil, err
	}
	data, err := f.Write(Print{Document: Apply(l, r), Ledger: Selected(l, r), Words: s.Words.Of(r.Language)})
	if err != nil {
		return printed{}, nil, fmt.Errorf("write resume: %w", err)
	}
	return printed{id, l.Basics.Name, r.Name}, data, nil
}

// printed is what a file is named after.
type printed struct {
	id           ID
	person, name string
}

// SavePaper writes a PDF or DOCX that the page has made where the person wants it.
func (s *Service) SavePaper(ctx context.Context, id ID, format string, data []byte, save career.SaveFile) (bool, error) {
	begin, known := papers[format]
	if !known {
		return false, fault.InvalidField("format", "resume.noSuchFormat")
	}
	if !bytes.HasPrefix(data, []byte(begin)) {
		return false, fault.InvalidField("token", "resume.notThatFormat")
	}
	r, l, err := s.writable(ctx, id)
	if err != nil {
		return false, err
	}
	return s.hand(ctx, printed{id, l.Basics.Name, r.Name}, format, data, save)
}

func (s *Service) hand(ctx context.Context, p printed, extension string, data []byte, save career.SaveFile) (bool, error) {
	if err := s.keepVersion(ctx, p.id, ReasonExport); err != nil {
		return false, err
	}
	return save(ctx, FileName(p.person, p.name, extension), func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// longestFileName leaves room in the 255 bytes that file systems take.
const longestFileName = 180

// FileName is "Dana Kowalczyk - Operations.pdf", without what a file system may not take.
func FileName(person, name, extension string) string {
	parts := slices.DeleteFunc([]string{filePart(person), filePart(name)}, func(s string) bool { return s == "" })
	stem := strings.Join(parts, " - ")
	for len(stem) > longestFileName {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
	}
	if stem = strings.TrimSpace(stem); stem == "" {
		stem = "resume"
	}
	return stem + "." + extension
}

func filePart(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return ' '
		}
		return r
	}, s)
	return strings.Trim(strings.Join(strings.Fields(s), " "), ". ")
}
