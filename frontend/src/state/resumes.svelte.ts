import { on } from '../api/events';
import { type ResumeView, resumes } from '../api/resumes';
import { m } from '../i18n/messages';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleOf } from './trouble';

export type { ResumeView } from '../api/resumes';

/** All résumés, the one changed last first, and those in the trash. */
export class Resumes {
  items = $state.raw<ResumeView[]>();
  trashed = $state.raw<ResumeView[]>([]);
  trouble = $state.raw<Trouble>();
  busy = $state(false);
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  /** Reads both lists and follows them until the function given back is called. */
  follow(): () => void {
    void this.load();
    const stops = [on('resume:changed', () => void this.load()), on('resync', () => void this.load())];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    try {
      [this.items, this.trashed] = await Promise.all([resumes.list(), resumes.trashed()]);
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  /** Makes a résumé over the whole ledger; gives its id, or undefined where that failed. */
  async create(name: string, template: string, language: string): Promise<string | undefined> {
    return (await this.#do(() => resumes.create(name, template, language)))?.resume.id;
  }

  /** Makes another one with the same choices and wording. */
  async duplicate({ id, name }: ResumeView): Promise<string | undefined> {
    return (await this.#do(() => resumes.duplicate(id, m['resumes.copyOf']({ name }))))?.resume.id;
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#do(() => resumes.rename(id, name));
  }

  /** Puts a résumé into the trash; the notice brings it back. */
  async trash({ id, name }: ResumeView): Promise<void> {
    const done = await this.#do(() => resumes.trash(id).then(() => true));
    if (!done) return;
    this.#toasts.done(m['resumes.trashed']({ name }), { label: m['ledger.undo'](), run: () => void this.recover(id) });
  }

  async recover(id: string): Promise<void> {
    await this.#do(() => resumes.recover(id));
  }

  /** Removes a résumé from the trash, for good. */
  async delete(id: string): Promise<void> {
    await this.#do(() => resumes.delete(id));
  }

  /** One thing at a time; what can't be done is told. */
  async #do<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    try {
      return await work();
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
      return undefined;
    } finally {
      this.busy = false;
      await this.load();
    }
  }
}
