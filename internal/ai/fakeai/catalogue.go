package fakeai

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// filters are the query parameters of GET /models that the fake knows; others are refused,
// as a mistyped one would list everything.
var filters = []string{"output_modalities", "input_modalities", "supported_parameters", "zdr", "q", "sort", "limit", "offset"}

func (s *Server) listModels(x *visit) {
	query := x.r.URL.Query()
	for name := range query {
		if !slices.Contains(filters, name) {
			invalid(x.w, "unknown filter "+name)
			return
		}
	}
	offset, limit, err := page(query)
	if err != nil {
		invalid(x.w, err.Error())
		return
	}
	matching := []fields{}
	for _, m := range s.options.Models {
		if m.matches(query) {
			matching = append(matching, m.entry())
		}
	}
	all := len(matching)
	matching = matching[min(offset, all):min(offset+limit, all)]
	var next any
	if offset+limit < all {
		next = fmt.Sprintf("/api/v1/models?offset=%d&limit=%d", offset+limit, limit)
	}
	serve.JSON(x.w, http.StatusOK, fields{"data": matching, "total_count": all, "links": fields{"next": next}})
}

// page reads offset and limit; without both, everything is one page.
func page(query url.Values) (offset, limit int, err error) {
	if !query.Has("offset") && !query.Has("limit") {
		return 0, 1 << 30, nil
	}
	limit = 500
	for name, into := range map[string]*int{"offset": &offset, "limit": &limit} {
		if text := query.Get(name); text != "" {
			if *into, err = strconv.Atoi(text); err != nil || *into < 0 {
				return 0, 0, fmt.Errorf("%s %q is no number", name, text)
			}
		}
	}
	if limit < 1 || limit > 1000 {
		return 0, 0, fmt.Errorf("limit %d is not between 1 and 1000", limit)
	}
	return offset, limit, nil
}

func (m Model) matches(query url.Values) bool {
	output := query.Get("output_modalities")
	if output == "" {
		output = "text"
	}
	search := strings.ToLower(query.Get("q"))
	return (output == "all" || some(output, m.Output)) &&
		(!query.Has("input_modalities") || every(query.Get("input_modalities"), m.Input)) &&
		every(query.Get("supported_parameters"), m.Parameters) &&
		(query.Get("zdr") != "true" || m.ZDR) &&
		(strings.Contains(strings.ToLower(m.ID), search) || strings.Contains(strings.ToLower(m.Name), search))
}

// some is true if the list has one of the words of a comma-separated wish.
func some(wish string, list []string) bool {
	return slices.ContainsFunc(strings.Split(wish, ","), func(w string) bool { return slices.Contains(list, w) })
}

// every is true if the list has all words of a comma-separated wish.
func every(wish string, list []string) bool {
	return wish == "" || !slices.ContainsFunc(strings.Split(wish, ","), func(w string) bool { return !slices.Contains(list, w) })
}

// entry is the model as the API shows it; what is null there is null here.
func (m Model) entry() fields {
	e := fields{
		"id": m.ID, "canonical_slug": strings.TrimPrefix(m.ID, "~"), "name": m.Name, "created": 1770000000,
		"description": "A model that exists in tests only.",
		"pricing":     fields{"prompt": m.Prompt, "completion": m.Completion, "request": "0", "image": "0"},
		"architecture": fields{
			"modality": strings.Join(m.Input, "+") + "->" + strings.Join(m.Output, "+"), "input_modalities": m.Input,
			"output_modalities": m.Output, "tokenizer": "Other", "instruct_type": nil,
		},
		"context_length": nil, "top_provider": fields{"context_length": nil, "max_completion_tokens": nil, "is_moderated": false},
		"per_request_limits": nil, "supported_parameters": m.Parameters, "default_parameters": nil, "supported_voices": nil,
		"expiration_date": nil, "links": fields{"details": "/api/v1/models/" + m.ID + "/endpoints"},
	}
	if m.Parameters == nil {
		e["supported_parameters"] = []string{}
	}
	if m.ContextLength > 0 {
		e["context_length"] = m.ContextLength
		e["top_provider"] = fields{"context_length": m.ContextLength, "max_completion_tokens": 4096, "is_moderated": false}
	}
	if m.Voices != nil {
		e["supported_voices"] = m.Voices
	}
	if m.Of != "" {
		e["alias_target"] = fields{"slug": m.Of, "name": m.Name}
	}
	if m.Reasons {
		e["reasoning"] = fields{"mandatory": m.Mandatory, "default_enabled": true, "default_effort": "medium", "supported_efforts": []string{"high", "medium", "low", "minimal"}}
	}
	return e
}

// listZDR is GET /endpoints/zdr: the endpoints that keep nothing.
func (s *Server) listZDR(x *visit) {
	data := []fields{}
	for _, m := range s.options.Models {
		if m.ZDR {
			data = append(data, fields{
				"name": "Acme: " + m.ID, "model_id": m.ID, "model_name": m.Name, "context_length": m.ContextLength,
				"pricing": fields{"prompt": m.Prompt, "completion": m.Completion}, "provider_name": "Acme", "tag": "acme",
				"quantization": nil, "max_completion_tokens": nil, "max_prompt_tokens": nil, "supported_parameters": m.Parameters,
				"status": 0, "uptime_last_30m": 100, "uptime_last_5m": 100, "uptime_last_1d": 99.9, "supports_implicit_caching": false,
				"latency_last_30m": nil, "throughput_last_30m": nil,
			})
		}
	}
	serve.JSON(x.w, http.StatusOK, fields{"data": data})
}
