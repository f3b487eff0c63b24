package interview

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// SaveReport writes the report of a rehearsal, which the page has made as a PDF, where the
// person wants it; false if they changed their mind. name is what they know it by: the file
// is called so, without what a file system may not take. fault.Invalid resume.notThatFormat
// for anything but a PDF, fault.NotFound once the rehearsal is deleted.
func (s *Service) SaveReport(ctx context.Context, id ID, name string, data []byte, save career.SaveFile) (bool, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return false, fault.InvalidField("token", "resume.notThatFormat")
	}
	if _, err := s.d.Rehearsals.GetRehearsal(ctx, id); err != nil {
		return false, fmt.Errorf("read rehearsal: %w", err)
	}
	return save(ctx, resume.FileName("", name, "pdf"), func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
