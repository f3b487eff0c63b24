// Which parts of the ledger a search shows.
import { plain } from './marked';
import { fold } from './text';

/** A job as far as a search needs it. */
export interface Job {
  name: string;
  position: string;
  location: string;
  summary: string;
  highlights: { id: string; text: string }[];
}

/** Whether every word of the query stands somewhere in the texts. */
export function mentions(texts: readonly string[], query: string): boolean {
  const all = fold(texts.join('\n'));
  return fold(query)
    .split(/\s+/u)
    .filter(Boolean)
    .every((word) => all.includes(word));
}

/** The job with the facts that fit; the whole job if it fits itself; undefined if nothing does. */
export function fitting<T extends Job>(job: T, query: string): T | undefined {
  const own = [job.name, job.position, job.location, plain(job.summary)];
  if (mentions(own, query)) return job;
  const highlights = job.highlights.filter(({ text }) => mentions([...own, plain(text)], query));
  return highlights.length > 0 ? { ...job, highlights } : undefined;
}
