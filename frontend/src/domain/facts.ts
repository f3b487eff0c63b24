// Facts: which items they lie in, how they are numbered, and what of the ledger a search shows.
import { plain, plainLine } from './marked';
import { type Placed, grouped } from './order';
import { fold } from './text';

/** The smallest fact there is: one thing done. */
export interface Fact {
  id: string;
  text: string;
}

/** Something facts lie in. */
export interface Owner {
  id: string;
  highlights: Fact[];
}

/** The lists of a ledger whose items hold facts. */
export interface Owning {
  work: (Owner & Placed)[];
  projects: Owner[];
  volunteer: Owner[];
  custom: { id: string; heading: string; items: Owner[] }[];
}

/** Whatever holds facts, as the ledger shows it from top to bottom. */
export function owners({ work, projects, volunteer, custom }: Owning): Owner[] {
  return [
    ...grouped(work).flatMap(({ items }) => items),
    ...projects,
    ...volunteer,
    ...custom.flatMap(({ items }) => items),
  ];
}

/** Whether an item is the one of this id, or holds it: as a fact, or as an entry. */
export function holds(item: { id: string; highlights?: Fact[]; items?: Owner[] }, id: string): boolean {
  return item.id === id || [...(item.highlights ?? []), ...(item.items ?? [])].some((inner) => holds(inner, id));
}

/** The number of each fact, by its id, counted through the whole ledger. */
export function numbered(ledger: Owning): Map<string, number> {
  const facts = owners(ledger).flatMap(({ highlights }) => highlights);
  return new Map(facts.map(({ id }, i) => [id, i + 1]));
}

/** Whether every word of the query stands somewhere in the texts. */
export function mentions(texts: readonly string[], query: string): boolean {
  const all = fold(texts.join('\n'));
  return fold(query)
    .split(/\s+/u)
    .filter(Boolean)
    .every((word) => all.includes(word));
}

/** What a person reads in an item: all its texts, without marks. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [plain(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (unread.has(key) ? [] : textsOf(part)));
}

/** What nobody reads: names of items, and what only other programs know. */
const unread = new Set(['id', 'extra', 'kind', 'picture']);

/** Whether an item fits a search. */
export function fits(item: object, query: string): boolean {
  return mentions(textsOf(item), query);
}

/** The item with the facts that fit; the whole item if it fits itself; undefined if nothing does. */
export function fitting<T extends { highlights: Fact[] }>(item: T, query: string, above: string[] = []): T | undefined {
  const own = [...above, ...textsOf({ ...item, highlights: [] })];
  if (mentions(own, query)) return item;
  const highlights = item.highlights.filter(({ text }) => mentions([...own, plainLine(text)], query));
  return highlights.length > 0 ? { ...item, highlights } : undefined;
}

/** What of a ledger fits a search, in a ledger of its own; who it is about stays. */
export function found<L extends Owning>(ledger: L, query: string): L {
  if (query.trim() === '') return ledger;
  const lists = Object.entries(ledger).map(([part, items]: [string, unknown]) => {
    if (!Array.isArray(items)) return [part, items];
    if (part === 'custom') return [part, fittingSections(ledger.custom, query)];
    return [part, items.flatMap((item: object) => ('highlights' in item ? fitting(item as Owner, query) : fits(item, query) ? item : undefined) ?? [])];
  });
  return Object.fromEntries(lists) as L;
}

function fittingSections(custom: Owning['custom'], query: string): Owning['custom'] {
  return custom.flatMap((section) => {
    if (mentions([section.heading], query)) return section;
    const items = section.items.flatMap((item) => fitting(item, query, [section.heading]) ?? []);
    return items.length > 0 ? { ...section, items } : [];
  });
}
