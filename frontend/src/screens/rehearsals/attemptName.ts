import { m } from '../../i18n/messages';

/** What an attempt is called, by its number from 0. */
export function attemptName(number: number): string {
  return number === 0 ? m['attempt.first']() : m['attempt.number']({ number: number + 1 });
}
