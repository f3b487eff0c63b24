package fakeai

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
)

var schemaName = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// readFormat reads response_format.
func (r *Request) readFormat() error {
	format, found := r.Body["response_format"].(map[string]any)
	if !found {
		return nil
	}
	switch kind, _ := format["type"].(string); kind {
	case "text":
		return nil
	case "json_object":
		r.AnyJSON = true
		return nil
	case "json_schema":
		return r.readSchema(format)
	default:
		return fmt.Errorf("unknown response_format.type %q", kind)
	}
}

func (r *Request) readSchema(format map[string]any) error {
	object, found := format["json_schema"].(map[string]any)
	if !found {
		return errors.New("response_format.json_schema is required")
	}
	if err := onlyKeys("response_format.json_schema", object, kinds{"name": "string", "strict": "bool", "schema": "object", "description": "string"}); err != nil {
		return err
	}
	r.SchemaName, _ = object["name"].(string)
	if !schemaName.MatchString(r.SchemaName) {
		return fmt.Errorf("json_schema.name must match %s", schemaName)
	}
	if object["schema"] == nil {
		return errors.New("json_schema.schema is required")
	}
	r.Schema, _ = json.Marshal(object["schema"]) // it was JSON a moment ago
	return nil
}

// strict is true if the request asks the model to be held to its schema to the letter.
func (r *Request) strict() bool {
	format, _ := r.Body["response_format"].(map[string]any)
	object, _ := format["json_schema"].(map[string]any)
	is, _ := object["strict"].(bool)
	return is
}

// checkStrict says what strict mode refuses: an object must name all its properties as
// required and allow no others.
func checkStrict(where string, schema any) error {
	object, isObject := schema.(map[string]any)
	if !isObject {
		return nil
	}
	if properties, found := object["properties"].(map[string]any); found {
		if err := closed(where, object, properties); err != nil {
			return err
		}
		for name, each := range properties {
			if err := checkStrict(where+"."+name, each); err != nil {
				return err
			}
		}
	}
	for _, list := range []string{"anyOf", "oneOf", "allOf"} {
		options, _ := object[list].([]any)
		for _, each := range options {
			if err := checkStrict(where+"."+list, each); err != nil {
				return err
			}
		}
	}
	for _, group := range []string{"$defs", "definitions"} {
		definitions, _ := object[group].(map[string]any)
		for name, each := range definitions {
			if err := checkStrict(where+"."+group+"."+name, each); err != nil {
				return err
			}
		}
	}
	return checkStrict(where+"[]", object["items"])
}

func closed(where string, object, properties map[string]any) error {
	if more, isBool := object["additionalProperties"].(bool); !isBool || more {
		return fmt.Errorf("invalid schema for response_format: in %s, 'additionalProperties' is required to be supplied and to be false", where)
	}
	required := map[string]bool{}
	list, _ := object["required"].([]any)
	for _, name := range list {
		text, _ := name.(string)
		required[text] = true
	}
	for name := range properties {
		if !required[name] {
			return fmt.Errorf("invalid schema for response_format: in %s, 'required' must include every property; missing '%s'", where, name)
		}
	}
	return nil
}
