import { on } from '../api/events';
import { system } from '../api/system';
import type { Toasts } from './toasts.svelte';
import { troubleOf } from './trouble';

/** The folder everything is kept in. */
export class DataFolder {
  /** The whole path; empty until it is read. */
  path = $state('');
  /** A page in a browser has no way to the system's window for files. */
  canOpen = $state(false);
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  /** Reads it and follows it, since the example lies elsewhere, until the function given back is called. */
  follow(): () => void {
    void this.load();
    return on('account:changed', () => void this.load());
  }

  load = () =>
    this.#try(async () => {
      const { folder, shell } = await system.get();
      this.path = folder;
      this.canOpen = shell === 'desktop';
    });

  open = () => this.#try(() => system.openFolder());

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
    }
  }
}
