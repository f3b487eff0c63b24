// "Fit to N pages": the least change of a layout that does it. Gaps give way first, then
// the size of the text, then the margins; nothing gives more than it must.
import type { Document, Layout } from './document';
import { styleOf } from './style';

/** What may be changed, in the order in which it is. */
const steps = [
  { field: 'spacing', low: 0.5, step: 0.05 },
  { field: 'fontSize', low: 8, step: 0.25 },
  { field: 'margin', low: 8, step: 1 },
] as const;

type Field = (typeof steps)[number]['field'];

interface FitChange {
  field: Field;
  from: number;
  to: number;
}

export interface FitResult {
  fits: boolean;
  /** The changed layout; the given one where nothing helps. */
  layout: Layout;
  changes: FitChange[];
  /** How many pages it is with that layout. */
  pages: number;
  /** How many pages are left at the limits of all that may change, where it doesn't fit. */
  least: number;
}

/** How many pages the document has with a layout. */
export type CountPages = (layout: Layout) => Promise<number>;

/** Searches by compiling: about a dozen times. */
export async function fit(document: Document, wanted: number, count: CountPages): Promise<FitResult> {
  const pages = await count(document.layout);
  const unchanged = { layout: document.layout, changes: [], pages, least: pages };
  if (pages <= wanted) return { ...unchanged, fits: true };
  const now = concrete(document);
  let layout = document.layout;
  for (const { field, low, step } of steps) {
    const fits = async (value: number) => (await count({ ...layout, [field]: value })) <= wanted;
    if (now[field] <= low) continue;
    if (await fits(low)) {
      layout = { ...layout, [field]: await largest(low, now[field], step, fits) };
      layout = await relaxed(layout, document.layout, now, field, async (l) => (await count(l)) <= wanted);
      return {
        fits: true,
        layout,
        changes: changesOf(now, layout),
        pages: await count(layout),
        least: wanted,
      };
    }
    layout = { ...layout, [field]: low };
  }
  return { ...unchanged, fits: false, least: await count(layout) };
}

// What gave way before the step that did it may have given more than it had to.
async function relaxed(
  layout: Layout,
  original: Layout,
  now: Record<Field, number>,
  last: Field,
  fits: (layout: Layout) => Promise<boolean>,
): Promise<Layout> {
  let result = layout;
  for (const { field, step } of steps
    .slice(
      0,
      steps.findIndex((s) => s.field === last),
    )
    .reverse()) {
    const at = (value: number) => ({ ...result, [field]: value === now[field] ? original[field] : value });
    const value = await largest(result[field] || now[field], now[field], step, (v) => fits(at(v)));
    result = at(value);
  }
  return result;
}

// The largest value on the way from low, which fits, to high that still fits.
async function largest(low: number, high: number, step: number, fits: (value: number) => Promise<boolean>) {
  let good = 0;
  let bad = Math.ceil((high - low) / step + 1e-9) + 1;
  const at = (n: number) => Math.min(high, Math.round((low + n * step) * 100) / 100);
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (await fits(at(middle))) good = middle;
    else bad = middle;
  }
  return at(good);
}

function concrete(document: Document): Record<Field, number> {
  const { spacing, size, margin } = styleOf(document);
  return { spacing, fontSize: size, margin };
}

function changesOf(now: Record<Field, number>, layout: Layout): FitChange[] {
  return steps
    .map(({ field }) => ({ field, from: now[field], to: layout[field] || now[field] }))
    .filter(({ from, to }) => from !== to);
}
