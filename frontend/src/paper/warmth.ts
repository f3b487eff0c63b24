// What one Paper leaves the next, so that it shows its first page at once.
import type { Port } from './port';
import type { Handover } from './typesetter';

/** How long a worker that nobody uses is kept, in milliseconds: to a fact in the ledger and back. */
export const keptMs = 120_000;

/** Kept by whoever opens one Paper after another. */
export class Warmth {
  /** The compiled modules and the fonts read so far; set after the first page. Nothing of a person. */
  handover?: Handover;
  #keeps: boolean;
  #port?: Port;
  #timer?: ReturnType<typeof setTimeout>;

  /** `keeps` says whether workers may be kept: they still know the last résumé. */
  constructor(keeps = false) {
    this.#keeps = keeps;
  }

  /** Workers may be kept from now on. */
  open(): void {
    this.#keeps = true;
  }

  /** Ends the worker that is kept, and every one that is given back until it is opened again. */
  shut(): void {
    this.#keeps = false;
    this.#end();
  }

  /** Takes a worker back from a Paper that is done with it. */
  give(port: Port): void {
    this.#end();
    if (!this.#keeps || !port.idle) return port.close();
    this.#port = port;
    this.#timer = setTimeout(() => this.#end(), keptMs);
  }

  /** The worker that is kept, for good; undefined if there is none. */
  take(): Port | undefined {
    clearTimeout(this.#timer);
    const port = this.#port;
    this.#port = undefined;
    return port?.dead ? undefined : port;
  }

  #end(): void {
    this.take()?.close();
  }
}
