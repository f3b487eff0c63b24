import { account } from '../api/account';
import { ProfileForm } from './profile.svelte';
import { RecoveryKeyMaking } from './recoveryKey.svelte';
import { Restoring } from './restore.svelte';
import type { Router } from './router.svelte';
import type { Session } from './session.svelte';
import { type Trouble, troubleAt, troubleOf } from './trouble';

/** What is shown of the first run. */
export type Step = 'age' | 'refused' | 'begin' | 'restore' | 'lock' | 'recovery' | 'profile' | 'resume';

/** The ways to begin. */
export type Beginning = 'new' | 'restore' | 'example';

/** The steps that are counted. */
export const steps: readonly Step[] = ['age', 'begin', 'lock', 'recovery', 'profile', 'resume'];

/** The first run, from the date question to the first résumé. */
export class FirstRun {
  step = $state<Step>('age');
  day = $state('');
  month = $state('');
  year = $state('');
  beginning = $state<Beginning>('new');
  /** Whether an app lock is wanted, where there is a choice. */
  locks = $state(false);
  passphrase = $state('');
  again = $state('');
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  readonly recovery: RecoveryKeyMaking;
  readonly restoring: Restoring;
  readonly profile = new ProfileForm();
  readonly #session: Session;
  readonly #router: Router;

  constructor(session: Session, router: Router) {
    this.#session = session;
    this.#router = router;
    this.recovery = new RecoveryKeyMaking(session);
    this.restoring = new Restoring(session);
  }

  /** Answers the date question. A refusal is final for as long as the app runs. */
  async confirmAge(): Promise<void> {
    await this.#try(async () => {
      await account.confirmAge(whole(this.year), whole(this.month), whole(this.day));
      this.#to('begin');
    });
  }

  /** Takes the chosen way. */
  async begin(): Promise<void> {
    if (this.beginning === 'example') await this.#try(() => this.#enterExample());
    else this.#to(this.beginning === 'restore' ? 'restore' : 'lock');
  }

  /** Makes the profile, with or without an app lock. */
  async create(): Promise<void> {
    const wanted = this.locks || this.#session.account?.needsPassphrase;
    if (wanted && this.passphrase !== this.again) {
      this.trouble = troubleAt('again', 'first.passphraseDiffers');
      return;
    }
    await this.#try(async () => {
      await this.#session.create(wanted ? this.passphrase : '');
      this.passphrase = this.again = '';
      this.#to('recovery');
    });
  }

  /** The recovery key is made, or put off. */
  leaveRecovery(): void {
    if (this.recovery.stage !== 'done') this.recovery.forget();
    this.#to('profile');
  }

  async saveProfile(): Promise<void> {
    if (await this.profile.save()) this.#to('resume');
  }

  skipProfile(): void {
    this.#to('resume');
  }

  /** The first run is over: on to the import, or to Today. */
  finish(place: 'import' | 'today'): void {
    this.#router.replace(place === 'import' ? 'ledger.import' : 'today');
    this.#session.finishSetup();
  }

  /** One step back, where there is one: a profile that was made stays made. */
  back(): void {
    const before: Partial<Record<Step, Step>> = {
      begin: 'age',
      restore: 'begin',
      lock: 'begin',
      profile: 'recovery',
      resume: 'profile',
    };
    const step = before[this.step];
    if (step) this.#to(step);
  }

  /** The sentence for one input of this step, or empty. */
  errorAt(field: string): string {
    return this.trouble?.field === field ? this.trouble.sentence : '';
  }

  async #enterExample(): Promise<void> {
    await account.enterExample();
    this.#router.replace('today');
    await this.#session.refresh();
  }

  #to(step: Step): void {
    this.trouble = undefined;
    this.step = step;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = undefined;
    try {
      await work();
    } catch (reason) {
      this.#fail(troubleOf(reason));
    }
    this.busy = false;
  }

  #fail(trouble: Trouble): void {
    if (trouble.key === 'account.underAge') this.#refuse();
    else this.trouble = trouble;
  }

  /** Not even the date stays on the screen. */
  #refuse(): void {
    this.day = this.month = this.year = '';
    this.#to('refused');
  }
}

/** A typed number; what is none becomes 0, which is no day of any calendar. */
function whole(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
}
