// Which language the page speaks just now. Only that language's sentences are loaded,
// each language a file of its own; what is drawn from them is drawn anew when it changes.

/** The sentences of a language by key, gaps in braces. */
type Sentences = Readonly<Record<string, string>>;

const files = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
} satisfies Record<string, () => Promise<{ default: Sentences }>>;

/** The languages there are, as ISO 639-1 codes. */
export const languages = Object.keys(files) as (keyof typeof files)[];

/** The one language of the questions, their criteria and the rules for job ads, so far. */
export const contentLanguage = 'en';

let spoken = $state.raw({ language: 'en', sentences: {} as Sentences });
let wanted = '';

/** The language sentences are in (BCP 47), for dates and numbers. */
export function locale(): string {
  return spoken.language;
}

/** The sentences of the language that is spoken. */
export function sentences(): Sentences {
  return spoken.sentences;
}

/**
 * Speaks a language from now on, English where there is no such language. While its
 * sentences are being read the one before stays; if two are asked for, the last one counts.
 */
export async function speak(language: string): Promise<void> {
  const next = languages.find((one) => one === language) ?? 'en';
  wanted = next;
  if (next === spoken.language && 'app.name' in spoken.sentences) return;
  const { default: read } = await files[next]();
  if (wanted === next) spoken = { language: next, sentences: read };
}

/** What a language calls itself: "English", "Deutsch". */
export function ownName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
