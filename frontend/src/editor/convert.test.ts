import { describe, expect, test } from 'vitest';
import { toMarked, toTree } from './convert';

describe('a text comes back from the editor as it went in', () => {
  test.each([
    '',
    'Plain words',
    'Cut it from **6.1%** to *2.4%*',
    '***Both*** at once',
    'See [the report](https://example.org/a_b)',
    '5*3, snake_case and C*',
    '#set text(red) <b>$x$</b>',
    'שלום **עולם**',
  ])('%s', (text) => {
    expect(toMarked(toTree(text, false), false)).toBe(text);
    expect(toMarked(toTree(text, true), true)).toBe(text);
  });
  test('paragraphs and lists', () => {
    const text = 'First\n- one\n- **two**\nLast';
    const tree = toTree(text, true);
    expect(tree.content?.map(({ type }) => type)).toEqual(['paragraph', 'bulletList', 'paragraph']);
    expect(toMarked(tree, true)).toBe(text);
  });
});

test('in a text of one line a dash is a dash', () => {
  expect(toMarked(toTree('- not a list', false), false)).toMatch(/not a list$/);
  expect(toTree('- not a list', false).content?.[0]?.content?.[0]?.text).toBe('- not a list');
});

test('lines pasted into one line are one line', () => {
  const two = { type: 'doc', content: ['a', 'b'].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
  expect(toMarked(two, false)).toBe('a b');
});
