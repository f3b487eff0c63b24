// How hard a passphrase is to guess, told in words. This is guidance and no gate: the
// only rule is the shortest length, which the Go side checks.

/** The fewest characters a passphrase may have; the same as in the Go package account. */
const shortestPassphrase = 8;

/** What can be said about a passphrase. */
export type Strength = 'none' | 'short' | 'repeating' | 'fair' | 'good' | 'strong';

const goodLength = 12;
const strongLength = 16;
/** Fewer different characters than this are quickly tried out, however many times they repeat. */
const variedEnough = 5;

/** Judges by length and variety, as NIST SP 800-63B (section 3.1.1.2) advises: no rules about kinds of characters. */
export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase];
  if (characters.length === 0) return 'none';
  if (characters.length < shortestPassphrase) return 'short';
  if (new Set(characters).size < variedEnough) return 'repeating';
  if (characters.length < goodLength) return 'fair';
  return characters.length < strongLength ? 'good' : 'strong';
}

/** How many characters are missing to the shortest length; never negative. */
export function missingCharacters(passphrase: string): number {
  return Math.max(0, shortestPassphrase - [...passphrase].length);
}
