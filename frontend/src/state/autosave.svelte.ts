import { type Trouble, troubleOf } from './trouble';

/** How long after the last key something is saved, in milliseconds. */
export const saveAfterMs = 700;

/**
 * A thing being edited that saves itself: some time after the last change, and at once
 * when it is left. What can't be saved stays as it was typed, with the reason.
 */
export class Autosave<T> {
  /** What the fields are bound to. */
  value = $state() as T;
  /** Why the last change isn't kept. */
  trouble = $state.raw<Trouble>();
  status = $state<'kept' | 'waiting' | 'saving' | 'refused'>('kept');
  readonly #save: (value: T) => Promise<T>;
  /** What was sent and accepted, or shown at first. */
  #kept: string;
  /** The same as the other side has it: tidied up. */
  #seen: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  /** save keeps a value and gives it back as it was kept. */
  constructor(initial: T, save: (value: T) => Promise<T>) {
    this.value = JSON.parse(JSON.stringify(initial)) as T;
    this.#kept = this.#seen = JSON.stringify(initial);
    this.#save = save;
  }

  /** Something is on screen that isn't kept. */
  get unsaved(): boolean {
    return JSON.stringify(this.value) !== this.#kept;
  }

  /** Something was typed or chosen. */
  touch(): void {
    clearTimeout(this.#timer);
    if (this.status !== 'saving') this.status = 'waiting';
    this.#timer = setTimeout(() => void this.flush(), saveAfterMs);
  }

  /** Saves what isn't kept, now; resolves when that is done or refused. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (!this.unsaved) {
      this.#settle(undefined);
      return;
    }
    this.#running = this.#write().finally(() => (this.#running = undefined));
    await this.#running;
  }

  /** Shows a newer value from elsewhere, unless something here isn't kept yet. */
  take(value: T): void {
    const text = JSON.stringify(value);
    if (text === this.#seen || this.#running) return;
    this.#seen = text;
    if (this.unsaved) return;
    this.value = JSON.parse(text) as T;
    this.#kept = text;
    this.#settle(undefined);
  }

  /** The sentence for one field, or empty. */
  errorAt(field: string): string {
    return this.trouble?.field === field ? this.trouble.sentence : '';
  }

  async #write(): Promise<void> {
    const text = JSON.stringify(this.value);
    this.status = 'saving';
    try {
      this.#seen = JSON.stringify(await this.#save(JSON.parse(text) as T));
      this.#kept = text;
      this.#settle(undefined);
    } catch (reason) {
      this.#settle(troubleOf(reason));
    }
  }

  #settle(trouble: Trouble | undefined): void {
    this.trouble = trouble;
    this.status = trouble ? 'refused' : this.unsaved ? 'waiting' : 'kept';
  }
}
