// Texts as the template takes them: without what can't be printed, and with the direction
// they are read in, as dir="auto" finds it on screen.
import { clean } from '../clean';

/** A text on one line. */
export interface Line {
  text: string;
  rtl: boolean;
}

/** A stretch of an answer; ends are the quotes that end with it. */
export interface SaidSpan {
  text: string;
  mark: boolean;
  ends: string[];
}

/** A paragraph of an answer. */
export interface SaidPara {
  spans: SaidSpan[];
  rtl: boolean;
}

const strong = /\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether the first letter of a text belongs to a script that is read from right to left. */
function isRightToLeft(text: string): boolean {
  return rightToLeft.test(strong.exec(text)?.[0] ?? '');
}

/** A text on one line with its direction. */
export function line(text: string): Line {
  const cleaned = clean(text);
  return { text: cleaned, rtl: isRightToLeft(cleaned) };
}

/** Paragraphs of what was cut into stretches; a stretch may hold ends of paragraphs. */
export function parasOf(stretches: SaidSpan[]): SaidPara[] {
  const paras: SaidSpan[][] = [[]];
  for (const { text, mark, ends } of stretches) {
    const pieces = text.split(/[\r\n\u2028\u2029]+/);
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) paras.push([]);
      const last = i === pieces.length - 1;
      paras.at(-1)!.push({ text: clean(piece, false), mark, ends: last ? ends : [] });
    }
  }
  return paras
    .map((spans) => spans.filter(({ text, ends }) => text !== '' || ends.length > 0))
    .filter((spans) => spans.some(({ text, ends }) => text.trim() !== '' || ends.length > 0))
    .map((spans) => ({ spans, rtl: isRightToLeft(spans.map(({ text }) => text).join('')) }));
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number with so many digits after the point, as the language writes it. */
export function numberIn(locale: string, value: number, digits: number): string {
  const key = `${locale} ${digits}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value);
}
