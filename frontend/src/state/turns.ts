/** Calls one after another, so that each begins with what the one before has left. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Waits for its turn; a call that fails holds up none of those after it. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
