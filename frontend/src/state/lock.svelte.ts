import { account } from '../api/account';
import { m } from '../i18n/messages';
import type { Announcer } from './announcer.svelte';
import { Countdown } from './countdown.svelte';
import type { Session } from './session.svelte';
import { type Trouble, troubleAt, troubleOf } from './trouble';

/** The lock screen: trying a passphrase, waiting after wrong ones, the way back by recovery key. */
export class LockScreen {
  /** Which of the two ways in is shown. */
  way = $state<'passphrase' | 'recovery'>('passphrase');
  passphrase = $state('');
  recoveryKey = $state('');
  /** The new app lock after a recovery; empty is none, where there is a keyring. */
  nextPassphrase = $state('');
  /** The new passphrase typed a second time. */
  again = $state('');
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  readonly wait: Countdown;
  readonly #session: Session;
  readonly #announcer: Announcer;

  constructor(session: Session, announcer: Announcer) {
    this.#session = session;
    this.#announcer = announcer;
    this.wait = new Countdown(() => this.#waited());
    this.wait.start(session.account?.retryAfterMs ?? 0);
  }

  /** Tries the passphrase; a wrong one stays to be put right. */
  async unlock(): Promise<void> {
    if (this.busy || this.wait.seconds > 0) return;
    await this.#try(async () => {
      await this.#session.unlock(this.passphrase);
      this.#forget();
    });
  }

  /** Opens the profile with the recovery key and puts the new passphrase in place. */
  async recover(): Promise<void> {
    if (this.busy) return;
    if (this.nextPassphrase !== this.again) {
      this.trouble = troubleAt('again', 'first.passphraseDiffers');
      return;
    }
    await this.#try(async () => {
      await account.recover(this.recoveryKey, this.nextPassphrase);
      this.#forget();
      await this.#session.refresh();
    });
  }

  /** Changes between the two ways in; what was typed stays. */
  choose(way: 'passphrase' | 'recovery'): void {
    this.way = way;
    this.trouble = undefined;
  }

  /** The screen goes away. */
  close(): void {
    this.wait.stop();
    this.#forget();
  }

  /** The sentence for one input, or empty. Trouble without an input belongs to the first one shown. */
  errorAt(field: 'passphrase' | 'again' | 'recoveryKey'): string {
    const first = this.way === 'recovery' ? 'recoveryKey' : 'passphrase';
    return this.trouble && (this.trouble.field || first) === field ? this.trouble.sentence : '';
  }

  async #try(work: () => Promise<void>): Promise<void> {
    const way = this.way;
    this.busy = true;
    this.trouble = undefined;
    try {
      await work();
    } catch (reason) {
      const trouble = troubleOf(reason);
      // What a passphrase did wrong is no word for somebody who has gone on to the recovery key.
      if (way === this.way) this.trouble = trouble;
      this.#startWaiting(trouble.retryAfterMs || (this.#session.account?.retryAfterMs ?? 0));
    }
    this.busy = false;
  }

  #startWaiting(ms: number): void {
    this.wait.start(ms);
    if (ms > 0) this.#announcer.tell(m['lock.wait']({ seconds: this.wait.seconds }));
  }

  #waited(): void {
    this.trouble = undefined;
    this.#announcer.tell(m['lock.waited']());
  }

  #forget(): void {
    this.passphrase = '';
    this.recoveryKey = '';
    this.nextPassphrase = '';
    this.again = '';
  }
}
