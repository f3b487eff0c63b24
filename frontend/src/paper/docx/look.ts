// Sizes, colours and fonts of the layout, as Word knows them: half points for letters,
// twentieths of a point for everything else.
import {
  AlignmentType,
  BorderStyle,
  Footer,
  type INumberingOptions,
  type ISectionOptions,
  type IStylesOptions,
  LevelFormat,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Style } from '../style';
import { muted } from './runs';

/** The numbering every bullet list refers to. */
export const bulletReference = 'bullets';

const twipsPerMm = 1440 / 25.4;

/** Millimetres in twentieths of a point. */
export function mm(length: number): number {
  return Math.round(length * twipsPerMm);
}

/** A vertical gap of n lines, as the layout has it, in twentieths of a point. */
export function gap(style: Style, lines: number): number {
  return Math.round(lines * style.spacing * style.size * 20);
}

/** n times the text size, in half points. */
export function size(style: Style, times = 1): number {
  return Math.round(times * style.size * 2);
}

/** The width between the margins, in twentieths of a point. */
export function lineWidth(style: Style): number {
  return mm(style.pageWidth - 2 * style.margin);
}

/** Fonts, headings and language of the whole document. */
export function documentStyles(style: Style): IStylesOptions {
  const font = style.font[0]!;
  const heading = { font: style.headingFont[0]!, bold: true };
  const accent = style.accent.slice(1);
  const sticky = { keepNext: true, keepLines: true };
  return {
    default: {
      document: {
        run: { font, size: size(style), language: { value: languageTag(style), bidirectional: languageTag(style) } },
        paragraph: { spacing: { line: Math.round(style.lineHeight * 200), after: 0 } },
      },
      title: { run: { ...heading, size: size(style, 2) }, paragraph: { spacing: { after: gap(style, 0.2) } } },
      heading1: {
        run: { ...heading, size: size(style, 1.05), color: accent },
        paragraph: {
          ...sticky,
          spacing: { before: gap(style, 1.2), after: gap(style, 0.4) },
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 2, color: 'C8C8C8' } },
        },
      },
      heading2: { run: { size: size(style), bold: true }, paragraph: { ...sticky, spacing: { before: gap(style, 0.7) } } },
      heading3: { run: { size: size(style), bold: true }, paragraph: { ...sticky, spacing: { before: gap(style, 0.4) } } },
      hyperlink: { run: { color: accent, underline: {} } },
    },
  };
}

function languageTag({ lang, region }: Style): string {
  return region ? `${lang}-${region}` : lang;
}

/** A real list: its bullets are no characters of the text. */
export function bulletNumbering(style: Style): INumberingOptions {
  const indent = { left: mm(4), hanging: mm(4) };
  const level = { level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent }, run: { color: muted, font: style.font[0]! } } };
  return { config: [{ reference: bulletReference, levels: [level] }] };
}

const paperHeights: Record<string, number> = { a4: 297, letter: 279.4, a5: 210 };

/** Paper, margins, and the page's number where there is more than one. */
export function pageProperties(style: Style, paper: string): Pick<ISectionOptions, 'properties' | 'footers'> {
  const margin = mm(style.margin);
  const height = mm(paperHeights[paper] ?? 297);
  return {
    properties: { page: { size: { width: mm(style.pageWidth), height }, margin: { top: margin, right: margin, bottom: margin, left: margin } } },
    ...(style.pageNumbers && { footers: { default: pageFooter(style) } }),
  };
}

function pageFooter(style: Style): Footer {
  const numbers: Record<string, string> = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES };
  const parts = style.page.split(/(\{pages?\})/).filter((part) => part !== '');
  const children = parts.map((part) => numbers[part] ?? part);
  const look = { size: size(style, 0.8), color: muted, rightToLeft: style.rtl };
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, bidirectional: style.rtl, children: [new TextRun({ children, ...look })] })],
  });
}
