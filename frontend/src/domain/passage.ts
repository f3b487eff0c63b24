// Passages of a text: marked by position, or found again by their words.

/** A part of a text in Unicode code points, as the Go side counts; end is not included. */
export interface Passage {
  start: number;
  end: number;
}

/** Whether it points anywhere. */
export function isEmpty({ start, end }: Passage): boolean {
  return end <= start;
}

/** The words of a passage. */
export function wordsOf(text: string, { start, end }: Passage): string {
  return Array.from(text).slice(start, end).join('');
}

/** The text in three: before the passage, the passage, after it. */
export function cut(text: string, passage: Passage): [string, string, string] {
  if (isEmpty(passage)) return [text, '', ''];
  const points = Array.from(text);
  const { start, end } = passage;
  return [points.slice(0, start).join(''), points.slice(start, end).join(''), points.slice(end).join('')];
}

/** Where words stand on a page; page counts from 0. */
export interface Finding extends Passage {
  page: number;
}

/** Finds words on the pages of a document, across line ends; undefined if they are not there. */
export function findIn(pages: readonly string[], words: string): Finding | undefined {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return undefined;
  const wanted = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'iu');
  for (const [page, text] of pages.entries()) {
    const found = wanted.exec(text);
    if (!found) continue;
    const start = Array.from(text.slice(0, found.index)).length;
    return { page, start, end: start + Array.from(found[0]).length };
  }
  return undefined;
}
