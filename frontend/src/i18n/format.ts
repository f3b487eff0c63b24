import { formatDay, nearDay, parseMoment } from '../domain/dates';
import { locale, m } from './messages';

/** A moment as "today", "yesterday", "tomorrow" or "Mon 13 Oct"; empty for none. */
export function day(stamp: string, now: Date): string {
  const at = parseMoment(stamp);
  if (!at) return '';
  const near = nearDay(at, now);
  return near ? m[`date.${near}`]() : formatDay(at, now, locale());
}

/** A language as its own speakers call it: "Deutsch", "English". */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'standard', fallback: 'code' }).of(tag) ?? tag;
}

/** A script by its ISO 15924 code, in the language of the interface. */
export function scriptName(code: string): string {
  return new Intl.DisplayNames([locale()], { type: 'script', fallback: 'code' }).of(code) ?? code;
}

/** A language as it is called in the person's: "German", "Deutsch". */
export function languageHere(tag: string): string {
  return new Intl.DisplayNames([locale()], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

/** A part as whole percent, in the way of the language: "72%", "72 %". */
export function percent(part: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(part);
}

/** A figure with one digit after the point, in the way of the language: "3.6", "3,6". */
export function decimal(value: number): string {
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** An amount in US dollars, in the way of the language: "$0.09", "0,09 $". Small ones keep two digits that say something. */
export function dollars(amount: number): string {
  const small = amount !== 0 && Math.abs(amount) < 0.1;
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...(small ? { maximumSignificantDigits: 2 } : {}),
  }).format(amount);
}
