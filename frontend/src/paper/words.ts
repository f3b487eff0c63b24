// The words a résumé needs in its own language, and dates written with them. They come
// from files, never from the machine's locale data: the same input gives the same bytes
// everywhere.

/** What a file in words/ holds. */
export interface LanguageWords {
  sections: Record<string, string>;
  present: string;
  months: { short: string[]; long: string[] };
  monthYear: string;
  day: string;
  range: string;
  page: string;
}

const files = import.meta.glob<LanguageWords>('./words/*.json', { import: 'default', eager: true });

/** The languages a résumé can be in (BCP 47). */
export const paperLanguages = Object.keys(files).map((path) => path.slice('./words/'.length, -'.json'.length));

/** The words of a language, of its parent ("pt-BR": "pt"), or the English ones. */
export function wordsOf(language: string): LanguageWords {
  const tag = language.toLowerCase();
  const known = Object.keys(files).sort((a, b) => b.length - a.length);
  const path =
    known.find((path) => within(tag, nameOf(path))) ??
    known.find((path) => within(nameOf(path), primary(tag)));
  return files[path ?? './words/en.json']!;
}

/** The title a section has in this language; empty for a key of the person's own. */
export function sectionTitle(key: string, words: LanguageWords): string {
  return words.sections[key] ?? '';
}

function nameOf(path: string): string {
  return path.slice('./words/'.length, -'.json'.length).toLowerCase();
}

function primary(tag: string): string {
  return tag.split('-')[0]!;
}

function within(tag: string, parent: string): boolean {
  return tag === parent || tag.startsWith(`${parent}-`);
}
