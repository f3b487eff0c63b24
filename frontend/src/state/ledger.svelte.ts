import { SvelteMap } from 'svelte/reactivity';
import { type Ledger, type Part, career } from '../api/career';
import { on } from '../api/events';
import { type Step, grouped, moved, stepAmong, stepIn } from '../domain/order';
import { m } from '../i18n/messages';
import type { Announcer } from './announcer.svelte';
import { type Form, openForm, valueOf } from './ledgerForm.svelte';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleOf } from './trouble';

export type { Ledger, Part, Section, Work } from '../api/career';

/** What a list of the ledger holds; facts lie in a job. */
export type ListName = Part | 'fact';

/** The ledger as it is shown and edited. */
export class LedgerState {
  ledger = $state.raw<Ledger>();
  /** Why it can't be read. */
  trouble = $state.raw<Trouble>();
  /** What is typed into "Find a fact". */
  query = $state('');
  /** What is being edited. */
  form = $state.raw<Form>();
  /** Forms left while they could not be saved; what was typed waits there. */
  readonly waiting = new SvelteMap<string, Form>();
  readonly #toasts: Toasts;
  readonly #announcer: Announcer;
  #queue: Promise<unknown> = Promise.resolve();
  #changes = 0;

  constructor(toasts: Toasts, announcer: Announcer) {
    this.#toasts = toasts;
    this.#announcer = announcer;
  }

  /** Reads the ledger and follows it until the function given back is called. */
  follow(): () => void {
    void this.load();
    const stops = [on('career:changed', () => void this.load()), on('resync', () => void this.load())];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    try {
      await this.#inTurn(async () => this.#show(await career.get()));
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  /** Opens what an address names and saves what was open; an empty key closes. */
  async open(key: string): Promise<void> {
    if (this.form?.key === key || !this.ledger) return;
    const before = this.form;
    this.form = key === '' ? undefined : (this.waiting.get(key) ?? openForm(key, this.ledger, this.#change));
    this.waiting.delete(key);
    if (before) await this.#leave(before);
  }

  /** Saves what was typed last; before a change that isn't typing, and before locking. */
  async flush(): Promise<void> {
    await this.form?.auto.flush();
  }

  /** Takes an item out; the notice brings it back. */
  async remove(list: ListName, id: string, title: string): Promise<void> {
    const done = await this.#do((now) => (list === 'fact' ? withoutFact(now, id) : career.remove(list, id)));
    if (!done) return;
    this.#forgetForm(id);
    const changes = this.#changes;
    this.#toasts.done(m['ledger.removed']({ title }), {
      label: m['ledger.undo'](),
      run: () => void (this.#changes === changes ? this.undo() : this.#tellLater()),
    });
  }

  /** Takes an item one place up or down, and says where it is now. */
  async step(list: ListName, id: string, by: -1 | 1): Promise<void> {
    const now = this.ledger;
    const step = now && stepFor(now, list, id, by);
    if (!step) {
      this.#announcer.tell(by < 0 ? m['ledger.isFirst']() : m['ledger.isLast']());
      return;
    }
    const done = await this.#do((latest) =>
      list === 'fact' ? withMovedFact(latest, step) : career.move(list, step.id, step.before),
    );
    if (done && this.ledger) this.#announcer.tell(m['ledger.movedTo'](placeOf(this.ledger, list, id)));
  }

  async undo(): Promise<void> {
    if (await this.#do(() => career.undo())) this.#announcer.tell(m['ledger.undone']());
  }

  async redo(): Promise<void> {
    if (await this.#do(() => career.redo())) this.#announcer.tell(m['ledger.redone']());
  }

  /** Forgets everything, at lock. */
  clear(): void {
    this.ledger = undefined;
    this.form = undefined;
    this.query = '';
    this.waiting.clear();
  }

  #tellLater(): void {
    this.#toasts.done(m['ledger.changedSince']());
  }

  readonly #change = async (make: (now: Ledger) => Promise<Ledger>) =>
    this.#inTurn(async () => {
      const before = this.ledger ?? (await career.get());
      const after = await make(before);
      this.#changes++;
      this.#show(after);
      return { before, after };
    });

  async #do(make: (now: Ledger) => Promise<Ledger>): Promise<boolean> {
    try {
      await this.flush();
      await this.#change(make);
      return true;
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
      return false;
    }
  }

  /** One change after another: each is made of the ledger the one before has left. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #show(ledger: Ledger): void {
    this.ledger = ledger;
    const form = this.form;
    if (!form || form.key.startsWith('new-')) return;
    const value = valueOf(ledger, form.kind, form.key);
    if (value) (form.auto as { take(value: unknown): void }).take(value);
    else this.#forgetForm(form.key);
  }

  async #leave(form: Form): Promise<void> {
    await form.auto.flush();
    if (form.auto.unsaved) this.waiting.set(form.key, form);
  }

  #forgetForm(key: string): void {
    this.waiting.delete(key);
    if (this.form?.key === key) this.form = undefined;
  }
}

/** How many facts there are: everything a résumé could draw on, except who it is about. */
export function countFacts({ basics: _, extra: __, ...lists }: Ledger): number {
  return Object.values(lists)
    .flat()
    .reduce((sum, item) => sum + Math.max(1, 'highlights' in item ? item.highlights.length : 1), 0);
}

/** Whether nothing at all has been written yet. */
export function isBlank(ledger: Ledger): boolean {
  const { name, email, phone, summary, label } = ledger.basics;
  return countFacts(ledger) === 0 && [name, email, phone, summary, label].every((text) => text === '');
}

function stepFor(ledger: Ledger, list: ListName, id: string, by: -1 | 1): Step | undefined {
  if (list === 'work') return stepAmong(grouped(ledger.work), id, by);
  return stepIn(itemsBeside(ledger, list, id), id, by);
}

/** The list an item is in, as it is shown. */
function itemsBeside(ledger: Ledger, list: ListName, id: string): readonly { id: string }[] {
  if (list === 'work') return grouped(ledger.work).flatMap((group) => group.items);
  if (list !== 'fact') return ledger[list];
  return ledger.work.find((job) => job.highlights.some((fact) => fact.id === id))?.highlights ?? [];
}

function placeOf(ledger: Ledger, list: ListName, id: string): { at: number; of: number } {
  const items = itemsBeside(ledger, list, id);
  return { at: items.findIndex((item) => item.id === id) + 1, of: items.length };
}

async function withoutFact(ledger: Ledger, id: string): Promise<Ledger> {
  const job = ledger.work.find((work) => work.highlights.some((fact) => fact.id === id));
  return job
    ? career.saveWork({ ...job, highlights: job.highlights.filter((fact) => fact.id !== id) })
    : ledger;
}

async function withMovedFact(ledger: Ledger, step: Step): Promise<Ledger> {
  const job = ledger.work.find((work) => work.highlights.some((fact) => fact.id === step.id));
  return job ? career.saveWork({ ...job, highlights: moved(job.highlights, step) }) : ledger;
}
