import { AppError } from '../api/errors';
import { on } from '../api/events';
import { type RehearsalView, rehearsals } from '../api/rehearsals';
import { type Trouble, troubleOf } from './trouble';

/** How many rehearsals are listed at first, and how many more each time somebody asks. */
const PAGE = 20;

/** The rehearsals, newest first, as many as somebody looks at. */
export class History {
  items = $state.raw<RehearsalView[]>();
  /** The ids of those that can't be read. They are kept until somebody deletes them. */
  unread = $state.raw<string[]>([]);
  #total = $state(0);
  #asked = $state(PAGE);
  /** Whether there are older ones that are not listed yet. */
  readonly hasOlder: boolean = $derived(this.#total > this.#asked);
  trouble = $state.raw<Trouble>();

  /** Reads the list and follows it until the function given back is called. */
  follow(): () => void {
    void this.load();
    const stops = [on('rehearsal:changed', () => void this.load()), on('resync', () => void this.load())];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    try {
      const [listed, unread] = await Promise.all([rehearsals.list(this.#asked), rehearsals.unread()]);
      this.items = listed.items;
      this.#total = listed.total;
      this.unread = unread;
      this.trouble = unread.length > 0 ? tellUnread(unread.length) : undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  /** Lists older ones too. */
  async older(): Promise<void> {
    this.#asked += PAGE;
    await this.load();
  }

  /** Removes a rehearsal with everything in it, for good. */
  async delete(id: string): Promise<void> {
    await rehearsals.delete(id);
    await this.load();
  }

  /** Removes those that can't be read, for good. What could not be removed stays listed as such. */
  async deleteUnread(): Promise<void> {
    try {
      for (const id of this.unread) await rehearsals.delete(id);
    } finally {
      await this.load();
    }
  }
}

function tellUnread(count: number): Trouble {
  const key = count === 1 ? 'rehearsals.oneUnread' : 'rehearsals.someUnread';
  return troubleOf(new AppError({ code: 'unavailable', key, params: { count: String(count) } }));
}

/** Whether a rehearsal can be gone on with: it was not finished, or a question of it is being tried again. */
export function isOpen(item: RehearsalView): boolean {
  return item.phase !== 'reported';
}

/** Whether a further attempt, begun from its report, can be gone on with. */
export function isRetrying(item: RehearsalView): boolean {
  return item.finished && isOpen(item);
}
