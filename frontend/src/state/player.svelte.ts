import { openRecording } from '../api/recordings';
import { peaks } from '../domain/waveform';
import { type Trouble, troubleOf } from './trouble';

/** How many bars a recording is drawn with. */
const barCount = 90;

/** The bars of recordings by id: what is left of a recording that was looked at before. */
export type Shapes = Record<string, number[]>;

/** Draws and plays one recording; its sound is fetched once, and only when somebody looks at it or wants to hear it. */
export class Player {
  playing = $state(false);
  atMs = $state(0);
  bars = $state.raw<number[]>([]);
  trouble = $state.raw<Trouble>();
  readonly totalMs: number;
  readonly #id: string;
  readonly #shapes: Shapes;
  readonly #closed = new AbortController();
  #sound: Promise<HTMLAudioElement> | undefined;
  #audio: HTMLAudioElement | undefined;
  #url = '';

  constructor(id: string, totalMs: number, shapes: Shapes = {}) {
    this.#id = id;
    this.totalMs = totalMs;
    this.#shapes = shapes;
    this.bars = shapes[id] ?? [];
  }

  /** Shows its shape. What can't be fetched is told only to somebody who wants to hear it. */
  async draw(): Promise<void> {
    if (this.bars.length === 0) await this.#open().catch(() => undefined);
  }

  async toggle(): Promise<void> {
    const audio = await this.#ask();
    if (!audio) return;
    if (this.playing) audio.pause();
    else await audio.play().catch((reason: unknown) => (this.trouble = troubleOf(reason)));
  }

  async seek(ms: number): Promise<void> {
    this.atMs = ms;
    const audio = await this.#ask();
    if (audio) audio.currentTime = ms / 1000;
  }

  /** Plays from a moment on. */
  async playFrom(ms: number): Promise<void> {
    await this.seek(ms);
    if (!this.playing) await this.toggle();
  }

  /** Lets go of the sound, or stops fetching it; nothing of it stays in the page. */
  close(): void {
    this.#closed.abort();
    this.#audio?.pause();
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = '';
  }

  /** The sound, or the reason why there is none. */
  async #ask(): Promise<HTMLAudioElement | undefined> {
    try {
      const audio = await this.#open();
      this.trouble = undefined;
      return audio;
    } catch (reason) {
      if (!this.#closed.signal.aborted) this.trouble = troubleOf(reason);
      return undefined;
    }
  }

  /** Fetches the sound unless it is here or on its way. */
  #open(): Promise<HTMLAudioElement> {
    this.#sound ??= this.#fetch().catch((reason: unknown) => {
      this.#sound = undefined;
      throw reason;
    });
    return this.#sound;
  }

  async #fetch(): Promise<HTMLAudioElement> {
    const { signal } = this.#closed;
    const blob = await openRecording(this.#id, signal);
    const bars = peaks(await blob.arrayBuffer(), barCount);
    signal.throwIfAborted();
    this.bars = bars;
    this.#shapes[this.#id] = bars;
    this.#url = URL.createObjectURL(blob);
    return (this.#audio = this.#listen(new Audio(this.#url)));
  }

  #listen(audio: HTMLAudioElement): HTMLAudioElement {
    audio.addEventListener('timeupdate', () => (this.atMs = audio.currentTime * 1000));
    audio.addEventListener('play', () => (this.playing = true));
    audio.addEventListener('pause', () => (this.playing = false));
    // "ended" is not sent everywhere: the pause at the end is.
    audio.addEventListener('ended', () => (this.playing = false));
    return audio;
  }
}
