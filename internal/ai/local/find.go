package local

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Kind is a server program.
type Kind string

// The programs that are known by their answers.
const (
	Ollama     Kind = "ollama"
	LlamaCpp   Kind = "llama.cpp"
	LMStudio   Kind = "lmstudio"
	WhisperCpp Kind = "whisper.cpp"
	Kokoro     Kind = "kokoro"
	// OpenAI is any other server that lists models as OpenAI does.
	OpenAI Kind = "openai"
)

// Server is one that was found.
type Server struct {
	Kind Kind
	// BaseURL ends before /chat/completions or /audio/...
	BaseURL string
	Models  []string // what it says it has; may be empty
	Voices  []string
	// What a program of this kind can do; a test tells whether this one does.
	Chats, Transcribes, Speaks bool
}

// ports are where such programs listen unless they are told otherwise.
var ports = []int{11434, 8080, 1234, 8000, 8880}

// patience bounds each question; a program on this computer answers at once or is none.
const patience = 300 * time.Millisecond

const mostBytes = 1 << 20

// Find asks every usual port at once. What doesn't answer like one of the programs above
// isn't reported.
func Find(ctx context.Context, client *http.Client) []Server {
	return find(ctx, client, ports)
}

func find(ctx context.Context, client *http.Client, ports []int) []Server {
	found := make([]*Server, len(ports))
	var asking sync.WaitGroup
	for i, port := range ports {
		asking.Go(func() { found[i] = identify(ctx, asker{client, "http://127.0.0.1:" + strconv.Itoa(port)}) })
	}
	asking.Wait()
	out := []Server{}
	for _, s := range found {
		if s != nil {
			out = append(out, *s)
		}
	}
	return out
}

// prints are the programs from the surest mark to the vaguest.
var prints = []func(context.Context, asker) *Server{ollama, kokoro, whisperCpp, llamaCpp, openAI}

func identify(ctx context.Context, a asker) *Server {
	for _, known := range prints {
		if s := known(ctx, a); s != nil {
			return s
		}
	}
	return nil
}

// asker asks one server.
type asker struct {
	client *http.Client
	root   string
}

// get reads the answer to a GET; ok says that it came with status 200.
func (a asker) get(ctx context.Context, path string) (body []byte, ok bool) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a.root+path, nil)
	if err != nil {
		return nil, false
	}
	res, err := a.client.Do(req)
	if err != nil {
		return nil, false
	}
	defer res.Body.Close()
	body, err = io.ReadAll(io.LimitReader(res.Body, mostBytes))
	return body, err == nil && res.StatusCode == http.StatusOK
}

// object reads an answer that is a JSON object with all of the keys.
func (a asker) object(ctx context.Context, path string, into any, keys ...string) bool {
	body, ok := a.get(ctx, path)
	var fields map[string]json.RawMessage
	if !ok || json.Unmarshal(body, &fields) != nil {
		return false
	}
	missing := slices.ContainsFunc(keys, func(k string) bool { _, there := fields[k]; return !there })
	return !missing && json.Unmarshal(body, into) == nil
}

// models are those of the list OpenAI's API has.
func (a asker) models(ctx context.Context) (ids []string, ok bool) {
	var list struct {
		Data []struct {
			ID string `json:"id"`
		} `json:"data"`
	}
	if !a.object(ctx, "/v1/models", &list, "data") {
		return nil, false
	}
	for _, m := range list.Data {
		ids = append(ids, m.ID)
	}
	return ids, true
}

func ollama(ctx context.Context, a asker) *Server {
	var version struct {
		Version string `json:"version"`
	}
	var tags struct {
		Models []struct {
			Name string `json:"name"`
		} `json:"models"`
	}
	if !a.object(ctx, "/api/version", &version, "version") || !a.object(ctx, "/api/tags", &tags, "models") {
		return nil
	}
	s := &Server{Kind: Ollama, BaseURL: a.root + "/v1", Chats: true}
	for _, m := range tags.Models {
		s.Models = append(s.Models, m.Name)
	}
	return s
}

// kokoro is known by its voices and by its model; speaches lists voices too, and may have
// Kokoro's under a longer name.
func kokoro(ctx context.Context, a asker) *Server {
	voices := a.voices(ctx)
	if len(voices) == 0 {
		return nil
	}
	s := &Server{Kind: Kokoro, BaseURL: a.root + "/v1", Voices: voices, Speaks: true}
	if ids, ok := a.models(ctx); ok {
		if !slices.Contains(ids, "kokoro") {
			return nil
		}
		s.Models = ids
	}
	return s
}

// voices are those a server lists; none where it has no such list.
func (a asker) voices(ctx context.Context) (ids []string) {
	var list struct {
		Voices []json.RawMessage `json:"voices"`
	}
	if !a.object(ctx, "/v1/audio/voices", &list, "voices") {
		return nil
	}
	for _, raw := range list.Voices {
		ids = append(ids, voiceID(raw))
	}
	return ids
}

// voiceID reads a voice that is a name, or an object with one.
func voiceID(raw json.RawMessage) string {
	var named struct {
		ID string `json:"id"`
	}
	var name string
	if json.Unmarshal(raw, &name) == nil {
		return name
	}
	_ = json.Unmarshal(raw, &named) // one without a name can't be chosen
	return named.ID
}

func whisperCpp(ctx context.Context, a asker) *Server {
	page, ok := a.get(ctx, "/")
	if !ok || !strings.Contains(string(page), "Whisper.cpp Server") {
		return nil
	}
	return &Server{Kind: WhisperCpp, BaseURL: a.root, Transcribes: true}
}

func llamaCpp(ctx context.Context, a asker) *Server {
	var props struct{}
	if !a.object(ctx, "/props", &props, "default_generation_settings") {
		return nil
	}
	s := &Server{Kind: LlamaCpp, BaseURL: a.root + "/v1", Chats: true}
	s.Models, _ = a.models(ctx)
	return s
}

func openAI(ctx context.Context, a asker) *Server {
	ids, ok := a.models(ctx)
	if !ok {
		return nil
	}
	s := &Server{Kind: OpenAI, BaseURL: a.root + "/v1", Models: ids, Chats: true}
	if _, ok := a.get(ctx, "/api/v0/models"); ok {
		s.Kind = LMStudio
		return s
	}
	s.Voices = a.voices(ctx)
	s.Speaks = len(s.Voices) > 0
	s.Transcribes = slices.ContainsFunc(ids, hears)
	s.Chats = len(ids) == 0 || slices.ContainsFunc(ids, func(id string) bool { return !hears(id) && !speaks(id) })
	return s
}

// hears and speaks know models that do nothing else by their names.
func hears(id string) bool { return strings.Contains(strings.ToLower(id), "whisper") }

func speaks(id string) bool {
	id = strings.ToLower(id)
	return strings.Contains(id, "kokoro") || strings.Contains(id, "piper")
}
