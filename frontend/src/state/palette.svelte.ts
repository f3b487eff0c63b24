import { type HitView, system } from '../api/system';
import { type Trouble, troubleOf } from './trouble';

/** The command palette: whether it is open, what was typed, what the local search found. */
export class Palette {
  open = $state(false);
  query = $state('');
  hits = $state.raw<HitView[]>([]);
  trouble = $state.raw<Trouble>();
  #asked = 0;

  show(): void {
    this.open = true;
    void this.search('');
  }

  close(): void {
    this.open = false;
  }

  /** Searches what is sealed; only the answer to the last question counts. */
  async search(query: string): Promise<void> {
    this.query = query;
    this.trouble = undefined;
    const mine = ++this.#asked;
    const [hits, trouble] = await find(query.trim());
    if (mine !== this.#asked) return;
    this.hits = hits;
    this.trouble = trouble;
  }
}

async function find(query: string): Promise<[HitView[], Trouble | undefined]> {
  if (query === '') return [[], undefined];
  try {
    return [await system.search(query), undefined];
  } catch (reason) {
    return [[], troubleOf(reason)];
  }
}
