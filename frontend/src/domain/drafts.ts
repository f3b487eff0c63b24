// What is being typed, shown in its place before it is kept. A draft is put over the
// document by the field's name; everything else stays the very same object, so that only
// what changed is drawn again.

/** A text with the name of its field, as a résumé's document holds them everywhere. */
interface Named {
  field: string;
  text: string;
}

/** The value with the drafts in place of the texts of their fields. */
export function withDrafts<T>(value: T, drafts: ReadonlyMap<string, string>): T {
  return drafts.size === 0 ? value : (put(value, drafts) as T);
}

function put(value: unknown, drafts: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return putAll(value, drafts);
  if (typeof value !== 'object' || value === null) return value;
  if (isNamed(value)) {
    const text = drafts.get(value.field);
    return text === undefined || text === value.text ? value : { ...value, text };
  }
  return putIn(value as Record<string, unknown>, drafts);
}

function putAll(list: unknown[], drafts: ReadonlyMap<string, string>): unknown[] {
  const next = list.map((item) => put(item, drafts));
  return next.some((item, i) => item !== list[i]) ? next : list;
}

function putIn(value: Record<string, unknown>, drafts: ReadonlyMap<string, string>): unknown {
  const changed = Object.entries(value).flatMap(([key, part]) => {
    const next = put(part, drafts);
    return next === part ? [] : [[key, next] as const];
  });
  return changed.length > 0 ? { ...value, ...Object.fromEntries(changed) } : value;
}

function isNamed(value: object): value is Named {
  return 'field' in value && 'text' in value && typeof value.field === 'string' && value.field !== '';
}
