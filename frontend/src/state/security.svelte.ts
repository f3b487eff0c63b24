import { account } from '../api/account';
import { type DamageView as Damage, privacy } from '../api/privacy';
import { say } from '../i18n/messages';
import { RecoveryKeyMaking } from './recoveryKey.svelte';
import type { Session } from './session.svelte';
import type { Tasks } from './tasks.svelte';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleAt, troubleOf } from './trouble';

export type { Damage };

/** The app lock, the recovery key, backups, and what could not be opened. */
export class Security {
  /** What is being done to the app lock; empty while its form is closed. */
  changing = $state<'' | 'set' | 'change' | 'remove'>('');
  current = $state('');
  next = $state('');
  again = $state('');
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  backingUp = $state(false);
  /** A backup was asked for and there is no recovery key to open it. */
  backupNeedsKey = $state(false);
  damaged = $state.raw<Damage[]>([]);
  readonly recovery: RecoveryKeyMaking;
  readonly #session: Session;
  readonly #tasks: Tasks;
  readonly #toasts: Toasts;

  constructor(session: Session, tasks: Tasks, toasts: Toasts) {
    this.#session = session;
    this.#tasks = tasks;
    this.#toasts = toasts;
    this.recovery = new RecoveryKeyMaking(session);
  }

  async load(): Promise<void> {
    try {
      this.damaged = await privacy.damaged();
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
    }
  }

  /** Opens the form for the app lock. */
  begin(change: 'set' | 'change' | 'remove'): void {
    this.#forget();
    this.changing = change;
  }

  cancel(): void {
    this.#forget();
  }

  /** Sets, changes or removes the app lock. */
  async apply(): Promise<void> {
    if (this.busy) return;
    const next = this.changing === 'remove' ? '' : this.next;
    if (this.changing !== 'remove' && next !== this.again) {
      this.trouble = troubleAt('again', 'first.passphraseDiffers');
      return;
    }
    if (this.changing !== 'remove' && next === '') {
      this.trouble = troubleAt('passphrase', 'account.shortPassphrase'); // empty would mean: remove
      return;
    }
    this.busy = true;
    this.trouble = undefined;
    try {
      await account.changePassphrase(this.current, next);
      this.#toasts.done(say(this.changing === 'remove' ? 'security.lockRemoved' : 'security.lockSet'));
      this.#forget();
      await this.#session.refresh();
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
    this.busy = false;
  }

  /** The sentence for one input; trouble without one belongs to the passphrase of now. */
  errorAt(field: 'current' | 'passphrase' | 'again'): string {
    const first = this.changing === 'set' ? 'passphrase' : 'current';
    return this.trouble && (this.trouble.field || first) === field ? this.trouble.sentence : '';
  }

  /** Writes everything into one encrypted file. */
  async backUp(): Promise<void> {
    if (this.backingUp) return;
    this.backingUp = true;
    this.backupNeedsKey = false;
    try {
      await this.#tasks.run('security.backingUp', () => privacy.startBackup());
      this.#toasts.done(say('security.backedUp'));
    } catch (reason) {
      const trouble = troubleOf(reason);
      this.backupNeedsKey = trouble.key === 'account.backupNeedsKey';
      if (!this.backupNeedsKey) this.#toasts.trouble(trouble);
    }
    this.backingUp = false;
  }

  /** The screen goes away: no secret stays behind. */
  close(): void {
    this.#forget();
    this.recovery.forget();
  }

  #forget(): void {
    this.changing = '';
    this.current = this.next = this.again = '';
    this.trouble = undefined;
  }
}
