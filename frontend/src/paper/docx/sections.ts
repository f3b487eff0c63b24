import { HeadingLevel, Paragraph, type ParagraphChild } from 'docx';
import type { InputEntry, InputSection } from '../input';
import type { Style } from '../style';
import { entry } from './entries';
import { gap } from './look';
import { paras } from './paras';
import { joined, run, runs } from './runs';

/** A section: its heading and what stands under it. */
export function section(s: InputSection, style: Style): Paragraph[] {
  const title = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    bidirectional: style.rtl,
    pageBreakBefore: s.break,
    children: [run(s.title, style)],
  });
  return [title, ...body(s, style)];
}

function body(s: InputSection, style: Style): Paragraph[] {
  if (s.kind === 'prose') return paras(s.summary, style);
  if (s.kind === 'tags') return groups(s.entries, style);
  if (s.kind === 'levels') return [levels(s.entries, style)];
  return s.entries.flatMap((e) => entry(e, style));
}

// Abilities without words of their own share one paragraph, as on paper.
function groups(entries: InputEntry[], style: Style): Paragraph[] {
  const single = (e: InputEntry) => e.tags.length === 0 && e.summary.length === 0;
  const alone = entries.filter(single);
  const first = alone.length > 0 ? [line(joined(alone.map((e) => named(e, style)), style.comma, style), style)] : [];
  return [...first, ...entries.filter((e) => !single(e)).flatMap((e) => group(e, style))];
}

function group(e: InputEntry, style: Style): Paragraph[] {
  const name = named(e, style, true);
  const words = joined(e.tags.map((tag) => runs(tag, style)), style.comma, style);
  const children = joined([name, words], style.colon, style);
  return [line(children, style), ...paras(e.summary, style)];
}

function levels(entries: InputEntry[], style: Style): Paragraph {
  return line(joined(entries.map((e) => named(e, style)), style.comma, style), style);
}

// "Welding (advanced)": a name and how well.
function named(e: InputEntry, style: Style, bold = false) {
  const detail = e.detail.length > 0 ? [run('(', style), ...runs(e.detail, style), run(')', style)] : [];
  return joined([runs(e.title, style, { bold }), detail], ' ', style);
}

function line(children: ParagraphChild[], style: Style): Paragraph {
  return new Paragraph({ bidirectional: style.rtl, spacing: { after: gap(style, 0.3) }, children });
}
