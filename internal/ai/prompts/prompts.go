package prompts

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"text/template"
)

//go:embed *.md
var files embed.FS

// Name is a prompt and its version, for example "score.v1".
type Name string

// The prompts in use.
const (
	Score    Name = "score.v1"
	FollowUp Name = "followup.v1"
	Advise   Name = "advise.v1"
	// Translate puts the bank's own lines into another language.
	Translate Name = "translate.v1"
)

// Text fills a prompt's gaps. It panics on gaps that don't fit: prompts are part of the
// program, and a test fills each.
func Text(name Name, gaps any) string {
	levels := template.FuncMap{"level": func(i int) int { return i + 1 }}
	t := template.Must(template.New(string(name)+".md").Funcs(levels).Option("missingkey=error").ParseFS(files, string(name)+".md"))
	var out strings.Builder
	if err := t.Execute(&out, gaps); err != nil {
		panic(fmt.Sprintf("prompt %s: %v", name, err))
	}
	return strings.TrimSpace(out.String())
}

// Data writes material as JSON. Signs that mark up text elsewhere (<, >, &) are escaped, so
// nothing in it can pass for a mark of a prompt.
func Data(v any) string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		panic(fmt.Sprintf("material for a prompt: %v", err)) // made of texts and numbers only
	}
	return strings.TrimSpace(out.String())
}
