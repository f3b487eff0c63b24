// Every sentence the app says. The sentences themselves are in one file for each language
// (flat keys, gaps in braces), which the Go side reads as well. The compiler's types say
// which key has which gaps; README.md says how to add one.
import type { m as compiled } from './generated/messages.js';
import { locale, sentences } from './language.svelte';

export { contentLanguage, languages, locale, ownName, speak } from './language.svelte';

/** The key of a sentence. */
export type MessageKey = keyof typeof compiled;

type Messages = { [K in MessageKey]: (...gaps: Parameters<(typeof compiled)[K]>) => string };

/** The sentence of a key that is known when this is written: m['ui.doneOfTotal']({ done, total }). */
export const m = new Proxy({} as Messages, {
  get: (_, key: MessageKey) => (gaps?: object) => filled(key, gaps),
});

/** Whether there is a sentence under a key that came from elsewhere. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(sentences(), key);
}

/** The sentence under a key, its gaps filled. */
export function say(key: MessageKey, params: Record<string, string | number> = {}): string {
  return filled(key, params);
}

/**
 * One of two sentences by number, by the rules of the language: "1 fact", "4 facts".
 * English and German have two forms; a language with more gets its forms as further keys.
 */
export function plural(count: number, one: MessageKey, other: MessageKey): string {
  const form = new Intl.PluralRules(locale()).select(count);
  return say(form === 'one' ? one : other, { count });
}

/** A key without a sentence, and a gap nobody fills, are shown as they are. */
function filled(key: MessageKey, gaps: object = {}): string {
  const values = new Map<string, unknown>(Object.entries(gaps));
  return (sentences()[key] ?? key).replace(/\{(\w+)\}/g, (gap, name: string) => String(values.get(name) ?? gap));
}
