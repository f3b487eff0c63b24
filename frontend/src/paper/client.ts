// The page's side of typesetting: owns the worker, never has more than one compile under
// way, keeps what is shown while one fails, and changes the worker before it grows too big.
import type { Document } from './document';
import type { PageSize } from './engine';
import type { FitResult } from './fit';
import type { PageText } from './pageText';
import type { PictureProblem } from './picture';
import { PaperError, Port, type WorkerLike } from './port';
import type { LaidOut, View } from './protocol';
import type { MissingScript } from './scripts';
import type { Drawn, PaperJob } from './typesetter';
import { Warmth } from './warmth';

/** What to show. Bitmaps are the receiver's: drawn once, then gone. */
export interface Pages {
  /** What they are the pages of; undefined before the first. */
  job?: PaperJob;
  /** Of all pages, in pt. */
  sizes: PageSize[];
  /** Pages in sight that look different from before. */
  drawn: Drawn[];
  missing: MissingScript[];
  picture?: PictureProblem;
  /** Set while the last job gave no pages: the pages before it are still the ones shown. */
  problem?: PaperError;
  compileMs: number;
  drawMs: number;
}

/** When the worker is to be changed for a new one: at so much memory, or twice what its first layout took. */
const mostCompiles = 80;
const mostMemory = 224 * 1024 * 1024;

/** The change takes a second of another processor: it waits until nothing was asked for so many milliseconds. */
export const restMs = 1500;

/** But not longer than until so many times as much. */
const atLast = 2;

const nothing: Pages = { sizes: [], drawn: [], missing: [], compileMs: 0, drawMs: 0 };

/** Has a worker started for the Paper that is about to come. */
export function prepare(warmth: Warmth): void {
  if (!warmth.warm) new Paper(warmth).close();
}

/** One résumé on paper, for as long as its screen is open. */
export class Paper {
  #create: () => WorkerLike;
  #warmth: Warmth;
  #port: Promise<Port>;
  #sent = new WeakMap<Port, PaperJob>();
  #next?: PaperJob;
  #last?: PaperJob;
  #busy?: Promise<void>;
  /** The worker that is being readied to follow the one at work. */
  #following?: Port;
  /** Until nothing was asked for long enough. */
  #rest?: ReturnType<typeof setTimeout>;
  /** The memory of the worker at work after its first layout, in bytes. */
  #least = 0;
  #closed = false;
  #views: View[] = [];
  #pages: Pages = nothing;
  #show: (pages: Pages) => void = () => {};

  constructor(warmth = new Warmth(), create: () => WorkerLike = startWorker) {
    this.#warmth = warmth;
    this.#create = create;
    this.#port = this.#first();
    // Told when somebody asks for something.
    this.#port.catch(() => {});
  }

  /** Calls back with what changed on the pages; one receiver, for the bitmaps are its own. */
  onpages(show: (pages: Pages) => void): void {
    this.#show = show;
  }

  /** Typesets the job. Of several asked for while one is under way only the last counts. */
  update(job: PaperJob): void {
    clearTimeout(this.#rest);
    this.#next = job;
    this.#busy ??= this.#work();
  }

  /** Says which pages are in sight, and at how many device pixels per pt. */
  look(pages: number[], scale: number): void {
    const known = new Map(
      this.#views.filter((view) => view.scale === scale).map((view) => [view.page, view.key]),
    );
    this.#views = pages.map((page) => ({ page, scale, key: known.get(page) ?? '' }));
    const last = this.#last;
    if (last && !this.#next) this.update(last);
  }

  /** Forgets what is shown: every page in sight is drawn again. */
  redraw(): void {
    this.#views = this.#views.map((view) => ({ ...view, key: '' }));
    if (this.#last) this.update(this.#last);
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  /** The text of a job's pages with its places: for selecting, and for reading back. */
  async texts(job: PaperJob): Promise<PageText[]> {
    await this.settled();
    return (await this.#ready(job)).ask('texts', { document: job.document });
  }

  /** A job's pages as one picture of shapes: for print.ts. */
  async svg(job: PaperJob): Promise<string> {
    return (await this.#ready(job)).ask('svg', { document: job.document });
  }

  /** The finished file with the JSON Resume attached. */
  async pdf(job: PaperJob, source?: Uint8Array): Promise<Uint8Array> {
    return (await this.#ready(job)).ask('pdf', { document: job.document, source });
  }

  /** The least change of the layout that makes the job fit so many pages. */
  async fit(job: PaperJob, pages: number): Promise<FitResult> {
    return (await this.#ready(job)).ask('fit', { document: job.document, pages });
  }

  /** The scripts of a document, so that the system can be asked for fonts of them. */
  async scripts(document: Document): Promise<string[]> {
    return (await this.#alive()).ask('scripts', document);
  }

  /** The scripts without a glyph when the pages shown were made. */
  missingScripts(): MissingScript[] {
    return this.#pages.missing;
  }

  /** Shows nothing any more, and leaves its worker to the next. */
  close(): void {
    this.#closed = true;
    this.#next = undefined;
    this.#following?.close();
    clearTimeout(this.#rest);
    this.#warmth.give(this.#port);
  }

  async #work(): Promise<void> {
    // Let a run of updates in one turn be one.
    await Promise.resolve();
    while (this.#next && !this.#closed) {
      const job = this.#next;
      this.#next = undefined;
      this.#last = job;
      await this.#typeset(job);
    }
    this.#busy = undefined;
  }

  async #typeset(job: PaperJob): Promise<void> {
    try {
      const port = await this.#ready(job);
      this.#shown(job, await port.ask('layout', { document: job.document, views: this.#views }));
      this.#warmth.handover ??= await port.ask('handover', undefined);
    } catch (error) {
      if (this.#closed) return;
      this.#pages = { ...this.#pages, drawn: [], problem: asProblem(error) };
      this.#show(this.#pages);
    }
  }

  #shown(job: PaperJob, laidOut: LaidOut): void {
    if (this.#closed) return;
    const { pages: sizes, drawn, missing, picture, compileMs, drawMs } = laidOut;
    for (const { page, key } of drawn) {
      const view = this.#views.find((view) => view.page === page);
      if (view) view.key = key;
    }
    this.#pages = { job, sizes, drawn: drawn.filter(({ bitmap }) => bitmap), missing, picture, compileMs, drawMs };
    this.#show(this.#pages);
    if (laidOut.compiles === 1) this.#least = laidOut.memory;
    this.#changeInTime(laidOut);
  }

  #changeInTime({ compiles, memory }: LaidOut): void {
    // A very long résumé takes more than that at once: another worker would take as much.
    const most = Math.max(mostMemory, 2 * this.#least);
    const grown = Math.max(compiles / mostCompiles, memory / most);
    if (grown >= atLast) void this.#change();
    else if (grown >= 1) this.#rest = setTimeout(() => void this.#change(), restMs);
  }

  /** The worker, alive, and with the picture and the fonts of the job. */
  async #ready(job: PaperJob): Promise<Port> {
    const port = await this.#alive();
    await this.#provide(port, job);
    return port;
  }

  async #alive(): Promise<Port> {
    const port = await this.#port.catch(() => undefined);
    // Its worker is another's now, or gone with the profile.
    if (this.#closed) throw new PaperError('closed', [], true);
    if (port && !port.dead) return port;
    this.#port = this.#start();
    return this.#port;
  }

  async #provide(port: Port, job: PaperJob): Promise<void> {
    const sent = this.#sent.get(port);
    if (sent && sameAssets(sent, job)) return;
    if (!sent && !job.picture && !job.extraFonts?.length) return;
    await port.ask('assets', { picture: job.picture, extraFonts: job.extraFonts ?? [] });
    this.#sent.set(port, job);
  }

  /** The worker of the Paper before, if there is one: it has compiled all that a page needs. */
  async #first(): Promise<Port> {
    const kept = await this.#warmth.take();
    if (!kept) return this.#start();
    // It still has the picture and the fonts of another résumé.
    await kept.ask('assets', { extraFonts: [] });
    return kept;
  }

  async #start(): Promise<Port> {
    const port = new Port(this.#create());
    try {
      await port.ask('start', this.#warmth.handover);
    } catch (reason) {
      port.close();
      throw reason;
    }
    return port;
  }

  /** Readies another worker beside the one at work and goes over to it. */
  async #change(): Promise<void> {
    const old = await this.#port;
    if (this.#following || this.#closed) return;
    const next = new Port(this.#create());
    this.#following = next;
    try {
      await next.ask('start', await old.ask('handover', undefined));
      // The first compile is the slow one; it happens before anybody waits for it.
      const least = this.#last ? await this.#warm(next, this.#last) : 0;
      if (this.#closed) return;
      this.#least = least;
      this.#port = Promise.resolve(next);
      old.retire();
    } catch {
      next.close();
    } finally {
      this.#following = undefined;
    }
  }

  /** Lays a job out for the first time; gives the memory that took. */
  async #warm(port: Port, job: PaperJob): Promise<number> {
    await this.#provide(port, job);
    return (await port.ask('layout', { document: job.document, views: [] })).memory;
  }
}

/** A worker with a typesetter of its own. */
export function startWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'paper' });
}

function sameAssets(a: PaperJob, b: PaperJob): boolean {
  const [one, other] = [a.extraFonts ?? [], b.extraFonts ?? []];
  return (
    a.picture === b.picture &&
    one.length === other.length &&
    one.every((font, i) => font.bytes === other[i]?.bytes)
  );
}

function asProblem(error: unknown): PaperError {
  return error instanceof PaperError
    ? error
    : new PaperError(error instanceof Error ? error.message : String(error));
}
