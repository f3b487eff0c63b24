// Dates as the design writes them: "Mon 13 Oct", a year only when it is not this one,
// relative words only within two days. Other languages write them as they do: "Mo., 13. Okt.". Pure: the moment "now" is always handed in.

/** How far a day lies from today, where that is better said in a word. */
export type NearDay = 'yesterday' | 'today' | 'tomorrow';

const dayMs = 24 * 60 * 60 * 1000;

/** The moment an RFC 3339 string names; undefined for an empty or broken one. */
export function parseMoment(stamp: string): Date | undefined {
  const at = new Date(stamp);
  return stamp === '' || Number.isNaN(at.getTime()) ? undefined : at;
}

/** Whether a moment lies on yesterday, today or tomorrow in local time. */
export function nearDay(at: Date, now: Date): NearDay | undefined {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / dayMs);
  return ({ [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } as const)[days as -1 | 0 | 1];
}

/** "Mon 13 Oct", and "Mon 13 Oct 2024" for another year. */
export function formatDay(at: Date, now: Date, locale: string): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  return format(at, locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
  });
}

/** "Monday 13 October", for a heading. */
export function formatLongDay(at: Date, locale: string): string {
  return format(at, locale, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "14:05". */
export function formatTime(at: Date, locale: string): string {
  return format(at, locale, { hour: '2-digit', minute: '2-digit' });
}

/**
 * A career date of year, month or day precision ("2021", "2021-03", "2021-03-07") as
 * "2021", "Mar 2021" or "7 Mar 2021". Anything else is given back as it is.
 */
export function formatPartialDate(text: string, locale: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!parts) return text;
  const [, year, month, day] = parts;
  if (!month) return text;
  return format(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)), locale, {
    year: 'numeric',
    month: 'short',
    day: day ? 'numeric' : undefined,
    timeZone: 'UTC',
  });
}

function startOfDay(at: Date): number {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
}

/** English without a region is British; Intl's comma and its "Sept" are not in the design. */
function format(at: Date | number, locale: string, parts: Intl.DateTimeFormatOptions): string {
  if (locale !== 'en') return formatOf(locale, parts).format(at);
  return formatOf('en-GB', parts).format(at).replaceAll(',', '').replace(/\bSept\b/, 'Sep');
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making one takes a millisecond, and a list of dates is written at each key press.
function formatOf(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(parts)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, parts);
  formats.set(key, format);
  return format;
}

/** The twelve months by their full names. */
export function monthNames(locale: string): string[] {
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2024, month, 1), locale, { month: 'long', timeZone: 'UTC' }));
}
