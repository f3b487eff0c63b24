import { expect, test } from 'vitest';
import { shared } from './sharing';

const before = { name: 'N', sections: [{ key: 'work', lines: ['a', 'b'] }, { key: 'skills', lines: [] }], picture: null };

test('what says the same is the object of before', () => {
  expect(shared(before, structuredClone(before))).toBe(before);
});

test('what changed is new, with all that lies around it, and nothing else', () => {
  const after = structuredClone(before);
  after.sections[0]!.lines[1] = 'c';
  const next = shared(before, after);
  expect(next).toEqual(after);
  expect(next).not.toBe(before);
  expect(next.sections[0]!.lines).not.toBe(before.sections[0]!.lines);
  expect(next.sections[1]).toBe(before.sections[1]);
});

test.each<[unknown, unknown]>([
  [[1, 2], [1]],
  [[1], [1, 2]],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [{ a: [] }, { a: {} }],
  [{ a: {} }, { a: null }],
  [{ a: null }, { a: {} }],
  [{ 0: 'a' }, ['a']],
  ['a', 'b'],
])('%j becomes %j', (one, other) => {
  const next = shared(one, other);
  expect(next).toStrictEqual(other);
  expect(next).not.toBe(one);
});
