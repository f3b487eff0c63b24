package resume

import "github.com/jobjourney/jobjourney/internal/career"

// weave completes an order: what is present and not named yet comes in after what it
// follows among the present, or first. Named things that are not present stay where they
// are. A key named twice counts once. The result is never the list that was handed in.
func weave[K comparable, N any](named []N, keyOf func(N) K, present []K, fresh func(K) N) []N {
	out := make([]N, 0, max(len(named), len(present)))
	if sameOrder(named, keyOf, present) {
		return append(out, named...)
	}
	at := make(map[K]bool, len(named))
	for _, n := range named {
		at[keyOf(n)] = true
	}
	first, after := followers(at, present)
	for _, k := range first {
		out = append(out, fresh(k))
	}
	for _, n := range named {
		k := keyOf(n)
		if !at[k] {
			continue // named twice
		}
		delete(at, k)
		out = append(out, n)
		for _, f := range after[k] {
			out = append(out, fresh(f))
		}
	}
	return out
}

// ordered is weave for whoever only reads: a list that is complete is given back itself.
func ordered[K comparable, N any](named []N, keyOf func(N) K, present []K, fresh func(K) N) []N {
	if sameOrder(named, keyOf, present) {
		return named
	}
	return weave(named, keyOf, present, fresh)
}

// followers groups what isn't named by the named thing it follows.
func followers[K comparable](named map[K]bool, present []K) (first []K, after map[K][]K) {
	after = map[K][]K{}
	var anchor *K
	for i, k := range present {
		switch {
		case named[k]:
			anchor = &present[i]
		case anchor == nil:
			first = append(first, k)
		default:
			after[*anchor] = append(after[*anchor], k)
		}
	}
	return first, after
}

func sameOrder[K comparable, N any](named []N, keyOf func(N) K, present []K) bool {
	if len(named) != len(present) {
		return false
	}
	for i, n := range named {
		if keyOf(n) != present[i] {
			return false
		}
	}
	return true
}

// pick gives the present things in the order of the names. They aren't copied.
func pick[K comparable, N, P any](names []N, keyOf func(N) K, present []P, presentKey func(P) K) []picked[N, P] {
	out := make([]picked[N, P], 0, len(present))
	var at map[K]int
	for i, n := range names {
		k := keyOf(n)
		if i < len(present) && presentKey(present[i]) == k {
			out = append(out, picked[N, P]{&names[i], &present[i]})
			continue
		}
		if at == nil {
			at = make(map[K]int, len(present))
			for j, p := range present {
				at[presentKey(p)] = j
			}
		}
		if j, ok := at[k]; ok {
			out = append(out, picked[N, P]{&names[i], &present[j]})
		}
	}
	return out
}

// picked is a name and what it names.
type picked[N, P any] struct {
	name  *N
	thing *P
}

func keyOfSection(s Section) Key          { return s.Key }
func idOfItem(i Item) career.ItemID       { return i.ID }
func idOfLine(l Line) career.ItemID       { return l.ID }
func idOfEntry(e Entry) career.ItemID     { return e.ID }
func idOfWords(l LineWords) career.ItemID { return l.ID }

func keysOf[K comparable, P any](all []P, key func(P) K) []K {
	out := make([]K, len(all))
	for i, p := range all {
		out[i] = key(p)
	}
	return out
}
