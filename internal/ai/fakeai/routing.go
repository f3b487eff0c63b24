package fakeai

import (
	"slices"
	"strings"
)

// wished are the models a request names, the first choice first.
func wished(b map[string]any) []string {
	var names []string
	if one, isText := b["model"].(string); isText {
		names = append(names, one)
	}
	more, _ := b["models"].([]any)
	for _, m := range more {
		if text, isText := m.(string); isText && !slices.Contains(names, text) {
			names = append(names, text)
		}
	}
	return names
}

// choose finds the first wished model that can serve the request under its preferences,
// or says why the first wish can't.
func (s *Server) choose(b map[string]any) (Model, *unfit) {
	var first *unfit
	for _, name := range wished(b) {
		m, found := s.find(name)
		reason := m.unfit(b)
		if !found {
			u := unknownModel(name)
			reason = &u
		}
		if reason == nil {
			return m, nil
		}
		if first == nil {
			first = reason
		}
	}
	return Model{}, first
}

// unfit says why the model can't serve the request; nil if it can.
func (m Model) unfit(b map[string]any) *unfit {
	provider, _ := b["provider"].(map[string]any)
	var reason unfit
	switch {
	case !slices.Contains(m.Output, "text"):
		reason = wrongEndpoint(m.ID, "/audio")
	case provider["zdr"] == true && !m.ZDR:
		reason = private(m.ID, "zdr")
	case provider["data_collection"] == "deny" && m.Collects:
		reason = private(m.ID, "training")
	case provider["require_parameters"] == true && m.lacks(b) != "":
		reason = filtered(m.ID, "require_parameters")
	default:
		return nil
	}
	return &reason
}

// lacks names a parameter of the request that the model doesn't support.
func (m Model) lacks(b map[string]any) string {
	for name, value := range b {
		if value == nil || !slices.Contains(tunable, name) {
			continue
		}
		if name == "response_format" && isSchema(value) {
			name = "structured_outputs"
		}
		if !slices.Contains(m.Parameters, name) {
			return name
		}
	}
	return ""
}

// tunable are the request's fields that are parameters of a model.
var tunable = append(slices.Clone(textParameters), "response_format", "reasoning", "top_k", "min_p", "top_a", "repetition_penalty", "tools")

func isSchema(format any) bool {
	object, _ := format.(map[string]any)
	return object["type"] == "json_schema"
}

func (m Model) structured() bool { return slices.Contains(m.Parameters, "structured_outputs") }

// slug is what the answer names as its model: an alias' target, without the tilde.
func (m Model) slug() string {
	if m.Of != "" {
		return m.Of
	}
	return strings.TrimPrefix(m.ID, "~")
}
