// Quotes in an answer: stretches of its words, numbered in the order they stand.

/** A stretch of words by their indexes, to exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/** A stretch with the number it is shown by, from 1. */
export interface Quote extends Stretch {
  number: number;
}

/** A run of the answer's words that is shown alike. */
export interface Run {
  words: string[];
  from: number;
  /** The quotes that end with this run. */
  ends: number[];
  /** It is part of a quote. */
  marked: boolean;
}

/** The stretches once each, in their order, numbered. */
export function numbered(stretches: readonly Stretch[]): Quote[] {
  const known = new Map(stretches.map((s) => [`${s.from} ${s.to}`, s]));
  return [...known.values()]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to }, i) => ({ from, to, number: i + 1 }));
}

/** The number of a stretch; 0 if it isn't among the quotes. */
export function numberOf(quotes: readonly Quote[], { from, to }: Stretch): number {
  return quotes.find((q) => q.from === from && q.to === to)?.number ?? 0;
}

/** The words cut wherever a quote begins or ends. */
export function runs(words: readonly string[], quotes: readonly Quote[]): Run[] {
  const cuts = new Set([0, words.length, ...quotes.flatMap(({ from, to }) => [from, to])]);
  const places = [...cuts].filter((at) => at >= 0 && at <= words.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1]!;
    return {
      words: words.slice(from, to),
      from,
      ends: quotes.filter((q) => q.to === to).map((q) => q.number),
      marked: quotes.some((q) => q.from <= from && to <= q.to),
    };
  });
}
