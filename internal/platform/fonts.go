package platform

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/platform/fontfile"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Limits of what is looked at.
const (
	maxFontFiles  = 6_000
	maxFontDepth  = 10        // folders within folders
	maxFontBytes  = 256 << 20 // of a file; collections of all of Han are below 150 MiB
	leastBold     = 600       // weight
	usualBold     = 700
	usualWeight   = 400
	usualWidth    = 5
	largestWeight = 1000
)

// Fonts are the fonts installed on this computer. Folders are listed anew each time, so
// that a font somebody just installed is found, but a file is read only once.
type Fonts struct {
	folders []string

	mu    sync.Mutex
	files map[string]fontFile // by path
	given map[string]face     // what Find gave out, by id
}

// fontFile is what was understood of a file as it was at a time.
type fontFile struct {
	size  int64
	at    time.Time
	faces []face
}

// face is a face and where it is.
type face struct {
	fontfile.Face
	path   string
	covers map[string]bool // codes of scripts
}

// NewFonts looks into the usual folders of the system; it reads nothing yet.
func NewFonts() *Fonts { return newFonts(fontFolders(os.Getenv)) }

func newFonts(folders []string) *Fonts {
	return &Fonts{folders: folders, files: map[string]fontFile{}, given: map[string]face{}}
}

// Find is resume.Fonts. Canceled when ctx ends; folders and files that can't be read
// are passed over.
func (f *Fonts) Find(ctx context.Context, codes []string) ([]resume.SystemFont, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	faces, err := f.look(ctx)
	if err != nil {
		return nil, err
	}
	found := []resume.SystemFont{}
	for _, code := range codes {
		for i, chosen := range choose(usualCode(code), faces) {
			id := chosen.id()
			f.given[id] = chosen
			found = append(found, resume.SystemFont{Script: code, Family: chosen.Family, ID: id, Bold: i > 0})
		}
	}
	return found, nil
}

// Open is resume.Fonts.
func (f *Fonts) Open(_ context.Context, id string) ([]byte, error) {
	f.mu.Lock()
	chosen, ok := f.given[id]
	f.mu.Unlock()
	if !ok {
		return nil, fault.New(fault.NotFound, "font.gone")
	}
	file, err := os.Open(chosen.path)
	if err != nil {
		return nil, fault.Wrap(fault.NotFound, "font.gone", fmt.Errorf("open font: %w", err))
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return nil, fault.Wrap(fault.NotFound, "font.gone", fmt.Errorf("look at font: %w", err))
	}
	data, err := fontfile.Extract(file, info.Size(), chosen.Index)
	if err != nil {
		return nil, fault.Wrap(fault.NotFound, "font.gone", err)
	}
	return data, nil
}

// id is the same for the same face on every start, and says nothing about where it is.
func (c face) id() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", c.path, c.Index))
	return hex.EncodeToString(sum[:12])
}

// look lists all faces there are now.
func (f *Fonts) look(ctx context.Context) ([]face, error) {
	seen := map[string]fontFile{}
	for _, folder := range f.folders {
		if err := f.walk(ctx, folder, seen); err != nil {
			return nil, fmt.Errorf("list fonts: %w", err)
		}
	}
	f.files = seen
	var all []face
	for _, file := range seen {
		all = append(all, file.faces...)
	}
	slices.SortFunc(all, func(a, b face) int { return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.Index, b.Index)) })
	return all, nil
}

func (f *Fonts) walk(ctx context.Context, folder string, seen map[string]fontFile) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case len(seen) >= maxFontFiles:
			return fs.SkipAll
		case err != nil:
			return nil //nolint:nilerr // a folder that isn't there or can't be read has no fonts for us
		case entry.IsDir() && strings.Count(path[len(folder):], string(filepath.Separator)) > maxFontDepth:
			return fs.SkipDir
		case !entry.IsDir() && isFontName(path):
			f.read(path, seen)
		}
		return nil
	})
}

func isFontName(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".ttf", ".otf", ".ttc", ".otc":
		return true
	}
	return false
}

// read takes what is known of a file, or reads it if it is new or has changed.
func (f *Fonts) read(path string, seen map[string]fontFile) {
	info, err := os.Stat(path) // not of the link: many systems link their fonts together
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFontBytes {
		return
	}
	known, ok := f.files[path]
	if !ok || known.size != info.Size() || !known.at.Equal(info.ModTime()) {
		known = fontFile{info.Size(), info.ModTime(), facesOf(path, info.Size())}
	}
	seen[path] = known
}

// facesOf reads a file; what is damaged in it is passed over.
func facesOf(path string, size int64) (faces []face) {
	file, err := os.Open(path) // #nosec G304 -- in a folder for fonts
	if err != nil {
		return nil
	}
	defer func() { _ = file.Close() }()
	_ = fontfile.Visit(file, size, func(found fontfile.Face, has func(rune) bool) {
		c := face{Face: found, path: path, covers: map[string]bool{}}
		if !found.Embeddable || found.Italic {
			return
		}
		for code, s := range scripts {
			if (found.Shapes || !s.joined) && hasAll(has, s.letters) {
				c.covers[code] = true
			}
		}
		if len(c.covers) > 0 {
			faces = append(faces, c)
		}
	})
	return faces
}

func hasAll(has func(rune) bool, letters string) bool {
	for _, r := range letters {
		if !has(r) {
			return false
		}
	}
	return true
}

// choose gives the regular face that fits a script best, and the bold one of its family.
func choose(code string, all []face) []face {
	able := slices.DeleteFunc(slices.Clone(all), func(c face) bool { return !c.covers[code] })
	if len(able) == 0 {
		return nil
	}
	regular := slices.MinFunc(able, func(a, b face) int { return compareFaces(scripts[code], a, b) })
	bold, found := boldOf(regular, able)
	if !found {
		return []face{regular}
	}
	return []face{regular, bold}
}

// compareFaces puts the better one first. Where everything is equal the sorted order stays.
func compareFaces(s script, a, b face) int {
	return cmp.Or(
		cmp.Compare(s.liking(a.Family), s.liking(b.Family)),
		compareBool(s.elsewhere(a.Family), s.elsewhere(b.Family)),
		compareBool(a.Variable, b.Variable),
		compareBool(a.Monospaced, b.Monospaced),
		cmp.Compare(distance(a.Width, usualWidth), distance(b.Width, usualWidth)),
		cmp.Compare(distance(a.Weight, usualWeight), distance(b.Weight, usualWeight)),
		cmp.Compare(a.Family, b.Family),
	)
}

// boldOf finds the bold face that goes with a regular one.
func boldOf(regular face, able []face) (best face, found bool) {
	least := largestWeight
	for _, c := range able {
		if c.Family != regular.Family || c.Width != regular.Width || c.Weight < leastBold || c.Variable || regular.Weight >= leastBold {
			continue
		}
		if d := distance(c.Weight, usualBold); d < least {
			best, least, found = c, d, true
		}
	}
	return best, found
}

func distance(a, b int) int { return max(a-b, b-a) }

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
