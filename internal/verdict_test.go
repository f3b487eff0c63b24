package internal_test

import "testing"

// TestVerdicts breaks every arrow once, so that a rule that stopped biting shows.
func TestVerdicts(t *testing.T) {
	const ours = module + "/"
	tests := map[string]struct {
		file, target string
		allowed      bool
	}{
		"a domain and the domain to its left":  {"internal/interview/plan.go", ours + "internal/career", true},
		"a domain and the domain to its right": {"internal/career/list.go", ours + "internal/interview", false},
		"a part of a domain, to the right":     {"internal/posting/data/x.go", ours + "internal/interview/star", false},
		"a domain and an adapter":              {"internal/career/list.go", ours + "internal/store", false},
		"a domain's test and an adapter":       {"internal/career/list_test.go", ours + "internal/store", false},
		"a domain and a leaf":                  {"internal/career/list.go", ours + "internal/fault", true},
		"a domain and the disk":                {"internal/career/list.go", "os", false},
		"a domain and the network":             {"internal/posting/read.go", "net/http", false},
		"a domain and strings":                 {"internal/posting/read.go", "strings", true},
		"a domain and another module":          {"internal/posting/read.go", "golang.org/x/text/cases", false},
		"a leaf and a domain":                  {"internal/fault/fault.go", ours + "internal/career", false},
		"an adapter and a domain":              {"internal/store/career.go", ours + "internal/career", true},
		"an adapter and another":               {"internal/audio/capture.go", ours + "internal/store", false},
		"store and vault":                      {"internal/store/store.go", ours + "internal/vault", true},
		"vault and store":                      {"internal/vault/vault.go", ours + "internal/store", false},
		"an adapter and app":                   {"internal/store/store.go", ours + "app", false},
		"app and a domain":                     {"app/career.go", ours + "internal/career", true},
		"app and an adapter":                   {"app/career.go", ours + "internal/store", false},
		"app and the wave format":              {"app/media.go", ours + "internal/audio/wav", true},
		"app and the microphone":               {"app/media.go", ours + "internal/audio", false},
		"the Wails shell and Wails":            {"app/desktop.go", "github.com/wailsapp/wails/v2/pkg/runtime", true},
		"another file of app and Wails":        {"app/browser.go", "github.com/wailsapp/wails/v2/pkg/runtime", false},
		"main and Wails":                       {"main.go", "github.com/wailsapp/wails/v2/pkg/runtime", false},
		"main and an adapter":                  {"main.go", ours + "internal/store", true},
		"code and testkit":                     {"internal/store/store.go", ours + "internal/testkit", false},
		"main and testkit":                     {"main.go", ours + "internal/testkit/pulse", false},
		"a test and testkit":                   {"internal/store/store_test.go", ours + "internal/testkit", true},
		"code and the fake beside it":          {"internal/ai/chat.go", ours + "internal/ai/fakeai", false},
		"main and a fake":                      {"main.go", ours + "internal/speech/fakespeech", false},
		"app and a fake":                       {"app/system.go", ours + "internal/ai/fakeai", false},
		"a domain and a fake":                  {"internal/interview/plan.go", ours + "internal/ai/fakeai", false},
		"a domain's test and a fake":           {"internal/interview/plan_test.go", ours + "internal/ai/fakeai", true},
		"an adapter's test and another's fake": {"internal/speech/local_test.go", ours + "internal/ai/fakeai", true},
		"a fake and testkit":                   {"internal/ai/fakeai/chat.go", ours + "internal/testkit/serve", true},
		"a fake and another":                   {"internal/ai/fakeai/chat.go", ours + "internal/speech/fakespeech", true},
		"a fake and the adapter it tests":      {"internal/speech/fakespeech/x.go", ours + "internal/store", false},
		"a fake and what stands beside it":     {"internal/speech/fakespeech/x.go", ours + "internal/speech/wave", false},
		"a fake and a leaf":                    {"internal/speech/fakespeech/x.go", ours + "internal/clock", true},
		"testkit and a fake":                   {"internal/testkit/cmd/fakeproviders/main.go", ours + "internal/ai/fakeai", true},
		"testkit and an adapter":               {"internal/testkit/cmd/fakeproviders/main.go", ours + "internal/ai", false},
		"sockets in speech":                    {"internal/speech/elevenlabs/live.go", "github.com/coder/websocket", true},
		"sockets elsewhere":                    {"internal/ai/chat.go", "github.com/coder/websocket", false},
		"a test and its property library":      {"internal/career/list_test.go", "pgregory.net/rapid", true},
		"code and the property library":        {"internal/career/list.go", "pgregory.net/rapid", false},
		"a test of app and an adapter":         {"app/journey_test.go", ours + "internal/store", true},
		"the cloud and the wire types":         {"internal/cloud/api/push.go", ours + "internal/syncapi", true},
		"the cloud and a domain":               {"internal/cloud/api/push.go", ours + "internal/career", false},
		"the cloud and the vault":              {"internal/cloud/api/push.go", ours + "internal/vault", false},
		"the wrong home of a module":           {"internal/platform/keys.go", "github.com/mattn/go-sqlite3", false},
		"an unknown module":                    {"internal/store/store.go", "example.org/shiny", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			reason := verdict(named(tt.file), tt.target)
			if tt.allowed != (reason == "") {
				t.Errorf("%s imports %s: allowed = %v, want %v; reason %q", tt.file, tt.target, reason == "", tt.allowed, reason)
			}
		})
	}
}
