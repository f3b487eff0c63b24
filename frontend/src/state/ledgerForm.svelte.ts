import {
  type Basics,
  type Education,
  type Language,
  type Ledger,
  type Skill,
  type Work,
  career,
} from '../api/career';
import { AppError } from '../api/errors';
import { Autosave } from './autosave.svelte';

/** What a form of each kind edits. A fact is one highlight of a job. */
export interface FormValues {
  basics: Basics;
  work: Work;
  fact: { id: string; text: string };
  education: Education;
  skills: Skill;
  languages: Language;
}

/** What can be edited in the ledger. */
export type FormKind = keyof FormValues;

/** What can be added to it. */
export type NewKind = Exclude<FormKind, 'basics'>;

/** One thing of the ledger being edited. */
interface FormOf<K extends FormKind> {
  readonly kind: K;
  /** Where it lies in the address: an item's id, "basics", or "new-…" until it is kept. */
  key: string;
  /** The job a fact belongs to; empty for the rest. */
  readonly workId: string;
  readonly auto: Autosave<FormValues[K]>;
}

/** A form of any kind; kind tells which. */
export type Form = { [K in FormKind]: FormOf<K> }[FormKind];

/** Makes a change to the ledger after all changes before it, and gives the ledger of then. */
export type Change = (make: (now: Ledger) => Promise<Ledger>) => Promise<{ before: Ledger; after: Ledger }>;

const blankPeriod = { startDate: '', endDate: '', current: false };
const blanks: { [K in NewKind]: FormValues[K] } = {
  work: {
    id: '',
    name: '',
    position: '',
    location: '',
    url: '',
    ...blankPeriod,
    summary: '',
    highlights: [],
  },
  fact: { id: '', text: '' },
  education: {
    id: '',
    institution: '',
    studyType: '',
    area: '',
    ...blankPeriod,
    score: '',
    courses: [],
    location: '',
    url: '',
  },
  skills: { id: '', name: '', level: '', keywords: [] },
  languages: { id: '', language: '', fluency: '' },
};

/** The address of something not there yet; a fact names its job. */
export function newKey(kind: NewKind, workId = ''): string {
  return workId ? `new-${kind}-${workId}` : `new-${kind}`;
}

/** Opens what an address names; undefined if the ledger has no such thing. */
export function openForm(key: string, ledger: Ledger, change: Change): Form | undefined {
  if (key === 'basics') return make('basics', key, '', ledger.basics, change);
  const fresh = /^new-(work|fact|education|skills|languages)(?:-(.+))?$/.exec(key);
  if (fresh) return openNew(fresh[1] as NewKind, key, fresh[2] ?? '', ledger, change);
  const job = ledger.work.find((work) => work.highlights.some(({ id }) => id === key));
  const kind = job ? 'fact' : lists.find((list) => ledger[list].some(({ id }) => id === key));
  if (!kind) return undefined;
  const value = valueOf(ledger, kind, key);
  return value && make(kind, key, job?.id ?? '', value, change);
}

/** What the ledger has under a key; undefined if it is gone. */
export function valueOf(ledger: Ledger, kind: FormKind, key: string): FormValues[FormKind] | undefined {
  if (kind === 'basics') return ledger.basics;
  const all: readonly FormValues[NewKind][] =
    kind === 'fact' ? ledger.work.flatMap((work) => work.highlights) : ledger[kind];
  return all.find((item) => item.id === key);
}

const lists = ['work', 'education', 'skills', 'languages'] as const;

function openNew(
  kind: NewKind,
  key: string,
  workId: string,
  ledger: Ledger,
  change: Change,
): Form | undefined {
  if (kind === 'fact' && !ledger.work.some(({ id }) => id === workId)) return undefined;
  return make(kind, key, workId, blanks[kind], change);
}

function make(
  kind: FormKind,
  key: string,
  workId: string,
  value: FormValues[FormKind],
  change: Change,
): Form {
  // The kind goes with the value everywhere above; TypeScript can't follow that through a union.
  const form = new LedgerForm(kind, key, workId, value, change);
  return form as unknown as Form;
}

class LedgerForm {
  readonly kind: FormKind;
  readonly workId: string;
  readonly auto: Autosave<FormValues[FormKind]>;
  key = $state('');

  constructor(kind: FormKind, key: string, workId: string, value: FormValues[FormKind], change: Change) {
    this.kind = kind;
    this.key = key;
    this.workId = workId;
    this.auto = new Autosave(value, (next) => this.#save(next, change));
  }

  async #save(value: FormValues[FormKind], change: Change): Promise<FormValues[FormKind]> {
    // A new thing has no id in its fields; from the second time on its address has it.
    const fresh = this.key.startsWith('new-');
    const named = this.kind === 'basics' ? value : { ...value, id: fresh ? '' : this.key };
    const { before, after } = await change((now) => send(this.kind, named, this.workId, now));
    if (fresh) this.key = added(this.kind as NewKind, before, after) ?? this.key;
    const kept = valueOf(after, this.kind, this.key) ?? value;
    return kept;
  }
}

function send(kind: FormKind, value: FormValues[FormKind], workId: string, now: Ledger): Promise<Ledger> {
  switch (kind) {
    case 'basics':
      return career.updateBasics(value as Basics);
    case 'work':
      return career.saveWork(withFacts(value as Work, now));
    case 'fact':
      return sendFact(value as FormValues['fact'], workId, now);
    case 'education':
      return career.saveEducation(value as Education);
    case 'skills':
      return career.saveSkill(value as Skill);
    case 'languages':
      return career.saveLanguage(value as Language);
  }
}

/** The form of a job has no facts in it: they are as the ledger has them. */
function withFacts(work: Work, now: Ledger): Work {
  return { ...work, highlights: now.work.find(({ id }) => id === work.id)?.highlights ?? [] };
}

async function sendFact(fact: FormValues['fact'], workId: string, now: Ledger): Promise<Ledger> {
  const work = now.work.find(({ id }) => id === workId);
  if (!work) throw new AppError({ code: 'not_found', key: 'career.noSuchItem' });
  if (fact.text.trim() === '')
    throw new AppError({ code: 'invalid', key: 'ledger.factNeedsWords', field: 'text' });
  const highlights = fact.id
    ? work.highlights.map((one) => (one.id === fact.id ? fact : one))
    : [...work.highlights, fact];
  return career.saveWork({ ...work, highlights });
}

/** The id of the one thing that is there now and wasn't before. */
function added(kind: NewKind, before: Ledger, after: Ledger): string | undefined {
  const idsOf = (ledger: Ledger) =>
    (kind === 'fact' ? ledger.work.flatMap((work) => work.highlights) : ledger[kind]).map(({ id }) => id);
  const known = new Set(idsOf(before));
  return idsOf(after).find((id) => !known.has(id));
}
