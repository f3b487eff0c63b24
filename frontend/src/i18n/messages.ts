// Every sentence the app says. The sentences themselves are in en.json (flat keys, gaps
// in braces), which the Go side reads as well; the compiler turns each into a function.
import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';

export { m };

/** The key of a sentence. */
export type MessageKey = keyof typeof m;

/** Whether there is a sentence under a key that came from elsewhere. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(m, key);
}

/** The sentence under a key, its gaps filled. */
export function say(key: MessageKey, params: Record<string, string | number> = {}): string {
  const sentence = m[key] as (params: Record<string, string | number>) => string;
  return sentence(params);
}

/** The language sentences are in (BCP 47), for dates and numbers. */
export function locale(): string {
  return getLocale();
}

/**
 * One of two sentences by number, by the rules of the language: "1 fact", "4 facts".
 * English has two forms; a language with more gets its forms as further keys.
 */
export function plural(count: number, one: MessageKey, other: MessageKey): string {
  const form = new Intl.PluralRules(locale()).select(count);
  return say(form === 'one' ? one : other, { count });
}
