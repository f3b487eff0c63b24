package recogniser

import (
	"cmp"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/whisper"
)

const (
	// magic begins every model of whisper.cpp: "ggml" as a number, little-endian.
	magic = "lmgg"
	// smallest is less than any model that recognises speech has (31 MB), and more than
	// those for tests and for voice activity, in bytes.
	smallest = 8 << 20
)

// preference is the order in which models are offered: accurate enough and still faster
// than speech on a laptop first, then smaller, then larger ones.
var preference = []string{"base", "small", "tiny", "large-v3-turbo", "medium", "large"}

// Check says whether a file a person chose is a model. Fault: speech.notAModel.
func Check(path string) error {
	if !isModel(path) {
		return fault.InvalidField("model", "speech.notAModel")
	}
	return nil
}

func isModel(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(magic))
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() < smallest {
		return false
	}
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == magic
}

// Models are the paths of the models for a program, chosen ones first: a file, or all in
// a folder. Then those beside the program and in the folders for data and for caches whose
// name begins with "whisper". Of two with the same name the first counts.
func Models(program, chosen string) []string {
	var out []string
	seen := map[string]bool{}
	for _, folder := range append([]string{chosen}, folders(program)...) {
		found := inFolder(folder)
		slices.SortStableFunc(found, byPreference)
		for _, path := range found {
			if name := title(path); !seen[name] && isModel(path) {
				seen[name] = true
				out = append(out, path)
			}
		}
	}
	first := 0
	if chosen != "" { // what a person chose stays in front
		first = len(slices.DeleteFunc(slices.Clone(out), func(p string) bool { return !within(p, chosen) }))
	}
	slices.SortStableFunc(out[first:], byPreference)
	return out
}

func within(path, chosen string) bool {
	absolute, err := filepath.Abs(chosen)
	return err == nil && (path == absolute || filepath.Dir(path) == absolute)
}

// inFolder lists what may be models, by their absolute paths; a file stands for itself.
func inFolder(folder string) []string {
	if folder == "" {
		return nil
	}
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return nil
	}
	entries, err := os.ReadDir(absolute)
	if err != nil {
		return []string{absolute}
	}
	var out []string
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, "ggml-") && strings.HasSuffix(name, ".bin") {
			out = append(out, filepath.Join(absolute, name))
		}
	}
	return out
}

// folders are the usual places: beside the program as it is built or packed, also where a
// link to it stands, and the folders where a system or a person keeps data.
func folders(program string) []string {
	var out, bases []string
	for _, at := range besides(program) {
		out = append(out, at, filepath.Join(at, "models"), filepath.Join(at, "..", "models"), filepath.Join(at, "..", "..", "models"))
		bases = append(bases, filepath.Join(at, "..", "share"))
	}
	bases = append(bases, shared()...)
	if cache, err := os.UserCacheDir(); err == nil {
		bases = append(bases, cache)
	}
	if home, err := os.UserHomeDir(); err == nil {
		bases = append(bases, home)
	}
	for _, base := range bases {
		entries, _ := os.ReadDir(base) // a place that isn't there holds no models
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), "whisper") {
				out = append(out, filepath.Join(base, e.Name()), filepath.Join(base, e.Name(), "models"))
			}
		}
	}
	return out
}

// besides are the folders a program is in: that of its name, and that of what it links to.
func besides(program string) []string {
	out := []string{filepath.Dir(program)}
	if target, err := filepath.EvalSymlinks(program); err == nil && filepath.Dir(target) != out[0] {
		out = append(out, filepath.Dir(target))
	}
	return out
}

// shared are the folders for data, by the XDG Base Directory Specification 0.8 and, on
// other systems, by theirs.
func shared() []string {
	var out []string
	if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		out = append(out, data)
	} else if home, err := os.UserHomeDir(); err == nil {
		out = append(out, filepath.Join(home, ".local", "share"))
	}
	if own, err := os.UserConfigDir(); err == nil {
		out = append(out, own)
	}
	all := os.Getenv("XDG_DATA_DIRS")
	if all == "" {
		all = "/usr/local/share" + string(filepath.ListSeparator) + "/usr/share"
	}
	for _, dir := range filepath.SplitList(all) {
		if filepath.IsAbs(dir) {
			out = append(out, dir)
		}
	}
	return out
}

// title is the name of a model: "base.en" of "ggml-base.en.bin".
func title(path string) string {
	return strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), "ggml-"), ".bin")
}

func byPreference(a, b string) int {
	return cmp.Or(rank(title(a))-rank(title(b)), cmp.Compare(title(a), title(b)))
}

// rank orders by size; within one, English alone comes first, for it hears English better.
func rank(title string) int {
	at := slices.IndexFunc(preference, func(size string) bool { return strings.HasPrefix(title, size) })
	if at < 0 {
		at = len(preference)
	}
	rank := 2 * at
	if !whisper.EnglishOnly(title) {
		rank++
	}
	return rank
}
