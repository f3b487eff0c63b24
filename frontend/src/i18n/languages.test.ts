import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { day } from './format';
import { languages, locale, m, ownName, plural, speak } from './messages';
import { period } from './period';

/** The file of a language, as it is written and as it is understood. */
function read(language: string): { text: string; sentences: Record<string, string> } {
  const text = readFileSync(join(import.meta.dirname, `${language}.json`), 'utf8');
  return { text, sentences: JSON.parse(text) as Record<string, string> };
}

/** Every language but the one the others are translated from. */
const translated = languages.filter((language) => language !== 'en');
const english = read('en');

/** Words that are the same in both, up to this many letters; longer ones were forgotten. */
const sameUpTo = 24;

const gapsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
const linesOf = (text: string) => text.split('\n').length;

afterEach(() => speak('en'));

test('a language is named in itself', () => {
  expect(languages.map(ownName)).toEqual(['English', 'Deutsch']);
});

test.each(languages)('%s has no key twice', (language) => {
  const keys = [...read(language).text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  expect(keys.length).toBe(Object.keys(read(language).sentences).length);
});

describe.each(translated)('%s', (language) => {
  const own = read(language).sentences;
  const pairs = Object.entries(english.sentences).flatMap(([key, text]) => (own[key] ? [[key, text, own[key]] as const] : []));

  test('has every key of en.json and no other', () => {
    expect(Object.keys(english.sentences).filter((key) => !(key in own)), 'not translated').toEqual([]);
    expect(Object.keys(own).filter((key) => !(key in english.sentences)), 'not in en.json').toEqual([]);
  });

  test('has the same gaps', () => {
    const wrong = pairs.filter(([, en, text]) => gapsOf(en).join() !== gapsOf(text).join()).map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  test('leaves no sentence in English', () => {
    const same = pairs.filter(([, en, text]) => en === text && text.length > sameUpTo).map(([key]) => key);
    expect(same).toEqual([]);
  });

  test('keeps the manner of the app', () => {
    const wrong = pairs.filter(([, en, text]) => text.trim() !== text || text === '' || /!|\.\.\./.test(text) || linesOf(en) !== linesOf(text));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test('sets quotes and apostrophes as print does', () => {
    const wrong = pairs.filter(([, , text]) => /["'`´]/.test(text)).map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  test('has no button twice as long as it is in English', () => {
    const long = pairs.filter(([, en, text]) => en.length <= 20 && text.length > 2 * en.length + 14).map(([key, , text]) => `${key}: ${text}`);
    expect(long).toEqual([]);
  });
});

describe('German', () => {
  test('quotes the German way and says du', () => {
    const all = Object.entries(read('de').sentences);
    expect(all.filter(([, text]) => /[”»«]/.test(text) || (text.match(/„/g) ?? []).length !== (text.match(/“/g) ?? []).length)).toEqual([]);
    // Capitals in the middle of a sentence: "Sie", "Ihr", "Ihnen" would be the formal you.
    expect(all.filter(([, text]) => /[a-zäöüß,] (Sie|Ihre?[mnrs]?|Ihnen)\b/.test(text))).toEqual([]);
  });

  test('is spoken from one moment to the next', async () => {
    expect(m['ui.cancel']()).toBe('Cancel');
    await speak('de');
    expect([locale(), m['ui.cancel'](), m['ui.doneOfTotal']({ done: 2, total: 5 })]).toEqual(['de', 'Abbrechen', '2 von 5']);
    expect([plural(1, 'ready.day', 'ready.days'), plural(0, 'ready.day', 'ready.days')]).toEqual(['1 Tag', '0 Tage']);
  });

  test('writes dates its own way', async () => {
    await speak('de');
    const now = new Date(2025, 9, 13, 12);
    expect(day(new Date(2025, 9, 1).toISOString(), now)).toBe('Mi., 1. Okt.');
    expect(day(new Date(2025, 9, 14).toISOString(), now)).toBe('morgen');
    expect(period({ startDate: '2015-03', endDate: '', current: true })).toBe('März 2015 bis heute');
  });

  test('is left for English where a language is unknown', async () => {
    await speak('de');
    await speak('xx');
    expect(m['ui.cancel']()).toBe('Cancel');
  });

  test('is not spoken by whoever changed their mind while it was read', async () => {
    await Promise.all([speak('de'), speak('en')]);
    expect(locale()).toBe('en');
  });
});

test('a gap nobody fills is seen, and a value is not read as a gap', () => {
  expect((m['ui.reference'] as (gaps: object) => string)({})).toBe('Reference {ref}');
  expect(m['ui.doneOfTotal']({ done: '{total}', total: '$&' })).toBe('{total} of $&');
});
