import { openRecording } from '../api/recordings';
import { peaks } from '../domain/waveform';
import { type Trouble, troubleOf } from './trouble';

/** How many bars a recording is drawn with. */
const barCount = 90;

/** Plays one recording; it is fetched only when somebody wants to hear it. */
export class Player {
  playing = $state(false);
  atMs = $state(0);
  bars = $state.raw<number[]>([]);
  trouble = $state.raw<Trouble>();
  readonly totalMs: number;
  readonly #id: string;
  #audio: HTMLAudioElement | undefined;
  #url = '';

  constructor(id: string, totalMs: number) {
    this.#id = id;
    this.totalMs = totalMs;
  }

  async toggle(): Promise<void> {
    const audio = await this.#open();
    if (!audio) return;
    if (this.playing) audio.pause();
    else await audio.play().catch((reason: unknown) => (this.trouble = troubleOf(reason)));
  }

  async seek(ms: number): Promise<void> {
    this.atMs = ms;
    const audio = await this.#open();
    if (audio) audio.currentTime = ms / 1000;
  }

  /** Lets go of the sound; nothing of it stays in the page. */
  close(): void {
    this.#audio?.pause();
    this.#audio = undefined;
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = '';
  }

  async #open(): Promise<HTMLAudioElement | undefined> {
    if (this.#audio) return this.#audio;
    try {
      const blob = await openRecording(this.#id);
      this.bars = peaks(await blob.arrayBuffer(), barCount);
      this.#url = URL.createObjectURL(blob);
      this.#audio = this.#listen(new Audio(this.#url));
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
    return this.#audio;
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
