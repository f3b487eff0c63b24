import { on } from '../api/events';
import type { Session } from './session.svelte';
import type { SettingsState } from './settings.svelte';
import type { Toasts } from './toasts.svelte';
import { troubleOf } from './trouble';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const lookMs = 5000;
/** A level above this is somebody speaking; a spoken answer is input too. */
const audible = 0.1;

/** Locks the app after some minutes without input. Without an app lock it does nothing. */
export class AutoLock {
  /** After how many minutes it locked the last time; 0 if somebody locked it by hand. */
  lockedAfterMin = $state(0);
  readonly #session: Session;
  readonly #settings: SettingsState;
  readonly #toasts: Toasts;
  #lastAt = Date.now();

  constructor(session: Session, settings: SettingsState, toasts: Toasts) {
    this.#session = session;
    this.#settings = settings;
    this.#toasts = toasts;
  }

  /** Watches from now on; the function given back ends it. */
  start(target: Window = window): () => void {
    const touch = () => this.#touch();
    for (const sign of signs) target.addEventListener(sign, touch, { capture: true, passive: true });
    const deaf = on('microphone:level', ({ level }) => {
      if (level > audible) this.#touch();
    });
    const timer = setInterval(() => this.#look(), lookMs);
    return () => {
      for (const sign of signs) target.removeEventListener(sign, touch, { capture: true });
      deaf();
      clearInterval(timer);
    };
  }

  /** The profile was opened: the minutes begin. */
  opened(): void {
    this.#lastAt = Date.now();
    this.lockedAfterMin = 0;
  }

  /** The first sign of life after a long sleep comes too late to count. */
  #touch(): void {
    if (!this.#due()) this.#lastAt = Date.now();
  }

  #due(): boolean {
    const minutes = this.#settings.current.lockAfterMin;
    return minutes > 0 && Date.now() - this.#lastAt >= minutes * 60_000;
  }

  #look(): void {
    if (this.#session.phase !== 'ready' || !this.#session.account?.hasPassphrase || !this.#due()) return;
    this.lockedAfterMin = this.#settings.current.lockAfterMin;
    this.#lastAt = Date.now(); // if it can't be locked, the next try is a whole while later
    this.#session.lock().catch((reason) => {
      this.lockedAfterMin = 0;
      this.#toasts.trouble(troubleOf(reason));
    });
  }
}
