import { Turns } from './turns';

/**
 * Something kept elsewhere, of which parts are chosen one after another. A choice shows at
 * once and is kept in its turn. One that can't be kept is taken back, and no other with it;
 * reading again moves none back that is still on its way.
 */
export class Chosen<T extends object> {
  #kept = $state.raw() as T;
  #underway = $state.raw<Partial<T>[]>([]);
  readonly #turns = new Turns();

  /** What is kept, with every choice that is on its way. */
  readonly value: T = $derived(Object.assign({}, this.#kept, ...this.#underway) as T);

  /** `initial` is what counts until something is read. */
  constructor(initial: T) {
    this.#kept = initial;
  }

  /** Reads what is kept. */
  read(get: () => Promise<T>): Promise<void> {
    return this.#turns.take(async () => {
      this.#kept = await get();
    });
  }

  /** Shows a choice and has it kept; `keep` is given the whole and gives back the whole as it is kept. */
  choose(choice: Partial<T>, keep: (value: T) => Promise<T>): Promise<void> {
    this.#underway = [...this.#underway, choice];
    return this.#turns.take(async () => {
      try {
        this.#kept = await keep({ ...this.#kept, ...choice });
      } finally {
        this.#underway = this.#underway.filter((other) => other !== choice);
      }
    });
  }
}
