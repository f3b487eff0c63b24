package resume

import (
	"maps"
	"reflect"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Merge puts two overlays that began as base together: item by item, wording by wording.
// What only one side changed is taken from that side, so that the order of merging
// doesn't count where edits don't touch. Where both changed the same thing, mine stays.
func Merge(base, mine, theirs Overlay) Overlay {
	return Overlay{
		Follow:   either(base.Follow, mine.Follow, theirs.Follow),
		Sections: mergeLists(sectionMerge(base), base.Sections, mine.Sections, theirs.Sections),
		Words:    mergeWords(base.Words, mine.Words, theirs.Words),
	}
}

// either is a value after both sides may have changed it.
func either[T any](base, mine, theirs T) T {
	if reflect.DeepEqual(mine, base) {
		return theirs
	}
	return mine
}

func mergeWords(base, mine, theirs map[string]map[Field]string) map[string]map[Field]string {
	out := map[string]map[Field]string{}
	for _, side := range []map[string]map[Field]string{mine, theirs} {
		for language := range side {
			if words := mergeMaps(base[language], mine[language], theirs[language]); len(words) > 0 {
				out[language] = words
			}
		}
	}
	return out
}

// mergeMaps merges by key; a key that one side took out and the other left alone is out.
func mergeMaps[K, V comparable](base, mine, theirs map[K]V) map[K]V {
	out := maps.Clone(theirs)
	if out == nil {
		out = map[K]V{}
	}
	for k, b := range base {
		if _, kept := mine[k]; !kept && theirs[k] == b {
			delete(out, k)
		}
	}
	for k, m := range mine {
		if b, known := base[k]; !known || m != b {
			out[k] = m
		}
	}
	return out
}

// listMerge is how lists of one level are merged.
type listMerge[K comparable, N any] struct {
	key   func(N) K
	fresh func(K) N // what a thing not named stood for in base
	merge func(base, mine, theirs N) N
}

func sectionMerge(base Overlay) listMerge[Key, Section] {
	c := unnamed{base.Follow}
	items := listMerge[career.ItemID, Item]{
		key: idOfItem, fresh: c.item,
	}
	lines := listMerge[career.ItemID, Line]{
		key: idOfLine, fresh: c.line,
		merge: func(b, m, t Line) Line { return Line{ID: m.ID, Hidden: either(b.Hidden, m.Hidden, t.Hidden)} },
	}
	items.merge = func(b, m, t Item) Item {
		return Item{
			ID: m.ID, Hidden: either(b.Hidden, m.Hidden, t.Hidden), Break: either(b.Break, m.Break, t.Break),
			Lines: mergeLists(lines, b.Lines, m.Lines, t.Lines),
		}
	}
	return listMerge[Key, Section]{
		key: keyOfSection, fresh: c.section,
		merge: func(b, m, t Section) Section {
			return Section{
				Key: m.Key, Hidden: either(b.Hidden, m.Hidden, t.Hidden), Break: either(b.Break, m.Break, t.Break),
				Column: either(b.Column, m.Column, t.Column), Items: mergeLists(items, b.Items, m.Items, t.Items),
			}
		},
	}
}

func mergeLists[K ~string, N any](by listMerge[K, N], base, mine, theirs []N) []N {
	if sameList(theirs, base) {
		return mine
	}
	if sameList(mine, base) || sameList(mine, theirs) {
		return theirs
	}
	b, m, t := byKey(base, by.key), byKey(mine, by.key), byKey(theirs, by.key)
	merged := map[K]N{}
	for k := range m {
		if one, kept := mergeOne(by, k, b, m, t); kept {
			merged[k] = one
		}
	}
	for k := range t {
		if one, kept := mergeOne(by, k, b, m, t); kept {
			merged[k] = one
		}
	}
	out := make([]N, 0, len(merged))
	for _, k := range mergeOrder(keysOf(base, by.key), keysOf(mine, by.key), keysOf(theirs, by.key)) {
		if one, kept := merged[k]; kept {
			out = append(out, one)
		}
	}
	return out
}

// mergeOne merges what is named k; false if one side took it out.
func mergeOne[K ~string, N any](by listMerge[K, N], k K, base, mine, theirs map[K]N) (N, bool) {
	b, inBase := base[k]
	m, inMine := mine[k]
	t, inTheirs := theirs[k]
	if !inBase {
		b = by.fresh(k)
	}
	switch {
	case inMine && inTheirs:
		return by.merge(b, m, t), true
	case inMine:
		return m, !inBase || !reflect.DeepEqual(m, b)
	}
	return t, !inBase || !reflect.DeepEqual(t, b)
}

// sameList knows no difference between no list and an empty one.
func sameList[N any](a, b []N) bool { return len(a) == 0 && len(b) == 0 || reflect.DeepEqual(a, b) }

func byKey[K comparable, N any](list []N, key func(N) K) map[K]N {
	out := make(map[K]N, len(list))
	for _, n := range list {
		out[key(n)] = n
	}
	return out
}

// mergeOrder is the order of all that either side names. Two things that both name stand
// as the side has them that changed their order; a thing only one names comes after what
// it follows there.
func mergeOrder[K ~string](base, mine, theirs []K) []K {
	if slices.Equal(mine, theirs) || slices.Equal(theirs, base) {
		return append(slices.Clone(mine), missingFrom(mine, theirs)...)
	}
	if slices.Equal(mine, base) {
		return append(slices.Clone(theirs), missingFrom(theirs, mine)...)
	}
	b, m, t := ranks(base), ranks(mine), ranks(theirs)
	var both []K
	for _, k := range mine {
		if _, ok := t[k]; ok {
			both = append(both, k)
		}
	}
	wins := map[K]int{}
	for i, x := range both {
		for _, y := range both[i+1:] {
			if inFront(x, y, b, m, t) {
				wins[x]++
			} else {
				wins[y]++
			}
		}
	}
	slices.SortStableFunc(both, func(x, y K) int { return wins[y] - wins[x] })
	return interleave(both, mine, theirs)
}

// inFront says whether x stands before y: as in mine, unless only theirs has changed it.
func inFront[K comparable](x, y K, base, mine, theirs map[K]int) bool {
	inMine, inTheirs := mine[x] < mine[y], theirs[x] < theirs[y]
	bx, knownX := base[x]
	by, knownY := base[y]
	if knownX && knownY && inMine == (bx < by) {
		return inTheirs
	}
	return inMine
}

// interleave puts what only one side names after what it follows there; of two such runs
// at one place, the one whose first key is smaller comes first, whoever named it.
func interleave[K ~string](both, mine, theirs []K) []K {
	shared := map[K]bool{}
	for _, k := range both {
		shared[k] = true
	}
	first, after := followers(shared, mine)
	first2, after2 := followers(shared, theirs)
	out := runs(first, first2)
	for _, k := range both {
		out = append(append(out, k), runs(after[k], after2[k])...)
	}
	return out
}

func runs[K ~string](a, b []K) []K {
	if len(a) > 0 && len(b) > 0 && b[0] < a[0] {
		a, b = b, a
	}
	return append(slices.Clone(a), b...)
}

func missingFrom[K comparable](list, other []K) []K {
	var out []K
	for _, k := range other {
		if !slices.Contains(list, k) {
			out = append(out, k)
		}
	}
	return out
}

func ranks[K comparable](list []K) map[K]int {
	out := make(map[K]int, len(list))
	for i, k := range list {
		out[k] = i
	}
	return out
}
