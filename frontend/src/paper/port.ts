// A worker as something that can be asked: requests out, answers in, and its death told.
import type { Diagnostic } from './engine';
import type { Answer, Operation, Operations } from './protocol';

/** The part of a Worker that is used; tests have one of their own. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** A request the worker refused, with the compiler's own words. */
export class PaperError extends Error {
  constructor(
    message: string,
    readonly diagnostics: Diagnostic[] = [],
    /** Whether the worker is gone. */
    readonly died = false,
  ) {
    super(message);
    this.name = 'PaperError';
  }
}

interface Waiting {
  resolve(give: unknown): void;
  reject(error: PaperError): void;
}

/** One worker. */
export class Port {
  #worker: WorkerLike;
  #waiting = new Map<number, Waiting>();
  #last = 0;
  #dead = false;
  #retiring = false;

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#answered(data as Answer);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#died(event.message || 'the worker stopped');
    };
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Nothing is under way. */
  get idle(): boolean {
    return this.#waiting.size === 0;
  }

  ask<K extends Operation>(op: K, take: Operations[K][0]): Promise<Operations[K][1]> {
    if (this.#dead) return Promise.reject(new PaperError('the worker stopped', [], true));
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (give: unknown) => void, reject });
      this.#worker.postMessage({ id, op, take });
    });
  }

  /** Ends the worker; what is under way is refused. */
  close(): void {
    this.#died('closed');
  }

  /** Ends the worker when what is under way is answered. */
  retire(): void {
    this.#retiring = true;
    // Whoever got the last answer may be about to ask for what it was wanted for.
    setTimeout(() => this.idle && this.close());
  }

  #answered({ id, give, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new PaperError(error.message, error.diagnostics));
    else waiting?.resolve(give);
    if (this.#retiring) this.retire();
  }

  #died(message: string): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new PaperError(message, [], true));
    this.#waiting.clear();
  }
}
