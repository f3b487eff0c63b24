import { Paragraph } from 'docx';
import type { Para, Span } from '../input';
import type { Style } from '../style';
import { bulletReference, gap } from './look';
import { runs } from './runs';

/** Paragraphs and list items of a summary. */
export function paras(all: Para[], style: Style): Paragraph[] {
  return all.map((para) =>
    para.kind === 'li'
      ? bullet(para.spans, style)
      : new Paragraph({ bidirectional: style.rtl, spacing: { after: gap(style, 0.3) }, children: runs(para.spans, style) }),
  );
}

/** One item of a real list. */
export function bullet(spans: Span[], style: Style): Paragraph {
  return new Paragraph({
    bidirectional: style.rtl,
    numbering: { reference: bulletReference, level: 0 },
    spacing: { after: gap(style, 0.18) },
    children: runs(spans, style),
  });
}
