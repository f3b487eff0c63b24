import { type Trouble, troubleOf } from './trouble';

/** How soon after a key something is saved, in milliseconds; saving takes a few more. */
export const saveAfterMs = 200;

/** How long after the last key it is said that a field can't be kept as it is: it may be half typed. */
export const complainAfterMs = 800;

/**
 * A thing being edited that saves itself: a moment after a change, however long the
 * typing goes on, and at once when it is left. What can't be saved stays as it was typed,
 * with the reason.
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
  /** Trouble that isn't told yet, because somebody is still typing. */
  #untold: Trouble | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

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
    if (this.status !== 'saving') this.status = 'waiting';
    this.#timer ??= setTimeout(() => void this.#keep(), saveAfterMs);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), complainAfterMs);
  }

  /** Saves what isn't kept, now; resolves when that is done or refused. */
  async flush(): Promise<void> {
    await this.#keep();
    this.#tell();
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

  async #keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#running) await this.#running;
    if (!this.unsaved) {
      this.#settle(undefined);
      return;
    }
    this.#running = this.#write().finally(() => (this.#running = undefined));
    await this.#running;
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
    this.#untold = trouble;
    // A disk that is full is told at once, a date that is half typed is not.
    if (trouble && trouble.field !== '' && !this.trouble) this.status = 'waiting';
    else this.#show();
  }

  #tell(): void {
    if (this.#untold) this.#show();
  }

  #show(): void {
    this.trouble = this.#untold;
    this.status = this.trouble ? 'refused' : this.unsaved ? 'waiting' : 'kept';
  }
}
