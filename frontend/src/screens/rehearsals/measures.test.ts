import { expect, test } from 'vitest';
import { measureChange, measureName, measureValue } from './measures';

test.each([
  ['lengthMs', 95_000, '1:35'],
  ['longestPauseMs', 2_340, '2.3 s'],
  ['fillersPer100', 3, '3.0'],
  ['words', 1_200, '1,200'],
])('%s is shown as it is elsewhere', (measure, value, shown) => {
  expect(measureValue(measure, value)).toBe(shown);
  expect(measureName(measure)).not.toBe(measure);
});

test.each([
  ['words', 90, 72, '-18'],
  ['i', 2, 5, '+3'],
  ['longestPauseMs', 2_340, 2_310, ''], // both are shown as 2.3
  ['lengthMs', 95_000, 125_000, '+30.0 s'],
])('the change of %s from %d to %d', (measure, first, second, shown) => {
  expect(measureChange({ measure, first, second })).toBe(shown);
});
