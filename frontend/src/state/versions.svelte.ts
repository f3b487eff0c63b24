import { type FieldChange, type VersionView, resumes } from '../api/resumes';
import { on } from '../api/events';
import { m } from '../i18n/messages';
import type { Studio } from './studio.svelte';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleOf } from './trouble';

/** The versions of one résumé, and what differs between two of them. */
export class Versions {
  items = $state.raw<VersionView[]>();
  trouble = $state.raw<Trouble>();
  name = $state('');
  /** The two that are compared; empty is the résumé as it is now. */
  before = $state('');
  after = $state('');
  changes = $state.raw<FieldChange[]>();
  readonly #studio: Studio;
  readonly #toasts: Toasts;

  constructor(studio: Studio, toasts: Toasts) {
    this.#studio = studio;
    this.#toasts = toasts;
  }

  follow(): () => void {
    void this.load();
    return on('resume:changed', ({ id }) => void (id === this.#studio.id && this.load()));
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      this.items = await resumes.versions(this.#studio.id);
      if (this.changes) await this.#compare();
    });
  }

  /** Keeps the résumé as it is now under a name. */
  async save(): Promise<void> {
    await this.#studio.flush();
    await this.#try(async () => {
      await resumes.saveVersion(this.#studio.id, this.name.trim());
      this.name = '';
    });
  }

  /** Shows what differs between a version and another, or now. */
  async compare(before: string, after = ''): Promise<void> {
    await this.#studio.flush();
    this.before = before;
    this.after = after;
    await this.#try(() => this.#compare());
  }

  /** Brings a version's choices and wording back; facts stay the ledger's. */
  async restore({ id, name }: VersionView): Promise<void> {
    if (!(await this.#studio.restoreVersion(id))) return;
    this.#toasts.done(m['versions.restored']({ name: name || m['versions.automatic']() }), {
      label: m['ledger.undo'](),
      run: () => void this.#studio.undo(),
    });
  }

  async #compare(): Promise<void> {
    this.changes = await resumes.compare(this.#studio.id, this.before, this.after);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }
}
