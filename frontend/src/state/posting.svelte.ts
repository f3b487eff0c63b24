import { on } from '../api/events';
import { type PostingEdit, type PostingView, type Requirement, type RequirementEdit, type Span, postings } from '../api/postings';
import { Autosave } from './autosave.svelte';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleOf } from './trouble';
import { m } from '../i18n/messages';

/** What a person can put right about a posting as a whole. */
export interface Facts {
  title: string;
  company: string;
  place: string;
}

/** One posting, what was read out of it, and where. */
export class Posting {
  view = $state.raw<PostingView>();
  trouble = $state.raw<Trouble>();
  /** Title, company and place, being edited. */
  facts = $state.raw<Autosave<Facts>>();
  /** The passage of the text that is pointed at. */
  shown = $state.raw<Span>({ start: 0, end: 0 });
  readonly id: string;
  readonly #toasts: Toasts;

  constructor(id: string, toasts: Toasts) {
    this.id = id;
    this.#toasts = toasts;
  }

  /** Reads the posting and follows it until the function given back is called. */
  follow(): () => void {
    void this.load();
    const stops = [
      on('posting:changed', ({ id }) => void (id === this.id && !this.#gone && this.load())),
      on('resync', () => void this.load()),
    ];
    return () => {
      stops.forEach((stop) => stop());
      void this.facts?.flush();
    };
  }

  async load(): Promise<void> {
    try {
      this.#show(await postings.get(this.id));
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  /** Points at the passage something was read from; none takes the mark away. */
  point(span: Span): void {
    this.shown = span;
  }

  /** Adds a requirement in the person's own words. */
  async add(text: string, must: boolean): Promise<boolean> {
    return this.#update((list) => [...list, { id: '', text, must }]);
  }

  /** Rewords a requirement, or changes how much it is asked for. */
  async reword(id: string, change: { text?: string; must?: boolean }): Promise<boolean> {
    return this.#update((list) => list.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  /** Takes a requirement out; the notice brings it back, with the sentence it was read from. */
  async remove({ id, text, must, source }: Requirement): Promise<void> {
    const at = this.view?.requirements.findIndex((one) => one.id === id) ?? 0;
    if (!(await this.#update((list) => list.filter((one) => one.id !== id)))) return;
    this.#toasts.done(m['posting.requirementRemoved'](), {
      label: m['ledger.undo'](),
      run: () => void this.#update((list) => list.toSpliced(at, 0, { id: '', text, must, source })),
    });
  }

  /** Removes the posting for good. Rehearsals made for it keep their own copy. */
  async delete(): Promise<boolean> {
    this.#gone = true;
    try {
      await postings.delete(this.id);
      return true;
    } catch (reason) {
      this.#gone = false;
      this.#toasts.trouble(troubleOf(reason));
      return false;
    }
  }

  #gone = false;

  async #update(change: (list: RequirementEdit[]) => RequirementEdit[]): Promise<boolean> {
    const list = (this.view?.requirements ?? []).map(({ id, text, must }) => ({ id, text, must }));
    try {
      this.#show(await postings.update(this.id, { requirements: change(list) }));
      return true;
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
      return false;
    }
  }

  #show(view: PostingView): void {
    this.view = view;
    const facts = factsOf(view);
    if (this.facts) this.facts.take(facts);
    else this.facts = new Autosave(facts, (next) => this.#saveFacts(next));
  }

  async #saveFacts(facts: Facts): Promise<Facts> {
    const edit: PostingEdit = { ...facts };
    const view = await postings.update(this.id, edit);
    this.view = view;
    return factsOf(view);
  }
}

/** What a list calls a posting. */
export function nameOf({ title, company }: PostingView): string {
  return [title, company].filter(Boolean).join(', ') || m['postings.untitled']();
}

function factsOf({ title, company, place }: PostingView): Facts {
  return { title, company, place };
}
