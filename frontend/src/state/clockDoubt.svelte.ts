import { on } from '../api/events';
import { privacy } from '../api/privacy';
import { formatPartialDate } from '../domain/dates';
import { locale, say } from '../i18n/messages';
import type { Toasts } from './toasts.svelte';
import { troubleOf } from './trouble';

/** Asks about the computer's date where it is too far from the latest moment the profile has seen. */
export class ClockDoubt {
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  /** Asks also about a clock that leaps while the profile is open. */
  follow(): () => void {
    return on('clock:doubted', () => void this.look());
  }

  /** Called when the profile opens. The question stays until it is answered or closed. */
  async look(): Promise<void> {
    await this.#try(async () => {
      const { now, latest } = await privacy.clock();
      if (!now) return;
      const text = say('privacy.clockDoubted', { now: dayOf(now), latest: dayOf(latest) });
      this.#toasts.ask(text, { label: say('privacy.clockRight'), run: () => void this.accept() });
    });
  }

  /** The date is right: what is past its date goes now. */
  async accept(): Promise<void> {
    await this.#try(() => privacy.acceptClock());
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
    }
  }
}

/** The day of a moment with its year, "13 Oct 2031". */
function dayOf(stamp: string): string {
  return formatPartialDate(stamp.slice(0, 'yyyy-mm-dd'.length), locale());
}
