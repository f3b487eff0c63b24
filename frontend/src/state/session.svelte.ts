import { type AccountView, account } from '../api/account';
import { on } from '../api/events';
import { type SystemView, system } from '../api/system';
import { type Trouble, troubleOf } from './trouble';

/** What the whole window shows. */
export type Phase = 'boot' | 'firstRun' | 'locked' | 'ready' | 'wiping' | 'broken';

/** Whether there is a profile on this computer, and whether it is open. */
export class Session {
  account = $state.raw<AccountView>();
  system = $state.raw<SystemView>();
  /** What keeps the app from starting, or from opening a profile without an app lock. */
  trouble = $state.raw<Trouble>();
  /** The first run goes on after the profile is made, until finishSetup. */
  settingUp = $state(false);
  /** The page has just come: until it is known better, a profile without an app lock is about to open. */
  #arriving = $state(false);

  readonly phase: Phase = $derived.by(() => {
    if (!this.account) return this.trouble ? 'broken' : 'boot';
    if (this.account.state === 'wiping') return 'wiping';
    if (this.account.state === 'none' || this.settingUp) return 'firstRun';
    if (this.account.state === 'unlocked') return 'ready';
    return this.#arriving && !this.account.hasPassphrase ? 'boot' : 'locked';
  });

  /** Tells the Go side that the page is there, and reads the state. Follows it from then on. */
  async start(): Promise<void> {
    on('account:changed', () => void this.refresh());
    on('resync', () => void this.refresh());
    this.#arriving = true;
    await this.#try(async () => {
      [this.system, this.account] = await Promise.all([system.ready(), account.status()]);
    });
    await this.#openWithoutLock();
    this.#arriving = false;
  }

  async refresh(): Promise<void> {
    await this.#try(async () => {
      this.account = await account.status();
    });
  }

  /** Starts again after trouble. */
  async retry(): Promise<void> {
    this.trouble = undefined;
    await this.refresh();
    await this.#openWithoutLock();
  }

  /** Rejects with an AppError when the passphrase is wrong or it is too soon. */
  async unlock(passphrase: string): Promise<void> {
    try {
      await account.unlock(passphrase);
      this.trouble = undefined;
    } finally {
      await this.refresh();
    }
  }

  async lock(): Promise<void> {
    await account.lock();
    await this.refresh();
  }

  /** Makes the profile; the first run goes on. */
  async create(passphrase: string): Promise<void> {
    this.settingUp = true;
    try {
      await account.create(passphrase);
    } catch (reason) {
      this.settingUp = false;
      throw reason;
    } finally {
      await this.refresh();
    }
  }

  /** Removes every trace of the example and goes back to what was there before. */
  async leaveExample(): Promise<void> {
    try {
      await account.leaveExample();
    } finally {
      await this.refresh();
    }
    await this.#openWithoutLock();
  }

  finishSetup(): void {
    this.settingUp = false;
  }

  /** A profile without an app lock opens by itself at the start. */
  async #openWithoutLock(): Promise<void> {
    if (this.account?.state !== 'locked' || this.account.hasPassphrase) return;
    await this.#try(() => this.unlock(''));
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }
}
