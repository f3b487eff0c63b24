// The layout with every choice made: what the person left open, the template decides.
import type { Document, Layout } from './document';
import type { PageSize } from './engine';
import { type Family, fallbackOf, familyOf } from './fonts';
import { type Template, templateOf } from './templates';
import { wordsOf } from './words';

/** Concrete sizes, colours, fonts and words; input.style of the templates. */
export interface Style {
  lang: string;
  /** ISO 3166-1 where hyphenation or glyph forms depend on it, or empty. */
  region: string;
  rtl: boolean;
  /** Typst's name of the paper. */
  paper: string;
  /** In mm. */
  pageWidth: number;
  accent: string;
  /** Families in the order they are tried. */
  font: string[];
  headingFont: string[];
  /** In pt. */
  size: number;
  /** In em. */
  lineHeight: number;
  spacing: number;
  /** In mm. */
  margin: number;
  /** In percent of the page's width. */
  sideWidth: number;
  justify: boolean;
  pageNumbers: boolean;
  /** Whether dates are read before the title they belong to. */
  datesFirst: boolean;
  /** "{page} of {pages}". */
  page: string;
  /** Between two words of a list, and after the name of one. */
  comma: string;
  colon: string;
}

// A template's own margin is made for A4; half the paper has three quarters of it.
const papers: Record<string, { name: string; width: number; height: number; margin: number }> = {
  a4: { name: 'a4', width: 210, height: 297, margin: 1 },
  letter: { name: 'us-letter', width: 215.9, height: 279.4, margin: 1 },
  a5: { name: 'a5', width: 148, height: 210, margin: 0.75 },
};

/** The size of a paper in pt, to the last bit as the compiler gives it. */
export function paperSize(paper: string): PageSize {
  const { width, height } = papers[paper] ?? papers.a4!;
  const pt = (mm: number) => Math.fround((mm * 72) / 25.4);
  return { width: pt(width), height: pt(height) };
}

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** Whether a language is written from right to left. */
function isRightToLeft(language: string): boolean {
  return rightToLeft.has(primary(language)) || /-(arab|hebr)\b/i.test(language);
}

/** The families a document is set in, those with missing letters' stand-ins after them. */
export function familiesOf(document: Document): Family[] {
  const template = templateOf(document.layout.template);
  const body = familyOf(document.layout.font) ?? familyOf(template.font)!;
  const heading = headingFamily(document.layout, template, body);
  return [...new Set([body, heading, fallbackOf(body)])];
}

/** The style of a document; numbers out of their limits are brought back into them. */
export function styleOf(document: Document): Style {
  const { layout, language } = document;
  const template = templateOf(layout.template);
  const words = wordsOf(language);
  const body = familyOf(layout.font) ?? familyOf(template.font)!;
  const paper = papers[layout.paper] ?? papers.a4!;
  return {
    ...localeOf(language),
    paper: paper.name,
    pageWidth: paper.width,
    accent: /^#[0-9a-f]{6}$/i.test(layout.accent) ? layout.accent : template.accent,
    font: names(body, body),
    headingFont: names(headingFamily(layout, template, body), body),
    size: within(layout.fontSize || template.fontSize, 8, 13),
    lineHeight: within(layout.lineHeight || template.lineHeight, 1.1, 1.8),
    spacing: within(layout.spacing || template.spacing, 0.5, 1.6),
    margin: within(layout.margin || template.margin * paper.margin, 8, 30),
    sideWidth: template.columns === 1 ? 0 : within(layout.sideWidth || template.sideWidth, 24, 42),
    justify: layout.justify,
    pageNumbers: layout.pageNumbers,
    datesFirst: template.datesFirst,
    page: words.page,
  };
}

function headingFamily(layout: Layout, template: Template, body: Family): Family {
  // A person who chose a font for the text and none for titles wants one font.
  const chosen =
    familyOf(layout.headingFont) ?? (layout.font === '' ? familyOf(template.headingFont) : undefined);
  return chosen ?? body;
}

// One stand-in is loaded for both, that of the text.
function names(family: Family, body: Family): string[] {
  return [...new Set([family.name, fallbackOf(body).name])];
}

function localeOf(language: string) {
  const [lang = 'en', ...rest] = language.toLowerCase().split('-');
  const region = rest.find((part) => part.length === 2)?.toUpperCase() ?? regionOfScript(rest);
  const wide = lang === 'zh' || lang === 'ja';
  const rtl = isRightToLeft(language);
  return {
    lang,
    region,
    rtl,
    comma: wide ? '、' : rtl && lang !== 'he' ? '، ' : ', ',
    colon: wide ? '：' : ': ',
  };
}

// Chinese glyph forms follow the region.
function regionOfScript(subtags: string[]): string {
  return subtags.includes('hans') ? 'CN' : subtags.includes('hant') ? 'TW' : '';
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0]!;
}

function within(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low;
}
