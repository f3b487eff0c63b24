// Comparing texts written from right to left. What is drawn stands on the page from left to
// right, and readers turn it round each in their own way: not at all, word by word, or line
// by line. So words are looked for in either direction, and order is that of the lines.
import type { Field } from './expected';
import type { Manner, Outcome } from './readback';

const turnedLetter = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

export function isTurned(text: string): boolean {
  return turnedLetter.test(text);
}

// Lam and alef are one glyph, whose two letters come in either order.
function ligatures(text: string): string {
  return text.replace(/[لاأإآ]{2,}/gu, (run) => [...run].sort().join(''));
}

const vowels = /[\u064B-\u0652]/gu;

// As texts are compared: a vowel mark may come before its letter, or twice, or is left out.
function bare(text: string): string {
  return ligatures(
    text
      .normalize('NFKC')
      .replace(vowels, '')
      .replace(/[^\p{L}\p{N}\s]/gu, ''),
  ).replace(/\s/gu, '');
}

function backwards(word: string): string {
  return ligatures([...word].reverse().join(''));
}

function indexOfWord(word: string, text: string, from = 0): number {
  const places = [text.indexOf(word, from), text.indexOf(backwards(word), from)].filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

function wordsOf(text: string): string[] {
  return (text.normalize('NFKC').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).filter((word) => bare(word) !== '');
}

// Around a mark, letters of one word may be pulled apart; and a reader that knows one
// meaning of a glyph takes the mark for a part of the letter wherever it stands.
function isIn(word: string, text: string, { glyphwise }: Manner): boolean {
  if (glyphwise || word.search(vowels) >= 0) return [...bare(word)].every((letter) => text.includes(letter));
  return indexOfWord(bare(word), text) >= 0;
}

/** Looks for every word of every field, and for the order of what begins a line. */
export function compareTurned(fields: Field[], pages: string[], columns: number, manner: Manner): Outcome {
  const text = pages.map(bare).join('');
  const lost = fields.filter((field) => !wordsOf(field.text).every((word) => isIn(word, text, manner)));
  const ordered =
    manner.glyphwise || (manner.across && columns === 2)
      ? []
      : ['main', 'side'].flatMap((part) => disorder(fields, part, text));
  const line = ({ path, text: words }: Field) => `${path}: ${words}`;
  const disordered = [...new Set(ordered)].filter((field) => !lost.includes(field));
  return {
    expected: fields.length,
    found: fields.length - lost.length,
    missing: lost.map(line),
    disordered: disordered.map(line),
  };
}

const beginsLine =
  /^(name|label|(?!skills|languages|interests|contact)([^/]+|.*\/(title|lines\/\d+|summary\/\d+)))$/;

function disorder(fields: Field[], part: string, text: string): Field[] {
  let from = 0;
  const run = fields.filter(
    (field) => (field.part === 'head' || field.part === part) && beginsLine.test(field.path),
  );
  return run.filter((field) => {
    const [longest = ''] = wordsOf(field.text)
      .filter((word) => word.search(vowels) < 0)
      .map(bare)
      .sort((a, b) => b.length - a.length);
    const at = indexOfWord(longest, text, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}
