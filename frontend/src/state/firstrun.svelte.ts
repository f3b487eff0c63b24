import { account } from '../api/account';
import type { Session } from './session.svelte';
import { type Trouble, troubleOf } from './trouble';

/** The steps of the first run, in order. */
export const steps = ['age', 'lock'] as const;

/** A step of the first run. */
export type Step = (typeof steps)[number];

/** The first run: the date question, then how the profile is opened. */
export class FirstRun {
  step = $state<Step>('age');
  /** Under 18: a kind refusal, for as long as the app runs. */
  refused = $state(false);
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Answers the date question; only the yes is kept, and only once there is a profile. */
  async answerAge(year: number, month: number, day: number): Promise<void> {
    await this.#try(async () => {
      await account.confirmAge(year, month, day);
      this.step = 'lock';
    });
    this.refused = this.trouble?.key === 'account.underAge';
  }

  /** Makes the profile, with an app lock or (empty) without. */
  async create(passphrase: string): Promise<void> {
    await this.#try(async () => {
      await this.#session.create(passphrase);
      this.#session.finishSetup();
    });
  }

  back(): void {
    this.trouble = undefined;
    this.step = steps[Math.max(0, steps.indexOf(this.step) - 1)] ?? 'age';
  }

  async #try(work: () => Promise<void>): Promise<void> {
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
