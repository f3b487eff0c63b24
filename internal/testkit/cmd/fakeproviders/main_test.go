package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// console is what the program prints, read while it runs.
type console struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (c *console) Write(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.Write(b)
}

func (c *console) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.String()
}

// freePorts are arguments that make everything listen where nothing else does.
func freePorts() (args []string) {
	for _, n := range names {
		args = append(args, "-"+n.name+"=127.0.0.1:0")
	}
	return args
}

func TestEverythingListensUntilInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var out console
	done := make(chan error, 1)
	go func() {
		done <- run(ctx, append(freePorts(), "-first-token=0", "-fault=openrouter:/key:2:401", "-fault=kokoro:/health:every:500-text"), &out)
	}()
	serve.Until(t, "it is ready", func() bool { return strings.Contains(out.String(), "Ready.") })
	urls := map[string]string{}
	for _, found := range regexp.MustCompile(`(?m)^(\w+) +base URL (\S+)$`).FindAllStringSubmatch(out.String(), -1) {
		urls[found[1]] = found[2]
	}
	tests := []struct {
		name, path string
		status     int
	}{
		{"openrouter", "/key", 200}, {"openrouter", "/key", 401}, {"openrouter", "/key", 200}, {"elevenlabs", "/v1/voices", 401},
		{"ollama", "/models", 200}, {"lmstudio", "/models", 200}, {"whispercpp", "/health", 200}, {"llamacpp", "/models", 200},
		{"speaches", "/models", 200}, {"kokoro", "/audio/voices", 200},
	}
	for _, tt := range tests {
		if status := get(t, urls[tt.name]+tt.path); status != tt.status {
			t.Errorf("%s%s: %d, want %d", urls[tt.name], tt.path, status, tt.status)
		}
	}
	if status := get(t, strings.TrimSuffix(urls["kokoro"], "/v1")+"/health"); status != 500 {
		t.Errorf("planned fault: %d", status)
	}
	body := `{"model":"` + fakeai.LocalModel + `","messages":[{"role":"user","content":"x"}]}`
	response, err := http.Post(urls["ollama"]+"/chat/completions", "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != 200 {
		t.Errorf("chat of Ollama: status %d", response.StatusCode)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if response, err := http.Get(urls["ollama"] + "/models"); err == nil {
		response.Body.Close()
		t.Error("it still listens")
	}
}

func get(t *testing.T, url string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), "GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+fakeai.Key)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	_, _ = io.Copy(io.Discard, response.Body)
	return response.StatusCode
}

func TestArgumentsThatAreRefused(t *testing.T) {
	for name, args := range map[string][]string{
		"off loopback":     {"-openrouter=0.0.0.0:0"},
		"no port":          {"-openrouter=127.0.0.1"},
		"rest":             {"now"},
		"short fault":      {"-fault=openrouter:401"},
		"fault without nr": {"-fault=openrouter:/key:x:401"},
		"unknown fault":    append(freePorts(), "-fault=openrouter:/key:1:999"),
		"unknown provider": append(freePorts(), "-fault=openai:/key:1:reset"),
	} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel() // what isn't refused ends at once
		if err := run(ctx, args, io.Discard); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestEmptyAddressLeavesAProviderOut(t *testing.T) {
	args := freePorts()
	for i := range args[1:] {
		args[i+1] = strings.TrimSuffix(args[i+1], "127.0.0.1:0")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out console
	if err := run(ctx, args, &out); err != nil || strings.Count(out.String(), "base URL") != 1 {
		t.Errorf("%v\n%s", err, out.String())
	}
}

func TestTakenPortIsToldWithItsFlag(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out console
	done := make(chan error, 1)
	go func() { done <- run(ctx, freePorts(), &out) }()
	serve.Until(t, "it is ready", func() bool { return strings.Contains(out.String(), "Ready.") })
	taken := regexp.MustCompile(`openrouter +base URL http://(\S+)/api/v1`).FindStringSubmatch(out.String())[1]
	err := run(t.Context(), append(freePorts(), "-elevenlabs="+taken), io.Discard)
	if err == nil || !strings.Contains(err.Error(), "-elevenlabs") {
		t.Errorf("%v", err)
	}
	cancel()
	<-done
}
