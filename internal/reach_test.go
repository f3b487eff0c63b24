package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// listed is what we read of "go list -json".
type listed struct {
	ImportPath string
	Standard   bool
	CgoFiles   []string
	Imports    []string
	Module     *struct{ Path string }
}

// reach lists a package of ours and everything that is linked with it.
func reach(t *testing.T, pattern string) []listed {
	t.Helper()
	command := exec.Command("go", "list", "-e", "-deps", "-tags", "sqlite_fts5",
		"-json=ImportPath,Standard,CgoFiles,Imports,Module", pattern)
	command.Dir = ".."
	out, err := command.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list %s: %v\n%s", pattern, err, exit.Stderr)
		}
		t.Fatalf("go list %s: %v", pattern, err)
	}
	return decode(t, string(out))
}

func decode(t *testing.T, stream string) []listed {
	t.Helper()
	var all []listed
	for decoder := json.NewDecoder(strings.NewReader(stream)); ; {
		var p listed
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("decode go list: %v", err)
		}
		all = append(all, p)
	}
}

// present reports which of the areas have Go files yet.
func present(t *testing.T, areas []string) []string {
	t.Helper()
	var found []string
	for _, s := range tree(t) {
		if a := area(s.dir); !s.test && slices.Contains(areas, a) && !slices.Contains(found, a) {
			found = append(found, a)
		}
	}
	return found
}

// TestDomainsReachNoAdapter looks at everything linked with a domain, however far away.
func TestDomainsReachNoAdapter(t *testing.T) {
	for _, domain := range present(t, slices.Concat(leaves, domains)) {
		told := map[string]bool{}
		for _, p := range reach(t, "./internal/"+domain+"/...") {
			if reason := unfitForDomain(p); reason != "" && !told[reason] {
				told[reason] = true
				t.Errorf("%s reaches %s", domain, reason)
			}
		}
	}
}

func unfitForDomain(p listed) string {
	inside, ours := strings.CutPrefix(p.ImportPath, module+"/")
	switch {
	case ours && !slices.Contains(slices.Concat(leaves, domains), area(inside)):
		return inside + ": a domain is linked with leaves and domains only"
	case !ours && !p.Standard && p.Module != nil && p.Module.Path != "github.com/google/uuid":
		return p.Module.Path + ": of other modules a domain is linked with uuid only, through ident"
	}
	return ""
}

// TestCloudReachesNothingOfTheClient holds from the first file of the cloud on.
func TestCloudReachesNothingOfTheClient(t *testing.T) {
	for _, cloud := range present(t, []string{"cloud", "syncapi"}) {
		for _, p := range reach(t, "./internal/"+cloud+"/...") {
			if reason := unfitForCloud(p); reason != "" {
				t.Errorf("%s reaches %s: %s", cloud, p.ImportPath, reason)
			}
		}
	}
}

func unfitForCloud(p listed) string {
	inside, ours := strings.CutPrefix(p.ImportPath, module+"/")
	switch {
	case ours && !slices.Contains(append(slices.Clone(leaves), "cloud", "syncapi"), area(inside)):
		return "the cloud can't import what could read a person's records"
	case !p.Standard && (len(p.CgoFiles) > 0 || slices.Contains(p.Imports, "C")):
		return "the cloud is one static binary, without cgo"
	case below(p.ImportPath, "github.com/wailsapp", "github.com/mattn/go-sqlite3", "github.com/gen2brain/malgo"):
		return "this belongs to the desktop"
	}
	return ""
}
