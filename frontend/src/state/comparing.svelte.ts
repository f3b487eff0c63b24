import { on } from '../api/events';
import { type Comparison, rehearsals } from '../api/rehearsals';
import { type Trouble, troubleOf } from './trouble';

/** Which two attempts are looked at. */
interface Pair {
  question: number;
  first: number;
  second: number;
}

/** Two attempts at a question beside one another, read anew whenever the rehearsal changes. */
export class Comparing {
  view = $state.raw<Comparison>();
  trouble = $state.raw<Trouble>();
  readonly #id: string;
  #pair: Pair | undefined;

  constructor(id: string) {
    this.#id = id;
  }

  follow(): () => void {
    const stops = [
      on('rehearsal:changed', ({ id }) => id === this.#id && void this.#read()),
      on('resync', () => void this.#read()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  show(pair: Pair): Promise<void> {
    this.view = undefined;
    this.#pair = pair;
    return this.#read();
  }

  /** What was asked for before another pair was chosen, or before a newer reading, comes too late. */
  async #read(): Promise<void> {
    if (!this.#pair) return;
    const pair = { ...this.#pair };
    this.#pair = pair;
    try {
      const view = await rehearsals.compare(this.#id, pair.question, pair.first, pair.second);
      if (this.#pair !== pair) return;
      this.view = view;
      this.trouble = undefined;
    } catch (reason) {
      if (this.#pair === pair) this.trouble = troubleOf(reason);
    }
  }
}
