// What came anew from elsewhere is mostly what was there before. Where it says the same, the
// object of before is kept, so that only what changed is drawn again.

/** `after`, with every part that says the same as in `before` being the very same object. JSON values only. */
export function shared<T>(before: T, after: T): T {
  return share(before, after) as T;
}

function share(before: unknown, after: unknown): unknown {
  if (!isObject(before) || !isObject(after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const next = after.map((part, i) => share(before[i], part));
    return isSame(before, next) ? before : next;
  }
  if (Array.isArray(before) || Array.isArray(after)) return after;
  const next = Object.fromEntries(Object.entries(after).map(([key, part]) => [key, share(before[key], part)]));
  return isSame(before, next) ? before : next;
}

type Parts = Record<string, unknown>;

function isSame(before: object, after: object): boolean {
  const [one, other] = [before as Parts, after as Parts];
  const keys = Object.keys(after);
  return keys.length === Object.keys(before).length && keys.every((key) => key in before && one[key] === other[key]);
}

function isObject(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}
