// Dates as a résumé writes them. internal/resume/testdata/dates.json holds these functions
// and those of Go to the same results.
import type { PartialDate } from './document';
import { type Lexicon, fill } from './words';

/**
 * A date as the layout wants it: "Mar 2021", "March 2021", "03/2021" or "2021". What is no
 * date is given back as it was written.
 */
function formatDate(date: PartialDate, style: string, words: Lexicon): string {
  const parts = partsOf(date);
  if (!parts) return date;
  const { year, mm, dd } = parts;
  if (mm === '' || style === 'year') return year;
  if (style === 'numeric') return fill(dd === '' ? words.numericMonth : words.numericDay, { year, mm, dd });
  return inWords(parts, style === 'long', words);
}

/** From and to with the language's own dash and its word for what goes on. */
export function formatRange(
  from: PartialDate,
  to: PartialDate,
  current: boolean,
  style: string,
  words: Lexicon,
): string {
  const start = formatDate(from, style, words);
  const end = current ? words.present : formatDate(to, style, words);
  if (start === '' || end === '' || start === end) return start || end;
  return fill(words.range, { from: start, to: end });
}

interface Parts {
  year: string;
  mm: string;
  dd: string;
}

function inWords({ year, mm, dd }: Parts, long: boolean, words: Lexicon): string {
  const { months } = words;
  const month = Number(mm) - 1;
  const name = (long ? months.long : months.short)[month]!;
  if (dd === '') return fill((long && words.monthYearLong) || words.monthYear, { year, month: name });
  const inflected = (long ? months.day : months.dayShort)?.[month] ?? name;
  const day = Number(dd) === 1 && words.firstDay ? words.firstDay : String(Number(dd));
  return fill((long && words.dayLong) || words.day, { year, month: inflected, day });
}

/** A real date of one of the three precisions taken apart. */
function partsOf(date: string): Parts | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return undefined;
  const [, year = '', mm = '', dd = ''] = match;
  const month = Number(mm || 1);
  const day = Number(dd || 1);
  const at = new Date(Date.UTC(2000, month - 1, day));
  at.setUTCFullYear(Number(year), month - 1, day);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? { year, mm, dd } : undefined;
}

/** Whether a text is a date of one of the three precisions. */
export function isDate(text: string): boolean {
  return partsOf(text) !== undefined;
}
