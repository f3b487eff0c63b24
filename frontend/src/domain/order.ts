// The order of lists that a person arranges. A step up or down is told as one move: an
// item goes before another; an empty "before" is the end.

/** Something with a place in a list, and the name it is grouped by. */
export interface Placed {
  id: string;
  name: string;
}

/** Neighbours under one name. */
export interface Group<T> {
  name: string;
  items: T[];
}

/** One item goes before another. */
export interface Step {
  id: string;
  before: string;
}

/** Groups by name, ignoring case, at the place of the first of each; a nameless item stays alone. */
export function grouped<T extends Placed>(items: readonly T[]): Group<T>[] {
  const groups: Group<T>[] = [];
  const known = new Map<string, Group<T>>();
  for (const item of items) {
    const name = item.name.trim();
    const key = name.toLocaleLowerCase();
    const group = known.get(key) ?? { name, items: [] };
    if (group.items.length === 0) groups.push(group);
    if (key !== '') known.set(key, group);
    group.items.push(item);
  }
  return groups;
}

/** The move that takes an item one place up (-1) or down (1); undefined at either end. */
export function stepIn(items: readonly { id: string }[], id: string, by: -1 | 1): Step | undefined {
  const at = items.findIndex((item) => item.id === id);
  const other = items[at + by];
  if (at < 0 || !other) return undefined;
  return by < 0 ? { id, before: other.id } : { id: other.id, before: id };
}

/**
 * The same among groups: within its group an item changes places with its neighbour; at
 * the edge of the group the whole group does, because it stands where its first item does.
 */
export function stepAmong<T extends Placed>(groups: readonly Group<T>[], id: string, by: -1 | 1): Step | undefined {
  const at = groups.findIndex((group) => group.items.some((item) => item.id === id));
  const group = groups[at];
  if (!group) return undefined;
  const within = stepIn(group.items, id, by);
  const first = group.items[0];
  const other = groups[at + by]?.items[0];
  if (within || !first || !other) return within;
  return by < 0 ? { id, before: other.id } : { id: other.id, before: first.id };
}

/** A copy of a list with one item taken before another. */
export function moved<T extends { id: string }>(items: readonly T[], { id, before }: Step): T[] {
  const item = items.find((one) => one.id === id);
  if (!item || id === before) return [...items];
  const rest = items.filter((one) => one.id !== id);
  const to = before === '' ? rest.length : rest.findIndex((one) => one.id === before);
  return to < 0 ? [...items] : rest.toSpliced(to, 0, item);
}

/**
 * The order, by id, once an item was dropped before another (empty: at the end). Within its
 * group it changes its place there; dropped elsewhere, its whole group goes along, and
 * never into the middle of another.
 */
export function droppedAmong<T extends Placed>(groups: readonly Group<T>[], { id, before }: Step): string[] {
  const all = groups.map(({ items }) => items.map((item) => item.id));
  const from = all.findIndex((ids) => ids.includes(id));
  const own = all[from];
  if (!own || id === before) return all.flat();
  const next = all[from + 1]?.[0] ?? '';
  if (own.includes(before) || (before === next && own.at(-1) !== id)) {
    const place = own.includes(before) ? before : '';
    return all.with(from, moved(own.map((one) => ({ id: one })), { id, before: place }).map((one) => one.id)).flat();
  }
  const at = all.findIndex((ids) => ids.includes(before));
  const middle = at >= 0 && all[at]?.[0] !== before;
  const to = at < 0 ? all.length : middle ? at + 1 : at;
  return [...all.slice(0, to).filter((ids) => ids !== own), own, ...all.slice(to).filter((ids) => ids !== own)].flat();
}

/** The fewest moves that make one order of another. */
export function stepsTo(now: readonly string[], wanted: readonly string[]): Step[] {
  const stay = longestRise(now.map((id) => wanted.indexOf(id)));
  return wanted
    .map((id, i) => ({ id, before: wanted[i + 1] ?? '', stays: stay.has(i) }))
    .filter(({ stays }) => !stays)
    .reverse()
    .map(({ id, before }) => ({ id, before }));
}

/** The members of one of the longest rising subsequences. */
function longestRise(numbers: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const n of numbers) {
    const before = best.filter((run) => run.at(-1)! < n).reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...before, n]);
  }
  return new Set(best.reduce((a, b) => (b.length > a.length ? b : a), []));
}
