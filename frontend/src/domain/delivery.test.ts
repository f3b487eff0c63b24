import { expect, test } from 'vitest';
import { figuresOf } from './delivery';

const sound = { recordedMs: 102_000, speakingMs: 88_000, timeToFirstWordMs: 900, pauses: { count: 4, longestMs: 2600, long: [0] } };
const language = { words: 200, speechRateWpm: 148, filledPauses: { total: 3, perMinute: 2.1 }, firstPerson: { i: 5, we: 2 } };
const keys = (answer: Parameters<typeof figuresOf>[0]) => figuresOf(answer).map(({ key }) => key.replace('delivery.', ''));

test('sound comes before words, and what is not known is absent', () => {
  expect(figuresOf({})).toEqual([]);
  expect(keys({ sound: { ...sound, timeToFirstWordMs: null, pauses: null } })).toEqual(['length', 'speaking']);
  expect(keys({ sound, language })).toEqual([
    ...['length', 'firstWord', 'speaking', 'pauses', 'longest', 'long'],
    ...['words', 'pace', 'fillers', 'person'],
  ]);
  expect(keys({ language: { words: 3 } })).toEqual(['words']);
});

test('the first word is where it was heard, rather than where sound began', () => {
  const first = (speech: { firstWordMs?: number }) => figuresOf({ sound, speech }).find(({ key }) => key === 'delivery.firstWord');
  expect(first({ firstWordMs: 1400 })?.value).toBe(1400);
  expect(first({})?.value).toBe(900);
});

test('nothing is not left out where it was counted', () => {
  const none = figuresOf({ language: { words: 10, hedges: { total: 0 }, repeats: { total: 0 } } });
  expect(none.slice(1).map(({ value }) => value)).toEqual([0, 0]);
});

test('a typical range stands beside its figure, in the same unit', () => {
  const bands = {
    speakingMs: { low: 60, high: 120, source: 'a' },
    speechRateWpm: { low: 160, high: 210, source: 'b' },
    'filledPauses.perMinute': { low: 1.4, high: 4.8, source: 'c' },
  };
  const ranged = figuresOf({ sound, language }, bands).filter(({ band }) => band);
  expect(ranged.map(({ key, band, perMinute }) => [key, band!.low, band!.high, perMinute])).toEqual([
    ['delivery.speaking', 60_000, 120_000, undefined],
    ['delivery.pace', 160, 210, undefined],
    ['delivery.fillers', 1.4, 4.8, 2.1],
  ]);
  const inNoTime = figuresOf({ language: { words: 10, filledPauses: { total: 3, perMinute: null } } }, bands);
  expect(inNoTime.at(-1)).toEqual({ key: 'delivery.fillers', kind: 'count', value: 3 });
});
