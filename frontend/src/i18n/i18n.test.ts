import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import sentences from './en.json';
import { day } from './format';
import { isMessageKey, plural, say } from './messages';

const root = join(import.meta.dirname, '../../..');

/** Files below a folder whose name fits; generated code and test data are not ours to check. */
function files(folder: string, fits: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && fits.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/generated|testdata|testkit|storetest|node_modules|_test\.go$|\.test\.ts$/.test(path));
}

/** Keys the Go side names when it makes a fault. */
function faultKeys(): Map<string, string> {
  const keys = new Map<string, string>();
  const made = /(?:\b(?:New|Wrap)\(\s*(?:fault\.)?[A-Z]\w+,|InvalidField\(\s*"\w+",)\s*"([a-z]\w*\.\w+)"/g;
  for (const path of [...files('internal', /\.go$/), ...files('app', /\.go$/)])
    for (const [, key] of readFileSync(path, 'utf8').matchAll(made)) if (key) keys.set(key, path.slice(root.length + 1));
  return keys;
}

test('every fault of the Go side has a sentence', () => {
  const keys = faultKeys();
  expect(keys.size).toBeGreaterThan(50);
  const missing = [...keys].filter(([key]) => !isMessageKey(key)).map(([key, path]) => `${key} (${path})`);
  expect(missing).toEqual([]);
});

test('every sentence is said somewhere', () => {
  const source = [...files('frontend/src', /\.(ts|svelte)$/), ...files('internal', /\.go$/), ...files('app', /\.go$/), join(root, 'main.go')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const built = [...source.matchAll(/`([a-z]\w*\.\w*)\$\{/g)].map(([, start]) => start ?? '');
  const unsaid = Object.keys(sentences).filter(
    (key) => !source.includes(`'${key}'`) && !source.includes(`"${key}"`) && !built.some((start) => key.startsWith(start)),
  );
  expect(unsaid).toEqual([]);
});

describe('every sentence', () => {
  test.each(Object.entries(sentences))('%s keeps to the manner of the app', (_, text) => {
    expect(text).not.toMatch(/!|failed|weak\b|\bbad\b|crush|magic|AI-powered|\.\.\./i);
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
  });
});

test('gaps are filled', () => {
  expect(say('ui.doneOfTotal', { done: 2, total: 5 })).toBe('2 of 5');
});

test('a key from elsewhere is checked first', () => {
  expect(isMessageKey('fault.internal')).toBe(true);
  expect(isMessageKey('toString')).toBe(false);
});

test('days are near or named', () => {
  const now = new Date(2025, 9, 13, 12);
  expect(day(new Date(2025, 9, 12).toISOString(), now)).toBe('yesterday');
  expect(day(new Date(2025, 9, 1).toISOString(), now)).toBe('Wed 1 Oct');
  expect(day('', now)).toBe('');
});

test('one is not many', () => {
  expect(plural(1, 'ui.on', 'ui.off')).toBe(say('ui.on'));
  expect(plural(2, 'ui.on', 'ui.off')).toBe(say('ui.off'));
});
