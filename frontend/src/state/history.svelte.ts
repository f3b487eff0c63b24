import { on } from '../api/events';
import { type RehearsalView, rehearsals } from '../api/rehearsals';
import { type Trouble, troubleOf } from './trouble';

/** All rehearsals, newest first. */
export class History {
  items = $state.raw<RehearsalView[]>();
  trouble = $state.raw<Trouble>();

  /** Reads the list and follows it until the function given back is called. */
  follow(): () => void {
    void this.load();
    const stops = [on('rehearsal:changed', () => void this.load()), on('resync', () => void this.load())];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    try {
      this.items = await rehearsals.list();
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  /** Removes a rehearsal with everything in it, for good. */
  async delete(id: string): Promise<void> {
    await rehearsals.delete(id);
    await this.load();
  }
}

/** Whether a rehearsal can be gone on with. */
export function isOpen(item: RehearsalView): boolean {
  return item.phase !== 'reported';
}
