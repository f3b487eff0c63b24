package history

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Kind says what an operation does.
type Kind string

// The kinds of operation.
const (
	Set    Kind = "set"    // a value for another; no Before: it wasn't there; no After: it goes
	Splice Kind = "splice" // a stretch of a text, From bytes from its beginning, for another
	Insert Kind = "insert" // an item into a list, at To
	Remove Kind = "remove" // an item from a list, at From
	Move   Kind = "move"   // an item of a list from From to To, counted once it is taken out
)

// Op is one change of a document. Path leads there by keys of objects and ids of items; of
// an Insert, Remove and Move it leads to the list.
type Op struct {
	Kind   Kind            `json:"k"`
	Path   []string        `json:"p"`
	Before json.RawMessage `json:"b,omitempty"`
	After  json.RawMessage `json:"a,omitempty"`
	From   int             `json:"f,omitempty"`
	To     int             `json:"t,omitempty"`
}

// inverse is the operation that takes op back.
func (op Op) inverse() Op {
	op.Before, op.After = op.After, op.Before
	switch op.Kind {
	case Insert:
		op.Kind, op.From, op.To = Remove, op.To, 0
	case Remove:
		op.Kind, op.From, op.To = Insert, 0, op.From
	case Move:
		op.From, op.To = op.To, op.From
	case Set, Splice:
	}
	return op
}

func inverses(ops []Op) []Op {
	out := make([]Op, 0, len(ops))
	for _, op := range slices.Backward(ops) {
		out = append(out, op.inverse())
	}
	return out
}

// errChanged says that the document is not the one an operation was made for.
var errChanged = errors.New("apply step: the document has another value there")

func applyAll(document any, ops []Op) (any, error) {
	var err error
	for _, op := range ops {
		if document, err = edit(document, op.Path, op.apply); err != nil {
			return nil, err
		}
	}
	return document, nil
}

// absent stands for a value that isn't there.
type absent struct{}

// edit changes what the path leads to; document may be altered.
func edit(document any, path []string, change func(any) (any, error)) (any, error) {
	if len(path) == 0 {
		return change(document)
	}
	switch node := document.(type) {
	case map[string]any:
		return node, editKey(node, path, change)
	case []any:
		i := slices.IndexFunc(node, func(item any) bool { return idOf(item) == path[0] })
		if i < 0 {
			return nil, errChanged
		}
		item, err := edit(node[i], path[1:], change)
		node[i] = item
		return node, err
	}
	return nil, errChanged
}

func editKey(node map[string]any, path []string, change func(any) (any, error)) error {
	value, found := node[path[0]]
	if !found {
		value = absent{}
	}
	value, err := edit(value, path[1:], change)
	if err != nil {
		return err
	}
	if value == (absent{}) {
		delete(node, path[0])
	} else {
		node[path[0]] = value
	}
	return nil
}

// apply makes the change on the value at the operation's place.
func (op Op) apply(value any) (any, error) {
	switch op.Kind {
	case Set:
		if !slices.Equal(written(value), op.Before) {
			return nil, errChanged
		}
		return op.read(op.After)
	case Splice:
		return op.splice(value)
	case Insert, Remove, Move:
		list, ok := value.([]any)
		if !ok {
			return nil, errChanged
		}
		return op.arrange(list)
	}
	return nil, fmt.Errorf("apply step: no such operation %q", op.Kind)
}

func (op Op) arrange(list []any) (any, error) {
	var item any
	if op.Kind == Insert {
		read, err := op.read(op.After)
		if err != nil {
			return nil, err
		}
		item = read
	} else {
		if op.From < 0 || op.From >= len(list) || op.Kind == Remove && !op.names(list[op.From]) {
			return nil, errChanged
		}
		item = list[op.From]
		list = slices.Delete(list, op.From, op.From+1)
	}
	if op.Kind == Remove {
		return list, nil
	}
	if op.To < 0 || op.To > len(list) {
		return nil, errChanged
	}
	return slices.Insert(list, op.To, item), nil
}

// names reports whether the item is the one a Remove is about. Its id is enough: a newer
// version may have given it fields.
func (op Op) names(item any) bool {
	was, err := op.read(op.Before)
	return err == nil && idOf(was) == idOf(item)
}

func (op Op) splice(value any) (any, error) {
	text, ok := value.(string)
	var before, after string
	if err := errors.Join(json.Unmarshal(op.Before, &before), json.Unmarshal(op.After, &after)); err != nil {
		return nil, fmt.Errorf("read step: %w", err)
	}
	if !ok || op.From < 0 || op.From > len(text) || !strings.HasPrefix(text[op.From:], before) {
		return nil, errChanged
	}
	return text[:op.From] + after + text[op.From+len(before):], nil
}

// read decodes a value of a step; none is absent.
func (op Op) read(raw json.RawMessage) (any, error) {
	if len(raw) == 0 {
		return absent{}, nil
	}
	return tree(raw)
}
