import { uploadBackup } from '../api/files';
import { privacy } from '../api/privacy';
import type { Session } from './session.svelte';
import { type Trouble, troubleOf } from './trouble';

/** Putting a backup in the place of a missing profile. */
export class Restoring {
  file = $state.raw<File>();
  recoveryKey = $state('');
  passphrase = $state('');
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  readonly #session: Session;
  /** Stands for the file once it is with the Go side: a mistyped key doesn't send it again. */
  #token = '';

  constructor(session: Session) {
    this.#session = session;
  }

  choose(file: File | undefined): void {
    if (!file) return;
    this.file = file;
    this.#token = '';
    this.trouble = undefined;
  }

  /** Restores; when it worked the profile is open. */
  async restore(): Promise<void> {
    if (this.busy || !this.file) return;
    this.busy = true;
    this.trouble = undefined;
    try {
      this.#token ||= await uploadBackup(this.file);
      await privacy.restore(this.#token, this.recoveryKey, this.passphrase);
      this.forget();
      await this.#session.refresh();
    } catch (reason) {
      this.#fail(troubleOf(reason));
    }
    this.busy = false;
  }

  forget(): void {
    this.file = undefined;
    this.recoveryKey = '';
    this.passphrase = '';
    this.trouble = undefined;
    this.#token = '';
  }

  /** The sentence for one input; trouble without one belongs to the file. */
  errorAt(field: string): string {
    return this.trouble && (this.trouble.field || 'file') === field ? this.trouble.sentence : '';
  }

  #fail(trouble: Trouble): void {
    if (trouble.key === 'file.gone') this.#token = '';
    this.trouble = trouble.key === 'vault.recoveryWrong' ? { ...trouble, field: 'recoveryKey' } : trouble;
  }
}
