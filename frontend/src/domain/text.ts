// Finding a query in a line, so that a list can show why a row is there.

/** A stretch of a line; hit says that the query matched here. */
export interface Stretch {
  text: string;
  hit: boolean;
}

/** Letters alone: lower case, without accents, so that "resume" finds "Résumé". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Splits a line at the first place where the query occurs; accents and case don't matter. */
export function highlight(line: string, query: string): Stretch[] {
  const wanted = fold(query.trim());
  // Folding must keep positions for the cut; where it doesn't, the line stays whole.
  const folded = fold(line);
  const at = wanted === '' || folded.length !== line.length ? -1 : folded.indexOf(wanted);
  if (at < 0) return [{ text: line, hit: false }];
  const end = at + wanted.length;
  return [
    { text: line.slice(0, at), hit: false },
    { text: line.slice(at, end), hit: true },
    { text: line.slice(end), hit: false },
  ].filter((part) => part.text !== '');
}

/** Whether every word of the query begins somewhere in the line. */
export function matches(line: string, query: string): boolean {
  const folded = ` ${fold(line)}`;
  return fold(query)
    .split(/\s+/u)
    .filter(Boolean)
    .every((word) => folded.includes(` ${word}`));
}
