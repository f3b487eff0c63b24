package fakeai

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// filling is what a schema is filled with.
type filling struct {
	answer string
	level  int
	id     string // of something in the prompt
}

// filler fills one schema. It reads what providers support of JSON Schema: types, enum,
// const, anyOf, allOf, $ref to $defs, limits of numbers, texts and lists.
type filler struct {
	filling
	defs   map[string]any
	quotes int // taken so far
	now    quote
	depth  int
}

// fill makes a JSON text that fits the schema.
func fill(schema json.RawMessage, with filling) string {
	var root map[string]any
	_ = json.Unmarshal(schema, &root) // checked when the request came
	f := &filler{filling: with, defs: map[string]any{}}
	for _, group := range []string{"$defs", "definitions"} {
		definitions, _ := root[group].(map[string]any)
		for name, d := range definitions {
			f.defs["#/"+group+"/"+name] = d
		}
	}
	b, err := json.Marshal(f.value("", root))
	if err != nil {
		return fmt.Sprintf("%q", err.Error())
	}
	return string(b)
}

// value fills one place; name is the property it belongs to.
func (f *filler) value(name string, schema map[string]any) any {
	if f.depth++; f.depth > 32 {
		return nil // a schema that contains itself
	}
	defer func() { f.depth-- }()
	schema = f.resolved(schema)
	if c, found := schema["const"]; found {
		return c
	}
	if enum, found := schema["enum"].([]any); found && len(enum) > 0 {
		return f.pick(name, enum)
	}
	switch kindOf(schema) {
	case "object":
		return f.object(schema)
	case "array":
		return f.list(name, schema)
	case "integer", "number":
		return f.number(name, schema)
	case "boolean":
		return true
	case "null":
		return nil
	}
	return f.text(name, schema)
}

// resolved follows references and takes the first choice of anyOf and oneOf; the parts of
// allOf are laid over one another.
func (f *filler) resolved(schema map[string]any) map[string]any {
	if ref, found := schema["$ref"].(string); found {
		target, _ := f.defs[ref].(map[string]any)
		return f.resolved(target)
	}
	for _, group := range []string{"anyOf", "oneOf"} {
		if options, found := schema[group].([]any); found && len(options) > 0 {
			first, _ := options[0].(map[string]any)
			return f.resolved(first)
		}
	}
	if parts, found := schema["allOf"].([]any); found {
		whole := map[string]any{}
		for _, p := range parts {
			part, _ := p.(map[string]any)
			maps.Copy(whole, f.resolved(part))
		}
		return whole
	}
	return schema
}

// kindOf reads type; of several the first that isn't null.
func kindOf(schema map[string]any) string {
	switch t := schema["type"].(type) {
	case string:
		return t
	case []any:
		for _, each := range t {
			if text, _ := each.(string); text != "null" {
				return text
			}
		}
	}
	if schema["properties"] != nil {
		return "object"
	}
	return "string"
}

// object fills all properties in the order of their names, texts before numbers: the words
// of a quote have to be chosen before their indexes.
func (f *filler) object(schema map[string]any) any {
	properties, _ := schema["properties"].(map[string]any)
	names := slices.SortedFunc(maps.Keys(properties), func(a, b string) int {
		return 4*(order(f, properties[a])-order(f, properties[b])) + strings.Compare(a, b)
	})
	out := map[string]any{}
	for _, name := range names {
		each, _ := properties[name].(map[string]any)
		out[name] = f.value(name, each)
	}
	return out
}

func order(f *filler, schema any) int {
	object, _ := schema.(map[string]any)
	if kind := kindOf(f.resolved(object)); kind == "integer" || kind == "number" {
		return 1
	}
	return 0
}

// list fills as many items as it must, at least one where it may. Objects that are told
// apart by an enum, as criteria are, get one item for each of its values.
func (f *filler) list(name string, schema map[string]any) any {
	items, _ := schema["items"].(map[string]any)
	items = f.resolved(items)
	count := int(limit(schema, "minItems", 1))
	key, values := f.distinct(items)
	count = min(max(count, len(values), 1), int(limit(schema, "maxItems", math.MaxInt32)))
	out := []any{}
	for i := range count {
		item := f.value(name, items)
		if object, isObject := item.(map[string]any); isObject && len(values) > 0 {
			object[key] = values[i%len(values)]
		}
		out = append(out, item)
	}
	return out
}

// keys are names of properties by which items of a list are told apart.
var keys = []string{"criterion", "competency", "dimension", "id", "name", "key", "part"}

func (f *filler) distinct(items map[string]any) (key string, values []any) {
	properties, _ := items["properties"].(map[string]any)
	for _, name := range keys {
		each, _ := properties[name].(map[string]any)
		if enum, found := f.resolved(each)["enum"].([]any); found && len(enum) > 1 {
			return name, enum
		}
	}
	return "", nil
}

// pick chooses from an enum: the level where it is one, else the first value.
func (f *filler) pick(name string, enum []any) any {
	if named(name, "level", "score", "rating") {
		for _, value := range enum {
			if value == float64(f.wanted()) || value == fmt.Sprint(f.wanted()) {
				return value
			}
		}
	}
	return enum[0]
}

func (f *filler) wanted() int {
	if f.level == 0 {
		return 3
	}
	return f.level
}

func (f *filler) number(name string, schema map[string]any) any {
	value := float64(f.wanted())
	switch {
	case named(name, "level", "score", "rating"):
	case named(name, "from", "start", "first", "begin"):
		value = float64(f.now.first)
	case named(name, "to", "end", "last", "until"):
		value = float64(f.now.last)
	}
	return min(max(value, limit(schema, "minimum", math.Inf(-1))), limit(schema, "maximum", math.Inf(1)))
}

func (f *filler) text(name string, schema map[string]any) any {
	text := "You named what you did yourself."
	if strings.HasSuffix(name, "Id") || strings.HasSuffix(name, "_id") {
		text = f.id
	} else if named(name, "quote", "evidence", "excerpt", "verbatim", "span") {
		f.now = quoteOf(f.answer, f.quotes)
		f.quotes++
		text = f.now.text
	} else if named(name, "question", "probe", "follow") {
		text = probes[f.quotes%len(probes)]
	}
	if most := limit(schema, "maxLength", math.MaxInt32); float64(len(text)) > most {
		text = strings.TrimSpace(text[:int(most)])
	}
	return text
}

// named is true if a property's name has one of the words in it.
func named(name string, words ...string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
}

// limit reads a number of the schema, or gives the default.
func limit(schema map[string]any, name string, otherwise float64) float64 {
	if n, found := schema[name].(float64); found {
		return n
	}
	return otherwise
}
