import { expect, test } from 'vitest';
import { missingCharacters, strengthOf } from './passphrase';

test.each([
  ['', 'none'],
  ['seven77', 'short'],
  ['aaaaaaaaaaaaaaaaaaaa', 'repeating'],
  ['abcdefgh', 'fair'],
  ['abcdefghijkl', 'good'],
  ['correct horse battery', 'strong'],
  ['🐎🔋📎🐎🔋📎🐎', 'short'],
])('%s is %s', (passphrase, strength) => expect(strengthOf(passphrase)).toBe(strength));

test('what is missing is counted in characters, not in bytes', () => {
  expect(missingCharacters('éééé')).toBe(4);
  expect(missingCharacters('🐎🐎')).toBe(6);
  expect(missingCharacters('long enough')).toBe(0);
});
