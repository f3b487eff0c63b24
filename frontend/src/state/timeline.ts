/** What is timed: from asking for the page to putting it on screen, and making the PDF. */
export type Timed = 'page' | 'pdf';

/** How many pages there are and were drawn, and the worker's part of the time in milliseconds. */
export interface PageDetail {
  pages: number;
  drawn: number;
  compileMs: number;
  drawMs: number;
}

/**
 * Leaves on the browser's own timeline how long something took from a moment on, for
 * whoever measures from outside. Nothing of the person's is in it, and of each name only
 * the last stays.
 */
export function timed(name: Timed, since: number, detail?: PageDetail): void {
  performance.clearMeasures(name);
  performance.measure(name, { start: since, detail });
}
