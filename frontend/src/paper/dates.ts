import type { PartialDate } from './document';
import type { LanguageWords } from './words';

/**
 * A date as the layout wants it: "Mar 2021", "March 2021", "03/2021" or "2021". What is no
 * date of a known precision is given back as it was written.
 */
export function formatDate(date: PartialDate, style: string, words: LanguageWords): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  const year = match?.[1];
  const month = Number(match?.[2] ?? 0);
  if (!year || month > 12) return date;
  if (!month || style === 'year') return year;
  if (style === 'numeric') return `${match[2]}/${year}`;
  const name = words.months[style === 'long' ? 'long' : 'short'][month - 1]!;
  const pattern = match[3] ? words.day : words.monthYear;
  return fill(pattern, { day: String(Number(match[3] ?? 0)), month: name, year });
}

/** From and to with the language's own dash and its word for a role that goes on. */
export function formatRange(
  from: PartialDate,
  to: PartialDate,
  current: boolean,
  style: string,
  words: LanguageWords,
): string {
  const start = formatDate(from, style, words);
  const end = current ? words.present : formatDate(to, style, words);
  if (start === '' || end === '' || start === end) return start || end;
  return fill(words.range, { from: start, to: end });
}

function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
