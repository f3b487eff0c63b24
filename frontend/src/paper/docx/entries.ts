import { HeadingLevel, Paragraph, type ParagraphChild, TabStopType } from 'docx';
import type { InputEntry } from '../input';
import type { Style } from '../style';
import { lineWidth, mm, size } from './look';
import { bullet, paras } from './paras';
import { joined, linked, muted, run, runs } from './runs';

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/** One entry: its head, which stays with what follows, and its body. */
export function entry(e: InputEntry, style: Style): Paragraph[] {
  return [...entryHead(e, style), ...entryBody(e, style)];
}

function entryHead(e: InputEntry, style: Style): Paragraph[] {
  const place = [e.organisation, e.place].filter((text) => text !== '').join(style.comma);
  const out: Paragraph[] = [];
  if (e.role === 'first') out.push(headline([run(place, style)], e.span, HeadingLevel.HEADING_2, e.break, style));
  const title = e.title.length > 0 ? runs(e.title, style) : [run(e.organisation, style)];
  const level = e.role === 'single' ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
  out.push(headline(title, e.dates, level, e.break && e.role !== 'first', style));
  const under = underline(e, place, style);
  if (under.length > 0) out.push(new Paragraph({ bidirectional: style.rtl, keepNext: e.more, children: under }));
  return out;
}

// Title and dates on one line: the dates at the far end, or first in a column of their own.
function headline(title: ParagraphChild[], dates: string, heading: Level, pageBreakBefore: boolean, style: Style): Paragraph {
  const when = (text: string) => run(text, style, { bold: false, color: muted, size: size(style, 0.95) });
  const end = dates === '' ? [] : [when(`\t${dates}`)];
  return new Paragraph({
    heading,
    pageBreakBefore,
    bidirectional: style.rtl,
    tabStops: [style.datesFirst ? { type: TabStopType.LEFT, position: mm(38) } : { type: TabStopType.RIGHT, position: lineWidth(style) }],
    children: style.datesFirst ? [when(`${dates}\t`), ...title] : [...title, ...end],
  });
}

function underline(e: InputEntry, place: string, style: Style): ParagraphChild[] {
  const look = { italics: true };
  const where = e.role !== 'single' ? '' : e.title.length > 0 ? place : e.place;
  const text = (words: string) => (words === '' ? [] : [run(words, style, look)]);
  return joined([text(where), runs(e.detail, style, look), text(e.score)], ' · ', style, look);
}

function entryBody(e: InputEntry, style: Style): Paragraph[] {
  const out: Paragraph[] = [];
  if (e.url) out.push(new Paragraph({ bidirectional: style.rtl, children: [linked(e.url.text, e.url.href, style)] }));
  out.push(...paras(e.summary, style), ...e.lines.map((spans) => bullet(spans, style)));
  if (e.tags.length > 0) {
    const look = { color: muted };
    const children = joined(e.tags.map((tag) => runs(tag, style, look)), style.comma, style, look);
    out.push(new Paragraph({ bidirectional: style.rtl, children }));
  }
  return out;
}
