import { type Ledger, career } from '../api/career';
import { on } from '../api/events';
import { type PostingView, postings } from '../api/postings';
import { type RehearsalView, rehearsals } from '../api/rehearsals';
import { system } from '../api/system';
import { isOpen } from './history.svelte';
import { type Trouble, troubleOf } from './trouble';

/** How many rehearsals Today looks at: one left open longer ago waits in the history. */
const NEWEST = 20;

/** What there is to go by, read afresh. */
interface Holdings {
  facts: number;
  postings: PostingView[];
  rehearsals: RehearsalView[];
}

/** The three first steps, in order. */
export type FirstStep = 'facts' | 'posting' | 'rehearsal';

/** Today: which of the first steps are done, and what is most useful now. */
export class Today {
  trouble = $state.raw<Trouble>();
  #held = $state.raw<Holdings>();
  #asked = 0;

  readonly loaded: boolean = $derived(this.#held !== undefined);
  readonly facts: number = $derived(this.#held?.facts ?? 0);
  /** The newest posting. */
  readonly posting: PostingView | undefined = $derived(this.#held?.postings[0]);
  /** A rehearsal that was interrupted or not begun; one that was begun comes first. */
  readonly open: RehearsalView | undefined = $derived.by(() => {
    const all = this.#held?.rehearsals.filter(isOpen) ?? [];
    return all.find(isBegun) ?? all[0];
  });
  /** The newest rehearsal with a report. */
  readonly last: RehearsalView | undefined = $derived(this.#held?.rehearsals.find((item) => item.finished));
  readonly done: Record<FirstStep, boolean> = $derived({
    facts: this.facts > 0,
    posting: this.posting !== undefined,
    rehearsal: this.last !== undefined,
  });
  /** The first step that is not done; undefined when all are. */
  readonly next: FirstStep | undefined = $derived(
    (['facts', 'posting', 'rehearsal'] as const).find((step) => !this.done[step]),
  );

  /** Reads now and after every change, until the function given back is called. */
  follow(): () => void {
    void this.load();
    const reload = () => void this.load();
    const stops = [
      on('career:changed', reload),
      on('posting:changed', reload),
      on('rehearsal:changed', reload),
      on('resync', reload),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Only the answer to the last question counts. */
  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const [ledger, jobs, history] = await Promise.all([
        career.get(),
        postings.list(),
        rehearsals.list(NEWEST),
      ]);
      if (mine !== this.#asked) return;
      this.#held = { facts: countFacts(ledger), postings: jobs, rehearsals: history.items };
      this.trouble = undefined;
    } catch (reason) {
      if (mine === this.#asked) this.trouble = troubleOf(reason);
    }
  }
}

/** Tells the Go side that the first list is on the screen: two frames after it is in the page. */
export function tellPainted(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void system.painted().catch(() => {})));
}

/** Whether a rehearsal was begun; one that is only planned was not. */
export function isBegun(item: RehearsalView): boolean {
  return item.startedAt !== '';
}

/** Entries and achievements of the ledger; who somebody is counts as none. */
function countFacts({ basics: _, extra: __, ...lists }: Ledger): number {
  return Object.values(lists)
    .flat()
    .reduce((sum, item) => sum + 1 + ('highlights' in item ? item.highlights.length : 0), 0);
}
