// Compares what a reader got out of a file with what is in it.
import type { Field } from './expected';
import { compareTurned, isTurned } from './turned';

/** How a reader walks a page. */
export interface Manner {
  /** By where things stand: columns may come in either order, dates at the far end apart. */
  geometric?: boolean;
  /** Line by line across both columns: all words, in no order, if there are two. */
  across?: boolean;
  /** Knows what each glyph usually means, but not where the file says it means something else. */
  glyphwise?: boolean;
  /** Takes hyphens at the ends of lines for those of broken words. */
  joins?: boolean;
}

export interface Outcome {
  expected: number;
  found: number;
  /** What is nowhere in the text. */
  missing: string[];
  /** What is in the text, but not where it belongs. */
  disordered: string[];
}

const unseen = /[\s\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** As texts are compared: NFKC, without white space, soft hyphens and marks of direction. */
export function normal(text: string): string {
  return text.normalize('NFKC').replace(unseen, '');
}

/** Letters, marks and figures only: the words without what parts them. */
export function lettersOf(text: string): string {
  return normal(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

interface Place {
  page: number;
  at: number;
}

/** Looks for every field in the pages, in order. */
export function compare(fields: Field[], pages: string[], columns: number, manner: Manner): Outcome {
  if (fields.some(({ text }) => isTurned(text))) return compareTurned(fields, pages, columns, manner);
  const comparable = manner.joins ? (text: string) => normal(text).replace(/-/g, '') : normal;
  const texts = pages.map(comparable);
  const out: Outcome = { expected: fields.length, found: 0, missing: [], disordered: [] };
  const places = new Map<Field, Place>();
  for (const run of runsOf(fields, columns, manner)) walk(run, texts, comparable, places, out);
  if (manner.geometric) scattered(fields, texts, comparable, out);
  else if (!manner.across) {
    if (columns === 2) out.disordered.push(...mixed(fields, places));
    out.disordered.push(...parted(fields, places));
  }
  const lost = new Set(out.missing.map((line) => line.split(': ')[0]));
  out.found = fields.length - lost.size;
  return out;
}

// By where things stand, a line of one column may come between two lines of the other.
// What is there word by word is out of order, not missing.
function scattered(
  fields: Field[],
  texts: string[],
  comparable: (text: string) => string,
  out: Outcome,
): void {
  const all = texts.join('');
  const lost = new Set(out.missing.map((line) => line.split(': ')[0]));
  for (const field of fields.filter(({ path }) => lost.has(path))) {
    if (!wordsOf(field).every(([word]) => all.includes(comparable(word!.text)))) continue;
    out.missing = out.missing.filter((line) => !line.startsWith(`${field.path}: `));
    note(out.disordered, field);
  }
}

// The stretches that have an order in themselves.
function runsOf(fields: Field[], columns: number, { geometric, across }: Manner): Field[][] {
  if (across && columns === 2) return fields.flatMap(wordsOf);
  const timed = geometric ? fields.filter((field) => !field.date) : fields;
  const whens = geometric ? fields.filter((field) => field.date) : [];
  const of = (all: Field[], part: string) =>
    all.filter((field) => field.part === 'head' || field.part === part);
  return columns === 1
    ? [timed, whens]
    : [of(timed, 'main'), of(timed, 'side'), of(whens, 'main'), of(whens, 'side')];
}

function walk(
  run: Field[],
  texts: string[],
  comparable: (text: string) => string,
  places: Map<Field, Place>,
  out: Outcome,
): void {
  let from: Place = { page: 0, at: 0 };
  for (const field of run) {
    const text = comparable(field.text);
    const hit = find(text, texts, from);
    if (hit) {
      places.set(field, hit.start);
      from = hit.end;
    } else if (find(text, texts, { page: 0, at: 0 })) note(out.disordered, field);
    else note(out.missing, field);
  }
}

function note(list: string[], { path, text }: Field): void {
  const line = `${path}: ${text.slice(0, 60)}`;
  if (!list.includes(line)) list.push(line);
}

// A text, whole on a page or parted by the end of one.
function find(text: string, texts: string[], from: Place): { start: Place; end: Place } | undefined {
  for (let page = from.page; page < texts.length; page++) {
    const at = page === from.page ? from.at : 0;
    const index = texts[page]!.indexOf(text, at);
    if (index >= 0) return { start: { page, at: index }, end: { page, at: index + text.length } };
    const parted = findParted(text, texts, page, at);
    if (parted) return parted;
  }
  return undefined;
}

const shortest = 4;

function findParted(text: string, texts: string[], page: number, from: number) {
  const [here, there] = [texts[page]!, texts[page + 1]];
  if (there === undefined) return undefined;
  for (let cut = text.length - shortest; cut >= shortest; cut--) {
    const at = here.indexOf(text.slice(0, cut), from);
    if (at < 0) continue;
    const rest = there.indexOf(text.slice(cut));
    if (rest < 0) return undefined;
    return { start: { page, at }, end: { page: page + 1, at: rest + text.length - cut } };
  }
  return undefined;
}

const headings = /^[^/]+$|\/(title|degree|organisation|place|dates|span|detail|score|url)$/;

// A heading is on the page of what follows it: of its section, or of its entry.
function parted(fields: Field[], places: Map<Field, Place>): string[] {
  return fields
    .filter((field, i) => {
      const next = fields[i + 1];
      const [here, there] = [places.get(field), next && places.get(next)];
      if (!here || !there || field.part === 'head' || !headings.test(field.path)) return false;
      const own = !field.path.includes('/') || entryOf(field) === entryOf(next!);
      return own && field.part === next!.part && here.page !== there.page;
    })
    .map(({ path }) => `${path} parted from what follows`);
}

function entryOf({ path }: Field): string {
  return path.replace(
    /\/(title|degree|organisation|place|dates|span|detail|score|url|summary.*|lines.*|tags.*)$/,
    '',
  );
}

// On each page all of the main column stands before all of the side column.
function mixed(fields: Field[], places: Map<Field, Place>): string[] {
  const firstAside = new Map<number, number>();
  for (const field of fields) {
    const place = places.get(field);
    if (place && field.part === 'side') {
      firstAside.set(place.page, Math.min(place.at, firstAside.get(place.page) ?? Infinity));
    }
  }
  return fields
    .filter((field) => {
      const place = places.get(field);
      return place && field.part === 'main' && place.at > (firstAside.get(place.page) ?? Infinity);
    })
    .map(({ path }) => `${path} after the side column`);
}

// The words of a field, each on its own. Where a script has no spaces between words, and
// where a word is so long that it is broken, that is a letter.
function wordsOf(field: Field): Field[][] {
  return field.text
    .split(/\s+/)
    .flatMap((word) => (word.length > 20 || /[\u2E80-\uD7FF]/u.test(word) ? [...word] : [word]))
    .map((text) => [{ ...field, text }]);
}
