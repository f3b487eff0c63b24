import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Block, type Span, parse, parseLine, plain, write, writeLine } from './marked';

interface Vector {
  in: string;
  blocks: { kind: 'p' | 'li'; spans: Partial<Span>[] }[];
  plain: string;
  write?: string;
}

const file = resolve(import.meta.dirname, '../../../internal/career/marked/testdata/vectors.json');
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

const none: Span = { text: '', bold: false, italic: false, href: '' };
const whole = (blocks: Vector['blocks']): Block[] =>
  blocks.map(({ kind, spans }) => ({ kind, spans: spans.map((span) => ({ ...none, ...span })) }));

test.each(vectors)('$in', (vector) => {
  const blocks = whole(vector.blocks);
  expect(parse(vector.in)).toEqual(blocks);
  expect(plain(vector.in)).toBe(vector.plain);
  expect(parse(write(blocks))).toEqual(blocks);
  if (vector.write !== undefined) expect(write(blocks)).toBe(vector.write);
});

test('a highlight has no blocks', () => {
  const spans = [
    { ...none, text: '- cut ' },
    { ...none, text: 'costs', bold: true },
  ];
  expect(parseLine(' - cut **costs**\n')).toEqual(spans);
  expect(writeLine(spans)).toBe('- cut **costs**');
});

test.each<[Partial<Span>[], string]>([
  [[{ text: 'un' }, { text: 'bold', bold: true }, { text: 'ed' }], 'unbolded'],
  [[{ text: 'a' }, { text: ' b ', bold: true }, { text: 'c' }], 'a **b** c'],
  [[{ text: 'words', href: 'javascript:alert(1)' }], 'words'],
  [[{ text: 'one\nline' }], 'one line'],
  [[{ text: 'a' }, { text: '  ', href: 'https://example.org' }, { text: 'b' }], 'a  b'],
  [[{ text: ' ', bold: true }, { text: 'x', href: 'https://e.org' }, { text: ' ' }], '[x](https://e.org)'],
])('marks that cannot be written: %j', (spans, want) => {
  expect(writeLine(spans.map((span) => ({ ...none, ...span })))).toBe(want);
});
