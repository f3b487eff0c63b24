import { describe, expect, test } from 'vitest';
import { inOrder, parsePath } from './draftPath';
import { fitting, mentions } from './facts';
import { grouped, moved, stepAmong, stepIn } from './order';
import { dateOf, partsOf } from './partialDate';
import { cut, findIn, wordsOf } from './passage';

const item = (id: string, name = '') => ({ id, name });

describe('order', () => {
  const all = [item('a1', 'A'), item('b1', 'B'), item('a2', 'a '), item('x'), item('y')];
  const groups = grouped(all);

  test('groups by name where the first stands; the nameless stay alone', () => {
    expect(groups.map(({ items }) => items.map(({ id }) => id).join())).toEqual(['a1,a2', 'b1', 'x', 'y']);
  });

  test.each([
    ['a2', -1, 'a2,a1|b1|x|y'],
    ['a1', 1, 'a2,a1|b1|x|y'],
    ['a2', 1, 'b1|a1,a2|x|y'],
    ['b1', -1, 'b1|a1,a2|x|y'],
    ['b1', 1, 'a1,a2|x|b1|y'],
    ['y', -1, 'a1,a2|b1|y|x'],
    ['a1', -1, undefined],
    ['y', 1, undefined],
  ] as const)('%s by %d gives %s', (id, by, shown) => {
    const step = stepAmong(groups, id, by);
    const after = step && grouped(moved(all, step));
    expect(after?.map(({ items }) => items.map((one) => one.id).join()).join('|')).toBe(shown);
  });

  test('in a plain list neighbours change places', () => {
    expect(stepIn(all, 'b1', 1)).toEqual({ id: 'a2', before: 'b1' });
    expect(stepIn(all, 'a1', -1)).toBeUndefined();
    expect(stepIn(all, 'nobody', 1)).toBeUndefined();
    expect(moved(all, { id: 'a1', before: '' }).at(-1)?.id).toBe('a1');
  });
});

test.each(['', '2021', '2021-03', '2021-03-07', '-03', '20'])('a date survives its fields: %s', (date) => {
  expect(dateOf(partsOf(date))).toBe(date);
});
test('a day needs a month', () => {
  expect(dateOf({ year: '2021', month: '', day: '07' })).toBe('2021');
});

describe('paths', () => {
  test.each([
    ['basics.name', { part: 'basics', index: undefined, field: 'name' }],
    ['work[12].highlights[3].text', { part: 'work', index: 12, field: 'highlights[3].text' }],
    ['', undefined],
  ])('%s', (path, parsed) => expect(parsePath(path)).toEqual(parsed));
  test('are ordered by number, not by letter', () => {
    expect(inOrder(['work[10].name', 'unknown', 'work[9].name'])).toEqual(['work[9].name', 'work[10].name', 'unknown']);
  });
});

describe('passages', () => {
  test('count code points', () => {
    const text = '🩺 Nurse wanted';
    expect(wordsOf(text, { start: 2, end: 7 })).toBe('Nurse');
    expect(cut(text, { start: 2, end: 7 })).toEqual(['🩺 ', 'Nurse', ' wanted']);
    expect(cut(text, { start: 0, end: 0 })).toEqual([text, '', '']);
  });
  test('are found across lines and signs', () => {
    expect(findIn(['nothing', '🩺 C++ and\n  C# (both)'], 'c++ and C# (both)')).toEqual({ page: 1, start: 2, end: 21 });
    expect(findIn(['abc'], 'd')).toBeUndefined();
    expect(findIn(['abc'], '  ')).toBeUndefined();
  });
});

describe('finding facts', () => {
  const job = {
    name: 'Ferrow Parcel',
    position: 'Team leader',
    location: 'Leeds',
    summary: '',
    highlights: [
      { id: '1', text: 'Halved the délai' },
      { id: '2', text: 'Ran nights' },
    ],
  };
  test('a job that fits shows all its facts, else only those that fit', () => {
    expect(fitting(job, 'leeds')?.highlights).toHaveLength(2);
    expect(fitting(job, 'ferrow delai')?.highlights.map(({ id }) => id)).toEqual(['1']);
    expect(fitting(job, 'welding')).toBeUndefined();
  });
  test('no words mention everything', () => expect(mentions([], '')).toBe(true));
});
