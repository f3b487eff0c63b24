import { on } from '../api/events';
import { type Overview, progress } from '../api/progress';
import { type Trouble, troubleOf } from './trouble';

/** The look back over all rehearsals. */
export class Progress {
  overview = $state.raw<Overview>();
  trouble = $state.raw<Trouble>();
  #asked = 0;

  /** Reads it and follows what it rests on until the function given back is called. */
  follow(): () => void {
    void this.load();
    const again = () => void this.load();
    const stops = [on('rehearsal:changed', again), on('posting:changed', again), on('resync', again)];
    return () => stops.forEach((stop) => stop());
  }

  /** Of several readings the one asked for last counts, whichever comes last. */
  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const overview = await progress.get();
      if (mine !== this.#asked) return;
      this.overview = overview;
      this.trouble = undefined;
    } catch (reason) {
      if (mine === this.#asked) this.trouble = troubleOf(reason);
    }
  }
}
