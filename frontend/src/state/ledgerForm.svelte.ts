import type { Ledger, Place, Work } from '../api/career';
import { Autosave } from './autosave.svelte';
import { type FormKind, type FormValues, allOf, find, put } from './ledgerParts';

export type { FormKind, FormValues } from './ledgerParts';

/** What can be added to the ledger. What was kept of imported documents only comes in. */
export type NewKind = Exclude<FormKind, 'basics' | 'sections'>;

/** One thing of the ledger being edited. */
interface FormOf<K extends FormKind> {
  readonly kind: K;
  /** Where it lies in the address: an item's id, "basics", or "new-…" until it is kept. */
  key: string;
  /** What a fact or an entry lies in, or the job a new one is like; empty for the rest. */
  readonly parent: string;
  readonly auto: Autosave<FormValues[K]>;
}

/** A form of any kind; kind tells which. */
export type Form = { [K in FormKind]: FormOf<K> }[FormKind];

/** Makes a change to the ledger after all changes before it, and gives the ledger of then. */
export type Change = (make: (now: Ledger) => Promise<Ledger>) => Promise<{ before: Ledger; after: Ledger }>;

const period = { startDate: '', endDate: '', current: false };
const place = { location: '', url: '', ...period };
const blanks: { [K in NewKind]: FormValues[K] } = {
  work: { id: '', name: '', position: '', ...place, summary: '', highlights: [] },
  fact: { id: '', text: '' },
  education: { id: '', institution: '', studyType: '', area: '', ...place, score: '', courses: [] },
  projects: { id: '', name: '', entity: '', type: '', roles: [], url: '', ...period, description: '', highlights: [], keywords: [] },
  skills: { id: '', name: '', level: '', keywords: [] },
  languages: { id: '', language: '', fluency: '' },
  certificates: { id: '', name: '', issuer: '', date: '', url: '' },
  awards: { id: '', title: '', awarder: '', date: '', summary: '' },
  publications: { id: '', name: '', publisher: '', releaseDate: '', url: '', summary: '' },
  volunteer: { id: '', organization: '', position: '', ...place, summary: '', highlights: [] },
  references: { id: '', name: '', reference: '' },
  interests: { id: '', name: '', keywords: [] },
  custom: { id: '', heading: '', items: [] },
  customItem: { id: '', title: '', subtitle: '', ...place, summary: '', highlights: [] },
};

/** The address of something not there yet; it may name what it lies in. */
export function newKey(kind: NewKind, parent = ''): string {
  return parent ? `new-${kind}-${parent}` : `new-${kind}`;
}

/** Whether an address names something not there yet. */
export function isNew(key: string): boolean {
  return key.startsWith('new-');
}

/** The list a form's item lies in, for moving and removing; undefined for what can't be. */
export function listOf({ kind, key, parent }: Form): Place | 'fact' | undefined {
  if (kind === 'basics' || isNew(key)) return undefined;
  return kind === 'customItem' ? `custom/${parent}` : kind;
}

/** Opens what an address names; undefined if the ledger has no such thing. */
export function openForm(key: string, ledger: Ledger, change: Change): Form | undefined {
  if (key === 'basics') return make('basics', key, '', ledger.basics, change);
  const [, kind, parent = ''] = /^new-([A-Za-z]+)(?:-(.+))?$/.exec(key) ?? [];
  if (kind !== undefined && Object.hasOwn(blanks, kind)) return openNew(kind as NewKind, key, parent, ledger, change);
  const found = find(ledger, key);
  return found && make(found.kind, key, found.parent, found.value, change);
}

/** What the ledger has under a key; undefined if it is gone. */
export function valueOf(ledger: Ledger, kind: FormKind, key: string): FormValues[FormKind] | undefined {
  return allOf(ledger, kind).find(({ value }) => !('id' in value) || value.id === key)?.value;
}

function openNew(kind: NewKind, key: string, parent: string, ledger: Ledger, change: Change): Form | undefined {
  const within = parent ? find(ledger, parent) : undefined;
  if (kind === 'fact' && !(within && 'highlights' in within.value)) return undefined;
  if (kind === 'customItem' && within?.kind !== 'custom') return undefined;
  return make(kind, key, parent, kind === 'work' ? sameEmployer(within?.value as Work | undefined) : blanks[kind], change);
}

/** Another role at an employer begins with what is known of that one. */
function sameEmployer(job: Work | undefined): Work {
  return job ? { ...blanks.work, name: job.name, location: job.location, url: job.url } : blanks.work;
}

function make(kind: FormKind, key: string, parent: string, value: FormValues[FormKind], change: Change): Form {
  // The kind goes with the value everywhere above; TypeScript can't follow that through a union.
  const form = new LedgerForm(kind, key, parent, value, change);
  return form as unknown as Form;
}

class LedgerForm {
  readonly kind: FormKind;
  readonly parent: string;
  readonly auto: Autosave<FormValues[FormKind]>;
  key = $state('');

  constructor(kind: FormKind, key: string, parent: string, value: FormValues[FormKind], change: Change) {
    this.kind = kind;
    this.key = key;
    this.parent = parent;
    this.auto = new Autosave(value, (next) => this.#save(next, change));
  }

  async #save(value: FormValues[FormKind], change: Change): Promise<FormValues[FormKind]> {
    // A new thing has no id in its fields; from the second time on its address has it.
    const fresh = isNew(this.key);
    const named = this.kind === 'basics' ? value : { ...value, id: fresh ? '' : this.key };
    const { before, after } = await change((now) => put(now, this.kind, named, this.parent));
    if (fresh) this.key = added(this.kind, before, after) ?? this.key;
    return valueOf(after, this.kind, this.key) ?? value;
  }
}

/** The id of the one thing that is there now and wasn't before. */
function added(kind: FormKind, before: Ledger, after: Ledger): string | undefined {
  const idsOf = (ledger: Ledger) => allOf(ledger, kind).map(({ value }) => ('id' in value ? value.id : ''));
  const known = new Set(idsOf(before));
  return idsOf(after).find((id) => !known.has(id));
}
