import { on } from '../api/events';
import { type PostingView, postings } from '../api/postings';
import { type Trouble, troubleOf } from './trouble';

export type { PostingView, Requirement, Span } from '../api/postings';

/** All postings, the one changed last first. */
export class Postings {
  items = $state.raw<PostingView[]>();
  trouble = $state.raw<Trouble>();

  /** Reads the list and follows it until the function given back is called. */
  follow(): () => void {
    void this.load();
    const stops = [on('posting:changed', () => void this.load()), on('resync', () => void this.load())];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    try {
      this.items = await postings.list();
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }
}

/** A posting being pasted. */
export class NewPosting {
  text = $state('');
  busy = $state(false);
  /** What is wrong with the text; it stays as it was pasted. */
  trouble = $state.raw<Trouble>();

  /** Reads the text and keeps it; gives the posting's id, or undefined. */
  async create(): Promise<string | undefined> {
    this.busy = true;
    this.trouble = undefined;
    try {
      return (await postings.create(this.text)).id;
    } catch (reason) {
      this.trouble = troubleOf(reason);
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
