// The words a résumé needs in its own language. They come from files, never from the
// machine's locale data: the same input gives the same bytes everywhere. Go reads the
// same files (internal/resume).

/** What a file in words/ holds. A pattern holds {names} to be filled. */
export interface Lexicon {
  direction: string;
  sections: Record<string, string>;
  present: string;
  months: { short: string[]; long: string[]; day?: string[]; dayShort?: string[] };
  monthYear: string;
  monthYearLong?: string;
  day: string;
  dayLong?: string;
  firstDay?: string;
  numericMonth: string;
  numericDay: string;
  range: string;
  page: string;
  resume: string;
  contact: string;
  level: string;
  score: string;
  courses: string;
  photo: string;
}

const files = import.meta.glob<Lexicon>('./words/*.json', { import: 'default', eager: true });

const lexicons = new Map(
  Object.entries(files).map(([path, words]) => [
    path.slice('./words/'.length, -'.json'.length).toLowerCase(),
    words,
  ]),
);

/** The words of a language, of its parent ("pt-BR": "pt"), of a relative ("zh": "zh-Hans"), or the English ones. */
export function wordsOf(language: string): Lexicon {
  const tag = language.toLowerCase();
  for (let parent = tag; parent !== ''; parent = parent.slice(0, Math.max(0, parent.lastIndexOf('-')))) {
    const words = lexicons.get(parent);
    if (words) return words;
  }
  const relatives = [...lexicons.keys()].filter((known) => known.startsWith(`${tag.split('-')[0]}-`)).sort();
  return lexicons.get(relatives[0] ?? 'en')!;
}

/** The title a section has in this language; empty for one of the person's own. */
export function sectionTitle(key: string, words: Lexicon): string {
  return words.sections[key] ?? '';
}

/** Puts values into the {names} of a pattern. */
export function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
