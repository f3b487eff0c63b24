// The text of laid-out pages with its places, read from the renderer's own SVG: for a
// layer over the drawn page that can be selected, and for reading back what a page says.
import { type Place, type Tag, decode, scan } from './svgScan';

/** A stretch of text on one line; lengths in pt from the page's top left corner. */
interface TextRun {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  size: number;
}

/** A place that links somewhere. */
interface LinkArea {
  href: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageText {
  runs: TextRun[];
  links: LinkArea[];
}

/** Reads every page of a document's SVG. */
export function pageTexts(svg: string): PageText[] {
  const pages: PageText[] = [];
  let href = '';
  let width = 0;
  scan(svg, (tag) => {
    const { name, at, place } = tag;
    if (name === 'g' && at('class') === 'typst-page') pages.push({ runs: [], links: [] });
    if (name === 'a') href = decode(at('xlink:href'));
    if (name === 'foreignObject') width = Number(at('width'));
    if (name === 'h5:div') pages.at(-1)?.runs.push(runOf(tag, width));
    if (name === 'rect' && at('class') === 'pseudo-link') pages.at(-1)?.links.push(linkOf(href, place, at));
  });
  return pages;
}

function runOf({ text, at, place: { x, y, scale } }: Tag, width: number): TextRun {
  return { text: decode(text), x, y, width: width * scale, size: fontSize(at('style')) * scale };
}

/** The size in a style of the renderer's, in its own coordinates. */
export function fontSize(style: string): number {
  return Number(/font-size:\s*([\d.]+)/.exec(style)?.[1] ?? 0);
}

function linkOf(href: string, place: Place, at: Tag['at']): LinkArea {
  const number = (key: string) => place.scale * Number(at(key) || 0);
  return { href, x: place.x, y: place.y, width: number('width'), height: number('height') };
}
