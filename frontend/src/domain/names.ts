// How an organisation or a person is shown when there is no picture.

/** One or two capitals: of the first and last word, or of the only word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const letters = [...first].slice(0, last ? 1 : 2).join('') + [...last].slice(0, 1).join('');
  return letters.toLocaleUpperCase();
}

/** A tint from 1 to 4 that stays the same for the same name. */
export function tint(name: string): 1 | 2 | 3 | 4 {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return ((sum % 4) + 1) as 1 | 2 | 3 | 4;
}
