import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { type DraftView, type Ledger, type MergeView, type Part, career } from '../api/career';
import { draftParts, inOrder, parsePath } from '../domain/draftPath';
import { type Trouble, troubleOf } from './trouble';

export type { MergeView, Merged } from '../api/career';

const parts: readonly Part[] = draftParts.filter((part) => part !== 'basics');

/** What was understood of a document, while a person looks it over and puts it right. */
export class Review {
  /** The draft as it is now; fields are bound to it. */
  ledger = $state() as Ledger;
  readonly pages: readonly string[];
  readonly losses: DraftView['losses'];
  readonly fileName: string;
  /** Items that will not enter the ledger: "work[1]", or "basics". */
  readonly leftOut = new SvelteSet<string>();
  /** Keep the file itself, encrypted. */
  keepFile = $state(false);
  busy = $state(false);
  /** Why it can't be taken into the ledger, where no field is to blame. */
  trouble = $state.raw<Trouble>();
  readonly #taskId: string;
  readonly #original: string;
  readonly #doubts: string[];
  readonly #checked = new SvelteSet<string>();
  readonly #errors = new SvelteMap<string, string>();

  constructor(taskId: string, draft: DraftView, fileName: string) {
    this.ledger = draft.ledger;
    this.pages = draft.source.pages;
    this.losses = draft.losses;
    this.fileName = fileName;
    this.#taskId = taskId;
    this.#original = JSON.stringify(draft.ledger);
    this.#doubts = inOrder(draft.doubts);
  }

  /** Fields that were guessed and nobody has looked at yet, in the order of the page. */
  get doubts(): string[] {
    return this.#doubts.filter((path) => !this.#checked.has(path) && !this.isLeftOut(path));
  }

  /** Somebody has put work into it that would be lost. */
  get edited(): boolean {
    return this.leftOut.size > 0 || JSON.stringify(this.ledger) !== this.#original;
  }

  isDoubtful(path: string): boolean {
    return this.#doubts.includes(path) && !this.#checked.has(path);
  }

  /** The person has looked at a field, or changed it. */
  check(path: string): void {
    this.#checked.add(path);
    this.#errors.delete(path);
  }

  /** The first field to check after this one, or the first of all; undefined if there is none. */
  nextDoubt(after = ''): string | undefined {
    const open = this.doubts;
    const at = this.#doubts.indexOf(after);
    return open.find((path) => this.#doubts.indexOf(path) > at) ?? open[0];
  }

  /** Whether a field, or the item it is in, is left out. */
  isLeftOut(path: string): boolean {
    return this.leftOut.has(itemOf(path));
  }

  /** Takes an item out of what will be added, or back in. */
  toggle(item: string): void {
    if (!this.leftOut.delete(item)) this.leftOut.add(item);
  }

  /** The sentence for a field, or empty. */
  errorAt(path: string): string {
    return this.#errors.get(path) ?? '';
  }

  /** The first field with an error, in the order of the page. */
  get firstError(): string | undefined {
    return inOrder([...this.#errors.keys()])[0];
  }

  /** Whether anything would be added. */
  get isEmpty(): boolean {
    return this.leftOut.has('basics') && parts.every((part) => this.#kept(part).length === 0);
  }

  /** Takes what isn't left out into the ledger; undefined if a field has to be put right first. */
  async confirm(): Promise<MergeView | undefined> {
    this.busy = true;
    this.trouble = undefined;
    this.#errors.clear();
    try {
      return await career.confirm(this.#taskId, this.#reviewed(), this.keepFile, this.fileName);
    } catch (reason) {
      this.#blame(troubleOf(reason));
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #reviewed(): Ledger {
    const draft = JSON.parse(JSON.stringify(this.ledger)) as Ledger;
    const without = (part: Part) => this.#kept(part).map((index) => draft[part][index]);
    const lists = Object.fromEntries(parts.map((part) => [part, without(part)])) as Pick<Ledger, Part>;
    return { ...draft, basics: this.leftOut.has('basics') ? blankBasics() : draft.basics, ...lists };
  }

  /** The places, in the draft, of the items of a part that are not left out. */
  #kept(part: Part): number[] {
    return this.ledger[part]
      .map((_, index) => index)
      .filter((index) => !this.leftOut.has(`${part}[${index}]`));
  }

  /** Puts an error at its field: its path counts only what was sent. */
  #blame(trouble: Trouble): void {
    const path = parsePath(trouble.field);
    if (!path) {
      this.trouble = trouble;
      return;
    }
    const index = path.index === undefined ? undefined : this.#kept(path.part as Part)[path.index];
    const item = index === undefined ? path.part : `${path.part}[${index}]`;
    this.#errors.set(`${item}.${path.field}`, trouble.sentence);
  }
}

/** "work[1].startDate" lies in "work[1]". */
function itemOf(path: string): string {
  return path.split('.')[0] ?? path;
}

function blankBasics(): Ledger['basics'] {
  const location = { address: '', postalCode: '', city: '', region: '', countryCode: '' };
  return { name: '', label: '', email: '', phone: '', url: '', summary: '', location, profiles: [] };
}
