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
