import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Span } from '../input';
import type { Style } from '../style';

/** How runs differ from the text around them. */
export type RunLook = Pick<IRunOptions, 'bold' | 'italics' | 'color' | 'size' | 'font'>;

/** The grey of what is said beside the main thing. */
export const muted = '555555';

/** One stretch of plain text. */
export function run(text: string, style: Style, look: RunLook = {}): TextRun {
  return new TextRun({ text, rightToLeft: style.rtl, ...look });
}

/** Inline text: an array of spans, links alive. */
export function runs(list: Span[], style: Style, look: RunLook = {}): ParagraphChild[] {
  return list.map((span) => {
    const own = { ...look, ...(span.bold && { bold: true }), ...(span.italic && { italics: true }) };
    return span.href ? linked(span.text, span.href, style, own) : run(span.text, style, own);
  });
}

/** A text that leads somewhere; without an address it is only a text. */
export function linked(text: string, href: string, style: Style, look: RunLook = {}): ParagraphChild {
  if (href === '') return run(text, style, look);
  return new ExternalHyperlink({ link: href, children: [run(text, style, look)] });
}

/** Parts with something between every two of them; empty parts are left out. */
export function joined(parts: ParagraphChild[][], between: string, style: Style, look: RunLook = {}): ParagraphChild[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, i) => (i === 0 ? part : [run(between, style, look), ...part]));
}
