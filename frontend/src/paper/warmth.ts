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
  #port?: Promise<Port>;
  #timer?: ReturnType<typeof setTimeout>;

  /** `keeps` says whether workers may be kept: they still know the last résumé. */
  constructor(keeps = false) {
    this.#keeps = keeps;
  }

  /** Whether a worker is kept. */
  get warm(): boolean {
    return this.#port !== undefined;
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

  /** Takes a worker back from a Paper that is done with it, be it still starting. */
  give(port: Promise<Port>): void {
    this.#end();
    this.#port = port;
    if (this.#keeps) this.#timer = setTimeout(() => this.#end(), keptMs);
    else this.#end();
  }

  /** The worker that is kept, for good; undefined if there is none, or none that could begin at once. */
  async take(): Promise<Port | undefined> {
    const port = await this.#forget()?.catch(() => undefined);
    if (port?.idle && !port.dead) return port;
    port?.close();
    return undefined;
  }

  #forget(): Promise<Port> | undefined {
    clearTimeout(this.#timer);
    const port = this.#port;
    this.#port = undefined;
    return port;
  }

  #end(): void {
    this.#forget()?.then(
      (port) => port.close(),
      () => {}, // it never started
    );
  }
}
