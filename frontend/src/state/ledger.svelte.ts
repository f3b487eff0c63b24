import { SvelteMap } from 'svelte/reactivity';
import { type Crop, type Ledger, type Part, type Place, type StepsView, career, pictureAddress } from '../api/career';
import { on } from '../api/events';
import { upload } from '../api/files';
import { type Step, droppedAmong, grouped, moved, stepAmong, stepIn, stepsTo } from '../domain/order';
import { m } from '../i18n/messages';
import type { Announcer } from './announcer.svelte';
import { type Form, isNew, openForm, valueOf } from './ledgerForm.svelte';
import { find, putFacts } from './ledgerParts';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleOf } from './trouble';
import { Turns } from './turns';

export type { Basics, Custom, Ledger, Section, Work } from '../api/career';

/** What a list of the ledger holds; facts lie in a job, a project and the like. */
export type ListName = Place | 'fact';

/** The ledger as it is shown and edited. */
export class LedgerState {
  ledger = $state.raw<Ledger>();
  /** Whether there is anything to undo, and to do again. */
  steps = $state.raw<StepsView>({ canUndo: false, canRedo: false });
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
  readonly #turns = new Turns();
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
      await this.#turns.take(async () => this.#show(await career.get()));
      this.trouble = undefined;
      await this.#lookAtSteps();
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
    const done = await this.#do((now) =>
      list === 'fact' ? withFacts(now, id, (facts) => facts.filter((fact) => fact.id !== id)) : career.remove(list, id),
    );
    if (!done) return;
    this.#forgetForm(id);
    this.#told(m['ledger.removed']({ title }));
  }

  /** Takes an item one place up or down, and says where it is now. */
  async step(list: ListName, id: string, by: -1 | 1): Promise<void> {
    const now = this.ledger;
    const step = now && stepFor(now, list, id, by);
    if (!step) {
      this.#announcer.tell(by < 0 ? m['ledger.isFirst']() : m['ledger.isLast']());
      return;
    }
    const done = await this.#do((latest) => withSteps(latest, list, [step]));
    if (done && this.ledger) this.#announcer.tell(m['ledger.movedTo'](whereIs(this.ledger, list, id)));
  }

  /** Puts an item before another of its list as it is shown, or last if before is empty. */
  async move(list: ListName, id: string, before: string): Promise<void> {
    await this.#do((now) => withSteps(now, list, stepsFor(now, list, { id, before })));
  }

  /** Makes entries of the lines of a kept section; the notice takes that back. */
  async adopt(id: string, told: string): Promise<void> {
    if (!(await this.#do(() => career.adopt(id)))) return;
    this.#forgetForm(id);
    this.#told(told);
  }

  /** Keeps a part of a file as the picture; gives the reason if that can't be done. */
  async setPicture(file: Blob, crop: Crop): Promise<Trouble | undefined> {
    try {
      await this.flush();
      const token = await upload(file);
      await this.#change(() => career.setPicture(token, crop));
      return undefined;
    } catch (reason) {
      return troubleOf(reason);
    }
  }

  /** Takes the picture out; the notice brings it back. */
  async removePicture(): Promise<void> {
    if (await this.#do(() => career.removePicture())) this.#told(m['picture.removed']());
  }

  /** Where the picture can be seen; empty if there is none. */
  get picture(): string {
    const id = this.ledger?.basics.picture?.id;
    return id ? pictureAddress(id) : '';
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
    this.steps = { canUndo: false, canRedo: false };
    this.form = undefined;
    this.query = '';
    this.waiting.clear();
  }

  /** Tells what was done, with a way back while nothing else has changed. */
  #told(text: string): void {
    const changes = this.#changes;
    this.#toasts.done(text, {
      label: m['ledger.undo'](),
      run: () => void (this.#changes === changes ? this.undo() : this.#tellLater()),
    });
  }

  #tellLater(): void {
    this.#toasts.done(m['ledger.changedSince']());
  }

  readonly #change = async (make: (now: Ledger) => Promise<Ledger>) =>
    this.#turns.take(async () => {
      const before = this.ledger ?? (await career.get());
      const after = await make(before);
      this.#changes++;
      this.#show(after);
      void this.#lookAtSteps();
      return { before, after };
    });

  async #lookAtSteps(): Promise<void> {
    try {
      this.steps = await career.steps();
    } catch {
      // The buttons stay as they were; pressing one says what is wrong.
    }
  }

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

  #show(ledger: Ledger): void {
    this.ledger = ledger;
    const form = this.form;
    if (!form || isNew(form.key)) return;
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
export function countFacts({ basics: _, extra: __, custom, ...lists }: Ledger): number {
  const entries = custom.map(({ items }) => Math.max(1, sum(items)));
  return entries.reduce((all, count) => all + count, sum(Object.values(lists).flat()));
}

function sum(items: readonly object[]): number {
  const facts = (item: object) => ('highlights' in item ? (item as { highlights: unknown[] }).highlights.length : 1);
  return items.reduce((all, item) => all + Math.max(1, facts(item)), 0);
}

/** Whether nothing at all has been written yet. */
export function isBlank(ledger: Ledger): boolean {
  const { name, email, phone, summary, label, picture } = ledger.basics;
  return countFacts(ledger) === 0 && !picture && [name, email, phone, summary, label].every((text) => text === '');
}

function stepFor(ledger: Ledger, list: ListName, id: string, by: -1 | 1): Step | undefined {
  if (list === 'work') return stepAmong(grouped(ledger.work), id, by);
  return stepIn(itemsBeside(ledger, list, id), id, by);
}

/** The moves that put an item where it was dropped among what is shown. */
function stepsFor(ledger: Ledger, list: ListName, step: Step): Step[] {
  if (list !== 'work') return [step];
  return stepsTo(ledger.work.map(({ id }) => id), droppedAmong(grouped(ledger.work), step));
}

async function withSteps(ledger: Ledger, list: ListName, steps: readonly Step[]): Promise<Ledger> {
  let now = ledger;
  for (const step of steps) {
    now =
      list === 'fact'
        ? await withFacts(now, step.id, (facts) => moved(facts, step))
        : await career.move(list, step.id, step.before);
  }
  return now;
}

/** Changes the facts that one of them lies among. */
async function withFacts(ledger: Ledger, id: string, change: Parameters<typeof putFacts>[2]): Promise<Ledger> {
  const fact = find(ledger, id);
  return fact ? putFacts(ledger, fact.parent, change) : ledger;
}

/** The list an item is in, as it is shown. */
function itemsBeside(ledger: Ledger, list: ListName, id: string): readonly { id: string }[] {
  if (list === 'work') return grouped(ledger.work).flatMap((group) => group.items);
  const parent = find(ledger, id)?.parent ?? '';
  if (list === 'fact') return factsOf(ledger, parent);
  return ledger.custom.find((section) => section.id === parent)?.items ?? ledger[list as Part];
}

function factsOf(ledger: Ledger, ownerId: string): readonly { id: string }[] {
  const owner = find(ledger, ownerId)?.value;
  return owner && 'highlights' in owner ? owner.highlights : [];
}

function whereIs(ledger: Ledger, list: ListName, id: string): { at: number; of: number } {
  const items = itemsBeside(ledger, list, id);
  return { at: items.findIndex((item) => item.id === id) + 1, of: items.length };
}
