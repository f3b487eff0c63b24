import { SvelteMap } from 'svelte/reactivity';
import { on } from '../api/events';
import { type StudioView, resumes } from '../api/resumes';
import { withDrafts } from '../domain/drafts';
import { shared } from '../domain/sharing';
import { m } from '../i18n/messages';
import type { Document, Layout } from '../paper/document';
import type { Announcer } from './announcer.svelte';
import { saveAfterMs } from './autosave.svelte';
import { Spot } from './spot.svelte';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleOf } from './trouble';
import { Turns } from './turns';

/** One résumé being worked on: what is kept, what is being typed, and what goes on paper. */
export class Studio {
  view = $state.raw<StudioView>();
  /** Why it can't be read. */
  trouble = $state.raw<Trouble>();
  /** Why what was typed last isn't kept; it stays on screen. */
  refused = $state.raw<Trouble>();
  status = $state<'kept' | 'waiting' | 'saving' | 'refused'>('kept');
  readonly id: string;
  readonly spot = new Spot();
  /** Texts on screen that are not kept yet, by field. */
  readonly #drafts = new SvelteMap<string, string>();
  #layout = $state.raw<Layout>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  /** Something changed while somebody typed, be it by the saving of that. */
  #behind = false;
  readonly #turns = new Turns();
  readonly #toasts: Toasts;
  readonly #announcer: Announcer;

  /** The résumé as it stands on screen, hidden things included. */
  readonly document: Document | undefined = $derived.by(() => {
    if (!this.view) return undefined;
    const document: Document = withDrafts(this.view.document, this.#drafts);
    return this.#layout ? { ...document, layout: this.#layout } : document;
  });

  constructor(id: string, toasts: Toasts, announcer: Announcer) {
    this.id = id;
    this.#toasts = toasts;
    this.#announcer = announcer;
  }

  /** Reads the résumé and follows it until the function given back is called. */
  follow(): () => void {
    void this.load();
    const stops = [
      on('resume:changed', ({ id }) => void (id === this.id && this.#hear())),
      on('career:changed', () => this.#hear()),
      on('resync', () => this.#hear()),
    ];
    return () => {
      stops.forEach((stop) => stop());
      void this.flush();
    };
  }

  async load(): Promise<void> {
    try {
      this.#take(await this.#turns.take(() => resumes.get(this.id)));
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  get unsaved(): boolean {
    return this.#drafts.size > 0 || this.#layout !== undefined;
  }

  /** Something was typed into a field: shown at once, kept a moment later. */
  word(field: string, text: string): void {
    this.#drafts.set(field, text);
    this.#touch();
  }

  /** The layout was changed: shown at once, kept a moment later. */
  arrange(change: Partial<Layout>): void {
    const now = this.document?.layout;
    if (!now) return;
    this.#layout = { ...now, ...change };
    this.#touch();
  }

  /** Saves everything that is on screen and isn't kept, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#running) await this.#running;
    if (this.unsaved) {
      this.#running = this.#keep().finally(() => (this.#running = undefined));
      await this.#running;
    } else [this.refused, this.status] = [undefined, 'kept']; // what was typed may have been given up
    this.#catchUp();
  }

  #hear(): void {
    this.#behind = true;
    this.#catchUp();
  }

  // Every saving is heard of as a change; while somebody types that would be read five times a second.
  #catchUp(): void {
    if (!this.#behind || this.#timer || this.#running) return;
    this.#behind = false;
    void this.load();
  }

  async #keep(): Promise<void> {
    this.status = 'saving';
    const layout = this.#layout;
    const saves = [...this.#drafts].map(([field, text]) => () => this.#keepWording(field, text));
    if (layout) saves.push(() => this.#keepLayout(layout));
    // One text that is refused keeps none of the others from being saved.
    let refused: Trouble | undefined;
    for (const save of saves) {
      try {
        await save();
      } catch (reason) {
        refused ??= troubleOf(reason);
      }
    }
    this.refused = refused;
    this.status = refused ? 'refused' : this.unsaved ? 'waiting' : 'kept';
  }

  hide = (ref: string, hidden: boolean) => this.#change(() => resumes.hide(this.id, ref, hidden));
  move = (ref: string, before: string) => this.#change(() => resumes.move(this.id, ref, before));
  breakBefore = (ref: string, on: boolean) => this.#change(() => resumes.break(this.id, ref, on));
  putInColumn = (key: string, column: string) => this.#change(() => resumes.setColumn(this.id, key, column));
  followLedger = (on: boolean) => this.#change(() => resumes.follow(this.id, on));
  setLanguage = (language: string) => this.#change(() => resumes.setLanguage(this.id, language));
  rename = (name: string) => this.#change(() => resumes.rename(this.id, name));
  restoreVersion = (version: string) => this.#change(() => resumes.restoreVersion(this.id, version));

  /** Takes the ledger's own words again. */
  async backToLedger(field: string): Promise<void> {
    this.#drafts.delete(field);
    if (await this.#change(() => resumes.restore(this.id, field))) this.#announcer.tell(m['studio.isLedgers']());
  }

  /** Makes the words of this résumé the ledger's, for every résumé. */
  async useEverywhere(field: string): Promise<void> {
    if (await this.#change(() => resumes.useEverywhere(this.id, field))) this.#announcer.tell(m['studio.isEverywhere']());
  }

  async undo(): Promise<void> {
    if (await this.#change(() => resumes.undo(this.id))) this.#announcer.tell(m['ledger.undone']());
  }

  async redo(): Promise<void> {
    if (await this.#change(() => resumes.redo(this.id))) this.#announcer.tell(m['ledger.redone']());
  }

  #take(view: StudioView): void {
    this.view = this.view ? shared(this.view, view) : view;
  }

  // Counted from the first key that isn't kept, however long the typing goes on.
  #touch(): void {
    if (this.status !== 'saving') this.status = 'waiting';
    this.#timer ??= setTimeout(() => void this.flush(), saveAfterMs);
  }

  async #keepWording(field: string, text: string): Promise<void> {
    this.#take(await this.#turns.take(() => resumes.reword(this.id, field, text)));
    // More may have been typed meanwhile.
    if (this.#drafts.get(field) === text) this.#drafts.delete(field);
  }

  async #keepLayout(layout: Layout): Promise<void> {
    this.#take(await this.#turns.take(() => resumes.updateLayout(this.id, layout)));
    if (this.#layout === layout) this.#layout = undefined;
  }

  /** A change that isn't typing: what was typed comes first. */
  async #change(make: () => Promise<StudioView>): Promise<boolean> {
    await this.flush();
    try {
      this.#take(await this.#turns.take(make));
      return true;
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
      return false;
    }
  }
}
