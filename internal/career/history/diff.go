package history

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"unicode/utf8"
)

// treeOf is a document as encoding/json would decode it, numbers as they are written.
func treeOf(document any) (any, error) {
	data, err := json.Marshal(document)
	if err != nil {
		return nil, fmt.Errorf("write document: %w", err)
	}
	return tree(data)
}

func tree(data []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, fmt.Errorf("read document: %w", err)
	}
	return value, nil
}

// written is the one way a value is written; nothing for one that is absent.
func written(value any) json.RawMessage {
	if value == (absent{}) {
		return nil
	}
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // what was decoded can be encoded
	}
	return data
}

// diff lists what makes after of before, each operation on what the ones before it left.
func diff(before, after any, path []string) []Op {
	switch b := before.(type) {
	case map[string]any:
		if a, ok := after.(map[string]any); ok {
			return diffObject(b, a, path)
		}
	case []any:
		if a, ok := after.([]any); ok && named(b) && named(a) {
			return diffList(b, a, path)
		}
	case string:
		if a, ok := after.(string); ok && len(a) > spliceFrom && len(b) > spliceFrom {
			return diffText(b, a, path)
		}
	}
	if reflect.DeepEqual(before, after) {
		return nil
	}
	return []Op{{Kind: Set, Path: path, Before: written(before), After: written(after)}}
}

func diffObject(before, after map[string]any, path []string) []Op {
	keys := maps.Clone(before)
	maps.Copy(keys, after)
	var ops []Op
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		ops = append(ops, diff(valueOf(before, key), valueOf(after, key), below(path, key))...)
	}
	return ops
}

func valueOf(object map[string]any, key string) any {
	if value, found := object[key]; found {
		return value
	}
	return absent{}
}

func below(path []string, key string) []string { return append(slices.Clip(path), key) }

// named reports whether every item of a list has an id of its own.
func named(list []any) bool {
	seen := map[string]bool{}
	for _, item := range list {
		id := idOf(item)
		if id == "" || seen[id] {
			return false
		}
		seen[id] = true
	}
	return true
}

func idOf(item any) string {
	object, _ := item.(map[string]any)
	id, _ := object["id"].(string)
	return id
}

// diffList takes out what is gone, brings the rest into order, puts in what is new, and
// then looks into the items that stayed.
func diffList(before, after []any, path []string) []Op {
	was, is := byID(before), byID(after)
	var ops []Op
	kept := slices.Clone(before)
	for i, item := range slices.Backward(before) {
		if _, stays := is[idOf(item)]; !stays {
			ops = append(ops, Op{Kind: Remove, Path: path, Before: written(item), From: i})
			kept = slices.Delete(kept, i, i+1)
		}
	}
	wanted := slices.DeleteFunc(slices.Clone(after), func(item any) bool { _, stayed := was[idOf(item)]; return !stayed })
	ops = append(ops, reorder(ids(kept), ids(wanted), path)...)
	for i, item := range after {
		if _, stayed := was[idOf(item)]; !stayed {
			ops = append(ops, Op{Kind: Insert, Path: path, After: written(item), To: i})
		}
	}
	for _, item := range wanted {
		id := idOf(item)
		ops = append(ops, diff(was[id], item, below(path, id))...)
	}
	return ops
}

func byID(list []any) map[string]any {
	out := make(map[string]any, len(list))
	for _, item := range list {
		out[idOf(item)] = item
	}
	return out
}

func ids(list []any) []string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = idOf(item)
	}
	return out
}

// reorder lists the moves that make one order of another: one move where one is enough.
func reorder(now, wanted []string, path []string) []Op {
	var ops []Op
	move := func(from, to int) {
		id := now[from]
		now = slices.Insert(slices.Delete(now, from, from+1), to, id)
		ops = append(ops, Op{Kind: Move, Path: path, From: from, To: to})
	}
	for i := range wanted {
		if now[i] == wanted[i] {
			continue
		}
		last := slices.Index(wanted, now[i])
		if slices.Equal(now[i+1:last+1], wanted[i:last]) { // it went down, past the others
			move(i, last)
			continue
		}
		move(slices.Index(now, wanted[i]), i)
	}
	return ops
}

// spliceFrom is how long both texts are, in bytes, for the part that differs to be kept alone.
const spliceFrom = 64

func diffText(before, after string, path []string) []Op {
	if before == after {
		return nil
	}
	from := 0
	for from < min(len(before), len(after)) && before[from] == after[from] {
		from++
	}
	for from > 0 && !(starts(before, from) && starts(after, from)) {
		from--
	}
	before, after = before[from:], after[from:]
	end := 0 // how many bytes at the end are alike
	for end < min(len(before), len(after)) && before[len(before)-1-end] == after[len(after)-1-end] {
		end++
	}
	for end > 0 && !(starts(before, len(before)-end) && starts(after, len(after)-end)) {
		end--
	}
	return []Op{{
		Kind: Splice, Path: path, From: from,
		Before: written(before[:len(before)-end]), After: written(after[:len(after)-end]),
	}}
}

// starts reports whether a character begins at i, or the text ends there.
func starts(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
