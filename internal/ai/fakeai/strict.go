package fakeai

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// kinds says of what kind the fields of an object are. Null is always allowed: it means
// that the field isn't set.
type kinds map[string]string

// topLevel are the fields of a request (ChatRequest in openapi.yaml), and usage, which is
// deprecated and has no effect.
var topLevel = kinds{
	"model": "string", "models": "array", "messages": "array", "provider": "object", "plugins": "array", "reasoning": "object",
	"reasoning_effort": "string", "response_format": "object", "stream": "bool", "stream_options": "object", "usage": "object",
	"temperature": "number", "top_p": "number", "top_k": "integer", "top_a": "number", "min_p": "number",
	"frequency_penalty": "number", "presence_penalty": "number", "repetition_penalty": "number", "seed": "integer",
	"max_tokens": "integer", "max_completion_tokens": "integer", "stop": "any", "logit_bias": "object", "logprobs": "bool",
	"top_logprobs": "integer", "tools": "array", "tool_choice": "any", "parallel_tool_calls": "bool", "modalities": "array",
	"prediction": "object", "image_config": "object", "cache_control": "object", "prompt_cache_key": "string",
	"prompt_cache_options": "object", "session_id": "string", "route": "string", "service_tier": "string", "trace": "object",
	"metadata": "object", "debug": "object", "user": "string", "stop_server_tools_when": "any",
}

// preferences are the fields of provider, which allows no others (ProviderPreferences).
var preferences = kinds{
	"order": "array", "only": "array", "ignore": "array", "allow_fallbacks": "bool", "require_parameters": "bool",
	"data_collection": "string", "zdr": "bool", "enforce_distillable_text": "bool", "quantizations": "array", "sort": "any",
	"preferred_max_latency": "any", "preferred_min_throughput": "any", "max_price": "object",
}

var efforts = []any{"max", "xhigh", "high", "medium", "low", "minimal", "none"}

// checkBody is everything about a request that doesn't depend on its model.
func checkBody(b map[string]any) error {
	provider, _ := b["provider"].(map[string]any)
	reasoning, _ := b["reasoning"].(map[string]any)
	prices, _ := provider["max_price"].(map[string]any)
	return errors.Join(
		onlyKeys("the request", b, topLevel),
		onlyKeys("provider", provider, preferences),
		onlyKeys("provider.max_price", prices, kinds{"prompt": "string", "completion": "string", "request": "string", "image": "string", "audio": "string"}),
		onlyKeys("reasoning", reasoning, kinds{"effort": "string", "max_tokens": "integer", "enabled": "bool", "exclude": "bool", "summary": "string"}),
		oneOf("provider.data_collection", provider["data_collection"], "allow", "deny"),
		oneOf("reasoning.effort", reasoning["effort"], efforts...),
		between("temperature", b["temperature"], 0, 2),
		between("top_p", b["top_p"], 0, 1),
		between("max_tokens", b["max_tokens"], 1, math.MaxInt32),
		between("max_completion_tokens", b["max_completion_tokens"], 1, math.MaxInt32),
		checkReasoning(reasoning),
		checkModelNames(b),
	)
}

func checkReasoning(reasoning map[string]any) error {
	if reasoning["effort"] != nil && reasoning["max_tokens"] != nil {
		return errors.New("only one of reasoning.effort and reasoning.max_tokens can be given")
	}
	return nil
}

func checkModelNames(b map[string]any) error {
	models, _ := b["models"].([]any)
	if b["model"] == nil && len(models) == 0 {
		return errors.New("no models provided")
	}
	for _, m := range models {
		if _, isText := m.(string); !isText {
			return errors.New("models must be a list of strings")
		}
	}
	return nil
}

// onlyKeys refuses fields that aren't in the list, and those of another kind.
func onlyKeys(where string, object map[string]any, known kinds) error {
	var problems []error
	for name, value := range object {
		kind, found := known[name]
		switch {
		case !found:
			problems = append(problems, fmt.Errorf("unrecognized key %q in %s", name, where))
		case value != nil && !isKind(value, kind):
			problems = append(problems, fmt.Errorf("%s in %s must be of type %s", name, where, kind))
		}
	}
	return errors.Join(problems...)
}

func isKind(value any, kind string) (is bool) {
	switch kind {
	case "any":
		return true
	case "string":
		_, is = value.(string)
	case "bool":
		_, is = value.(bool)
	case "object":
		_, is = value.(map[string]any)
	case "array":
		_, is = value.([]any)
	case "number":
		_, is = value.(float64)
	case "integer":
		n, isNumber := value.(float64)
		is = isNumber && n == math.Trunc(n)
	}
	return is
}

func oneOf(where string, value any, known ...any) error {
	if value == nil || slices.Contains(known, value) {
		return nil
	}
	return fmt.Errorf("%s must be one of %v", where, known)
}

func between(where string, value any, least, most float64) error {
	n, isNumber := value.(float64)
	if isNumber && (n < least || n > most) {
		return fmt.Errorf("%s must be between %v and %v", where, least, most)
	}
	return nil
}
