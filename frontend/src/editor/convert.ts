// Between marked text, which is what is kept, and the tree the editor works on.
import type { JSONContent } from '@tiptap/core';
import { type Block, type Span, parse, parseLine, write, writeLine } from '../domain/marked';

type Mark = NonNullable<JSONContent['marks']>[number];

/** The editor's tree of a marked text; a text of one line is one paragraph. */
export function toTree(text: string, blocks: boolean): JSONContent {
  const content = blocks ? grouped(parse(text)) : [paragraph(parseLine(text))];
  return { type: 'doc', content: content.length > 0 ? content : [paragraph([])] };
}

/** The marked text of a tree. */
export function toMarked(tree: JSONContent, blocks: boolean): string {
  const all = (tree.content ?? []).flatMap(blocksOf);
  return blocks ? write(all) : writeLine(all.flatMap((block, i) => (i > 0 ? [gap, ...block.spans] : block.spans)));
}

const gap: Span = { text: ' ', bold: false, italic: false, href: '' };

// Items that stand together are one list.
function grouped(all: Block[]): JSONContent[] {
  const out: JSONContent[] = [];
  for (const { kind, spans } of all) {
    if (kind === 'p') out.push(paragraph(spans));
    else {
      const list = out.at(-1)?.type === 'bulletList' ? out.at(-1)! : { type: 'bulletList', content: [] };
      if (list !== out.at(-1)) out.push(list);
      list.content!.push({ type: 'listItem', content: [paragraph(spans)] });
    }
  }
  return out;
}

function paragraph(spans: Span[]): JSONContent {
  return { type: 'paragraph', content: spans.filter(({ text }) => text !== '').map(textNode) };
}

function textNode({ text, bold, italic, href }: Span): JSONContent {
  const marks: Mark[] = [];
  if (bold) marks.push({ type: 'bold' });
  if (italic) marks.push({ type: 'italic' });
  if (href !== '') marks.push({ type: 'link', attrs: { href } });
  return { type: 'text', text, marks };
}

function blocksOf(node: JSONContent): Block[] {
  if (node.type === 'paragraph') return [{ kind: 'p', spans: (node.content ?? []).map(span) }];
  return (node.content ?? []).map((item) => ({ kind: 'li', spans: (item.content ?? []).flatMap((part) => (part.content ?? []).map(span)) }));
}

function span({ text = '', marks = [] }: JSONContent): Span {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const href: unknown = marks.find((mark) => mark.type === 'link')?.attrs?.href;
  return { text, bold: has('bold'), italic: has('italic'), href: typeof href === 'string' ? href : '' };
}
