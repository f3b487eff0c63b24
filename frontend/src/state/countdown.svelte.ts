/** Counts seconds down to a moment. The page's clock decides, so a sleeping computer doesn't stop it. */
export class Countdown {
  /** Whole seconds left, rounded up; 0 is over. */
  seconds = $state(0);
  readonly #over: () => void;
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** over is called once each time a countdown has run out. */
  constructor(over: () => void = () => {}) {
    this.#over = over;
  }

  /** Starts anew with this many milliseconds; none stops it without calling over. */
  start(ms: number): void {
    this.stop();
    if (ms <= 0) return;
    this.#until = Date.now() + ms;
    this.seconds = Math.ceil(ms / 1000);
    this.#timer = setInterval(() => this.#tick(), 250);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.seconds = 0;
  }

  #tick(): void {
    this.seconds = Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
    if (this.seconds > 0) return;
    this.stop();
    this.#over();
  }
}
