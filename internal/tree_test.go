package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// module is the path every package of ours begins with.
const module = "github.com/jobjourney/jobjourney"

// source is one Go file of the tree, whatever platform or build tag it is for.
type source struct {
	name  string // path from the top of the tree, with slashes
	dir   string // its package, likewise; "." is main
	test  bool
	lines int
	set   *token.FileSet
	file  *ast.File
}

// imports lists what the file imports, in order.
func (s source) imports() []string {
	var all []string
	for _, spec := range s.file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value) // the parser has checked the quotes
		all = append(all, name)
	}
	return all
}

// tree parses every Go file we wrote. It reads the files itself, rather than asking
// "go list", to see those of other platforms too.
func tree(t *testing.T) []source {
	t.Helper()
	top := os.DirFS("..")
	var all []source
	err := fs.WalkDir(top, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return skipForeign(name)
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		s, err := parse(top, name)
		all = append(all, s)
		return err
	})
	if err != nil {
		t.Fatalf("read the tree: %v", err)
	}
	if len(all) < 20 {
		t.Fatalf("only %d Go files found: the test must run in internal/", len(all))
	}
	return all
}

// skipForeign passes over folders with files we did not write or that aren't built.
func skipForeign(name string) error {
	switch base := path.Base(name); {
	case name == ".":
		return nil
	case base == "node_modules", base == "testdata", strings.HasPrefix(base, "."):
		return filepath.SkipDir
	}
	return nil
}

func parse(top fs.FS, name string) (source, error) {
	data, err := fs.ReadFile(top, name)
	if err != nil {
		return source{}, err
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, data, parser.ParseComments)
	s := named(name)
	s.lines, s.set, s.file = strings.Count(string(data), "\n"), set, file
	return s, err
}

// named is a source of which nothing but the name matters.
func named(name string) source {
	return source{name: name, dir: path.Dir(name), test: strings.HasSuffix(name, "_test.go")}
}
