package internal_test

import (
	"path"
	"slices"
	"strings"
	"testing"
)

// The areas of internal/. A domain may import the domains before it in this list.
var (
	leaves  = []string{"fault", "clock", "ident"}
	domains = []string{
		"consent", "profile", "career", "posting", "resume", "letter",
		"application", "interview", "progress", "privacy", "account", "settings",
	}
	adapters = []string{"vault", "store", "importer", "exporter", "ai", "speech", "audio", "replica", "platform"}
	others   = []string{"syncapi", "cloud", "testkit"}
)

// fakes imitate the providers an adapter speaks to, and live beside that adapter. Tests
// and testkit may import them, the product never; they may use testkit.
var fakes = []string{"internal/ai/fakeai", "internal/speech/fakespeech"}

// adapterArrows are the few imports between areas that are wanted; the reasons stand
// in README.md.
var adapterArrows = map[string][]string{
	"store":   {"vault"},
	"replica": {"syncapi"},
	"cloud":   {"syncapi"},
}

// thirdParty says where a dependency may be imported, so that each can be replaced
// in one place. A dependency that isn't listed may be imported nowhere.
var thirdParty = map[string][]string{
	"github.com/google/uuid":            {"internal/ident"},
	"github.com/tink-crypto/tink-go":    {"internal/vault"},
	"golang.org/x/crypto":               {"internal/vault", "internal/cloud"},
	"github.com/mattn/go-sqlite3":       {"internal/store"},
	"github.com/pressly/goose":          {"internal/store", "internal/cloud"},
	"github.com/gen2brain/malgo":        {"internal/audio"},
	"github.com/ledongthuc/pdf":         {"internal/importer"},
	"github.com/sashabaranov/go-openai": {"internal/ai"},
	"golang.org/x/image":                {"internal/importer/picture"},
	"golang.org/x/text":                 {"internal/ai", "internal/importer", "internal/testkit/pdfmake"},
	"golang.org/x/sys":                  {"internal/platform", "internal/vault", "internal/store", "internal/importer", "internal/speech/recogniser"},
	"github.com/godbus/dbus/v5":         {"internal/platform"},
	"github.com/zalando/go-keyring":     {"internal/platform"},
	"github.com/gorilla/websocket":      {"build/bench"},
	"github.com/wailsapp/wails":         {"app/desktop.go", "build/bench/barewindow"},
	"github.com/coder/websocket":        {"internal/speech"},
}

// testOnly may be imported by tests of any package.
var testOnly = []string{"pgregory.net/rapid", "golang.org/x/text/unicode/norm", module + "/internal/testkit"}

// impure are the doors to the outside that a domain asks an adapter to open.
var impure = []string{"os", "os/exec", "net", "net/http", "database/sql", "syscall", "unsafe", "C"}

func TestArrows(t *testing.T) {
	for _, s := range tree(t) {
		for _, target := range s.imports() {
			if reason := verdict(s, target); reason != "" {
				t.Errorf("%s imports %s: %s", s.name, target, reason)
			}
		}
	}
}

// TestEveryAreaIsKnown keeps a new folder from slipping past the rules.
func TestEveryAreaIsKnown(t *testing.T) {
	known := slices.Concat(leaves, domains, adapters, others)
	for _, s := range tree(t) {
		inside, found := strings.CutPrefix(s.dir, "internal/")
		area, _, _ := strings.Cut(inside, "/")
		if found && !slices.Contains(known, area) {
			t.Errorf("%s: internal/%s is not in the layout; add it to README.md and to the lists here", s.name, area)
		}
		if outside := strings.Split(s.dir, "/")[0]; !slices.Contains([]string{".", "app", "internal", "build"}, outside) {
			t.Errorf("%s: Go files live in main.go, app, internal and build only", s.name)
		}
	}
}

// verdict says why a file may not import target; "" means that it may.
func verdict(s source, target string) string {
	inside, ours := strings.CutPrefix(target, module+"/")
	if s.test && (below(target, testOnly...) || ours && below(inside, fakes...) || anywhereInTests(s)) {
		return ""
	}
	if !ours {
		return outsideVerdict(s, target)
	}
	if below(inside, "internal/testkit") || below(inside, fakes...) {
		return testToolVerdict(s)
	}
	if below(s.dir, fakes...) && !slices.Contains(leaves, area(inside)) {
		return "a fake is written from a provider's documents and shares no code with the product"
	}
	return arrow(area(s.dir), area(inside), inside)
}

// testToolVerdict judges imports of testkit and of fakes by files that aren't tests.
func testToolVerdict(s source) string {
	if below(s.dir, "internal/testkit") || below(s.dir, fakes...) {
		return ""
	}
	return "testkit and the fakes are for tests; only _test.go files may import them"
}

// anywhereInTests is true where tests put the whole product together.
func anywhereInTests(s source) bool {
	return below(s.dir, "app", "build", "internal/testkit") || s.dir == "." || s.dir == "internal"
}

// outsideVerdict judges imports of the standard library and of other modules.
func outsideVerdict(s source, target string) string {
	if !strings.Contains(strings.Split(target, "/")[0], ".") {
		if !s.test && slices.Contains(domains, area(s.dir)) && slices.Contains(impure, target) {
			return "a domain is pure rules: declare an interface and let an adapter do this"
		}
		return ""
	}
	for dependency, places := range thirdParty {
		if below(target, dependency) {
			if below(s.dir, places...) || slices.Contains(places, s.name) {
				return ""
			}
			return "this dependency is used in " + strings.Join(places, " and ") + " only"
		}
	}
	return "an unknown dependency; if it is needed, list in arrows_test.go where it may be imported"
}

// arrow says why the area from may not import inside, a package of the area to.
func arrow(from, to, inside string) string {
	switch {
	case from == to, from == "main", from == "build", slices.Contains(leaves, to):
		return ""
	case to == "main", to == "build":
		return "nothing imports " + to
	case to == "app":
		return "app is what the user interface may do; only main wires it"
	case slices.Contains(adapterArrows[from], to):
		return ""
	case slices.Contains(leaves, from), from == "syncapi", from == "testkit":
		return "a shared leaf knows nothing of the product"
	case slices.Contains(domains, to):
		return domainVerdict(from, to)
	case from == "app":
		return appVerdict(inside)
	case slices.Contains(domains, from):
		return "a domain declares the interface it needs and main hands it the adapter"
	}
	return "adapters never import one another, so that each can be replaced alone"
}

func domainVerdict(from, to string) string {
	switch {
	case from == "cloud":
		return "the cloud can't import what could read a person's records"
	case slices.Contains(domains, from) && slices.Index(domains, to) > slices.Index(domains, from):
		return to + " stands to the right of " + from + "; a domain imports domains to its left only"
	}
	return ""
}

func appVerdict(inside string) string {
	if inside == "internal/audio/wav" {
		return "" // a pure file format: bytes in, bytes out
	}
	return "app talks to domains; adapters reach it through the interfaces main fulfils"
}

// area is the part of the tree a package belongs to: "main", "app", "build" or the
// first folder below internal.
func area(dir string) string {
	if dir == "." {
		return "main"
	}
	parts := strings.Split(dir, "/")
	if parts[0] == "internal" && len(parts) > 1 {
		return parts[1]
	}
	return parts[0]
}

// below is true if name is one of the given paths or inside one of them.
func below(name string, tops ...string) bool {
	return slices.ContainsFunc(tops, func(top string) bool {
		return name == top || strings.HasPrefix(name, path.Clean(top)+"/")
	})
}
