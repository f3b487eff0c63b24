import { HeadingLevel, ImageRun, Paragraph } from 'docx';
import type { Input } from '../input';
import type { Style } from '../style';
import type { PaperJob } from '../typesetter';
import { gap, size } from './look';
import { joined, linked, muted, run, runs } from './runs';

/** Picture, name, headline and the ways to reach the person. */
export function head(input: Input, job: PaperJob): Paragraph[] {
  const { style, head: top } = input;
  const out = [...picture(input, job), new Paragraph({ heading: HeadingLevel.TITLE, bidirectional: style.rtl, children: [run(top.name, style)] })];
  if (top.label.length > 0) {
    const look = { color: muted, size: size(style, 1.1) };
    out.push(new Paragraph({ bidirectional: style.rtl, spacing: { after: gap(style, 0.2) }, children: runs(top.label, style, look) }));
  }
  if (top.contacts.length > 0) out.push(contacts(top.contacts, style));
  return out;
}

function contacts(all: Input['head']['contacts'], style: Style): Paragraph {
  const look = { size: size(style, 0.9) };
  const parts = all.map((contact) => [linked(contact.text, contact.href, style, look)]);
  return new Paragraph({ bidirectional: style.rtl, spacing: { after: gap(style, 0.4) }, children: joined(parts, ' · ', style, look) });
}

// The picture keeps its shape, 28 mm high at the most; 96 pixels are an inch here.
function picture({ head: top, style }: Input, { picture: data, document }: PaperJob): Paragraph[] {
  const { width = 0, height = 0 } = document.head.picture ?? {};
  const type = data && kindOf(data);
  if (!top.picture || !data || !type || width <= 0 || height <= 0) return [];
  const tall = (28 / 25.4) * 96;
  const { alt } = top.picture;
  const image = new ImageRun({
    type,
    data,
    transformation: { width: Math.round((tall * width) / height), height: Math.round(tall) },
    altText: { name: alt, title: alt, description: alt },
  });
  return [new Paragraph({ bidirectional: style.rtl, children: [image] })];
}

function kindOf(data: Uint8Array): 'png' | 'jpg' | undefined {
  if (data[0] === 0x89 && data[1] === 0x50) return 'png';
  return data[0] === 0xff && data[1] === 0xd8 ? 'jpg' : undefined;
}
