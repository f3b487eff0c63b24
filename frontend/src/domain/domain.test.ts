import { describe, expect, test } from 'vitest';
import { formatDay, formatLongDay, formatPartialDate, formatTime, nearDay, parseMoment } from './dates';
import { formatDuration, wholeMinutes } from './durations';
import { initials, tint } from './names';
import { highlight, matches } from './text';

const now = new Date(2025, 9, 13, 9, 30);

describe('dates', () => {
  test('are written without a comma, with a year only where it differs', () => {
    expect(formatDay(new Date(2025, 9, 13), now, 'en')).toBe('Mon 13 Oct');
    expect(formatDay(new Date(2025, 8, 4), now, 'en')).toBe('Thu 4 Sep');
    expect(formatDay(new Date(2024, 9, 13), now, 'en')).toBe('Sun 13 Oct 2024');
    expect(formatLongDay(now, 'en')).toBe('Monday 13 October');
    expect(formatTime(now, 'en')).toBe('09:30');
  });
  test.each([
    [new Date(2025, 9, 12, 23, 59), 'yesterday'],
    [new Date(2025, 9, 13, 0, 0), 'today'],
    [new Date(2025, 9, 14, 0, 1), 'tomorrow'],
    [new Date(2025, 9, 15), undefined],
    [new Date(2025, 9, 11), undefined],
  ])('%s is near: %s', (at, near) => expect(nearDay(at, now)).toBe(near));
  test.each([
    ['2021', '2021'],
    ['2021-03', 'Mar 2021'],
    ['2021-09-07', '7 Sep 2021'],
    ['spring 2021', 'spring 2021'],
    ['', ''],
  ])('partial %s', (text, shown) => expect(formatPartialDate(text, 'en')).toBe(shown));
  test('an empty or broken stamp is no moment', () => {
    expect(parseMoment('')).toBeUndefined();
    expect(parseMoment('soon')).toBeUndefined();
    expect(parseMoment('2025-10-13T09:30:00Z')?.getTime()).toBe(Date.UTC(2025, 9, 13, 9, 30));
  });
});

test.each([
  [0, '0:00'],
  [47_999, '0:47'],
  [138_000, '2:18'],
  [3_738_000, '1:02:18'],
  [-5, '0:00'],
])('duration %d', (ms, shown) => expect(formatDuration(ms)).toBe(shown));

test('minutes are never nothing', () => {
  expect(wholeMinutes(1000)).toBe(1);
  expect(wholeMinutes(18.4 * 60_000)).toBe(18);
});

test.each([
  ['Corvane Logistics', 'CL'],
  ['northgate', 'NO'],
  ['Ann de la Mare', 'AM'],
  ['  ', ''],
  ['Éva', 'ÉV'],
])('initials of %s', (name, letters) => expect(initials(name)).toBe(letters));

test('a tint is stable', () => expect(tint('Corvane')).toBe(tint('Corvane')));

describe('finding', () => {
  test('ignores case and accents', () => {
    expect(highlight('Résumé for Corvane', 'corv')).toEqual([
      { text: 'Résumé for ', hit: false },
      { text: 'Corv', hit: true },
      { text: 'ane', hit: false },
    ]);
    expect(highlight('Résumé', 'resume')).toEqual([{ text: 'Résumé', hit: true }]);
    expect(highlight('Résumé', 'x')).toEqual([{ text: 'Résumé', hit: false }]);
  });
  test('wants the beginning of every word', () => {
    expect(matches('Go to Rehearsals', 'reh go')).toBe(true);
    expect(matches('Go to Rehearsals', 'earsal')).toBe(false);
    expect(matches('anything', '')).toBe(true);
  });
});
