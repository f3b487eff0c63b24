import { type RecoveryKeyView, account } from '../api/account';
import type { Session } from './session.svelte';
import { type Trouble, troubleOf } from './trouble';

/** Making a recovery key: offered, shown once, two groups typed back, done. */
export class RecoveryKeyMaking {
  stage = $state<'offer' | 'shown' | 'check' | 'done'>('offer');
  key = $state.raw<RecoveryKeyView>();
  /** What was typed back, by the number of the group. */
  typed = $state<Record<number, string>>({});
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Makes a key and shows it; it opens nothing until it is confirmed. */
  async make(): Promise<void> {
    await this.#try(async () => {
      this.key = await account.newRecoveryKey();
      this.typed = Object.fromEntries(this.key.ask.map((group) => [group, '']));
      this.stage = 'shown';
    });
  }

  /** The key is written down: now two of its groups are asked for. */
  check(): void {
    this.stage = 'check';
    this.trouble = undefined;
  }

  /** Shows the key again, to look something up. */
  look(): void {
    this.stage = 'shown';
    this.trouble = undefined;
  }

  async confirm(): Promise<void> {
    const asked = this.key?.ask ?? [];
    await this.#try(async () => {
      await account.confirmRecoveryKey(asked.map((group) => ({ group, text: this.typed[group] ?? '' })));
      await this.#session.refresh();
      this.forget();
      this.stage = 'done';
    });
  }

  /** Drops the key from memory; what was not confirmed opens nothing. */
  forget(): void {
    this.key = undefined;
    this.typed = {};
    this.trouble = undefined;
    this.stage = 'offer';
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = undefined;
    try {
      await work();
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
    this.busy = false;
  }
}
