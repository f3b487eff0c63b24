import { describe, expect, test } from 'vitest';
import { numberOf, numbered, runs } from './evidence';

const words = 'In March I drew up a new rota'.split(' ');

describe('quotes in an answer', () => {
  test('are numbered in their order, once each', () => {
    const quotes = numbered([{ from: 3, to: 5 }, { from: 0, to: 2 }, { from: 3, to: 5 }, { from: 3, to: 8 }]);
    expect(quotes).toEqual([{ from: 0, to: 2, number: 1 }, { from: 3, to: 5, number: 2 }, { from: 3, to: 8, number: 3 }]);
    expect(numberOf(quotes, { from: 3, to: 8 })).toBe(3);
    expect(numberOf(quotes, { from: 1, to: 8 })).toBe(0);
  });

  test('cut the words without losing any, also where they overlap', () => {
    const quotes = numbered([{ from: 0, to: 4 }, { from: 2, to: 6 }, { from: 6, to: 8 }]);
    const cut = runs(words, quotes);
    expect(cut.flatMap((run) => run.words)).toEqual(words);
    expect(cut.map(({ from, ends, marked }) => [from, ends, marked])).toEqual([
      [0, [], true],
      [2, [1], true],
      [4, [2], true],
      [6, [3], true],
    ]);
  });

  test('leave an answer without any whole', () => {
    expect(runs(words, [])).toEqual([{ words, from: 0, ends: [], marked: false }]);
    expect(runs([], [])).toEqual([]);
  });

  test('outside of the words are no reason to fail', () => {
    expect(runs(words, [{ from: 6, to: 99, number: 1 }]).flatMap((run) => run.words)).toEqual(words);
  });
});
