package internal_test

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// How long functions and files may grow. A function's length counts its lines from
// "func" to the closing brace.
const (
	medianAim  = 10 // lines; "near" allows medianMost
	medianMost = 14
	p90Most    = 40
	fileMost   = 400
)

// reasonWord begins the sentence that a longer file owes its reader.
const reasonWord = "long because"

type function struct {
	name  string
	lines int
}

func TestFunctionsAreShort(t *testing.T) {
	var product, tests []function
	for _, s := range tree(t) {
		if ast.IsGenerated(s.file) {
			continue
		}
		if s.test {
			tests = append(tests, functions(s)...)
		} else {
			product = append(product, functions(s)...)
		}
	}
	report(t, "product", product)
	report(t, "tests", tests)
}

// functions measures those with a body of their own.
func functions(s source) []function {
	var all []function
	for _, declaration := range s.file.Decls {
		f, ok := declaration.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		from, to := s.set.Position(f.Pos()), s.set.Position(f.End())
		all = append(all, function{s.name + ": " + f.Name.Name, to.Line - from.Line + 1})
	}
	return all
}

func report(t *testing.T, what string, all []function) {
	t.Helper()
	slices.SortFunc(all, func(a, b function) int { return b.lines - a.lines })
	median, p90 := all[len(all)/2].lines, all[len(all)/10].lines
	t.Logf("%s: %d functions, median %d lines (aim near %d), p90 %d (at most %d)",
		what, len(all), median, medianAim, p90, p90Most)
	for _, f := range all[:min(5, len(all))] {
		t.Logf("  %d lines: %s", f.lines, f.name)
	}
	if median > medianMost || p90 > p90Most {
		t.Errorf("%s: functions grow too long: median %d, p90 %d", what, median, p90)
	}
}

func TestLongFilesSayWhy(t *testing.T) {
	for _, s := range tree(t) {
		if s.lines <= fileMost || ast.IsGenerated(s.file) {
			continue
		}
		if len(s.file.Comments) == 0 || !strings.Contains(strings.ToLower(s.file.Comments[0].Text()), reasonWord) {
			t.Errorf("%s has %d lines: split it, or say in its first comment why it is %q", s.name, s.lines, reasonWord+" ...")
		}
	}
}

// TestEveryPackageHasADoc holds for every folder with Go files that aren't all tests.
func TestEveryPackageHasADoc(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range tree(t) {
		if s.test {
			continue
		}
		isDoc := strings.HasSuffix(s.name, "/doc.go") || s.dir == "." || s.file.Name.Name == "main"
		documented[s.dir] = documented[s.dir] || isDoc && s.file.Doc != nil
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("%s has no doc.go that says what it is for", dir)
		}
	}
}
