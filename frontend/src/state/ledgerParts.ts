// What the ledger consists of: where each thing lies in it, and how it is saved.
import {
  type Award,
  type Basics,
  type Certificate,
  type Custom,
  type CustomItem,
  type Education,
  type Highlight,
  type Interest,
  type Language,
  type Ledger,
  type Part,
  type Project,
  type Publication,
  type Reference,
  type Section,
  type Skill,
  type Volunteer,
  type Work,
  career,
} from '../api/career';
import { AppError } from '../api/errors';
import { owners, textsOf } from '../domain/facts';

/** What a form of each kind edits. A fact is one highlight of its owner. */
export interface FormValues {
  basics: Basics;
  work: Work;
  fact: Highlight;
  education: Education;
  projects: Project;
  skills: Skill;
  languages: Language;
  certificates: Certificate;
  awards: Award;
  publications: Publication;
  volunteer: Volunteer;
  references: Reference;
  interests: Interest;
  custom: Custom;
  customItem: CustomItem;
  sections: Section;
}

/** What can be edited in the ledger. */
export type FormKind = keyof FormValues;

/** Something of the ledger and where it lies. */
export interface Found {
  kind: FormKind;
  value: FormValues[FormKind];
  /** What a fact or an entry of a section of one's own lies in; empty for the rest. */
  parent: string;
}

const saves: { [K in Part]: (item: FormValues[K]) => Promise<Ledger> } = {
  work: career.saveWork,
  education: career.saveEducation,
  projects: career.saveProject,
  skills: career.saveSkill,
  languages: career.saveLanguage,
  certificates: career.saveCertificate,
  awards: career.saveAward,
  publications: career.savePublication,
  volunteer: career.saveVolunteer,
  references: career.saveReference,
  interests: career.saveInterest,
  custom: career.saveCustom,
  sections: career.saveSection,
};

const parts = Object.keys(saves) as Part[];

/** Everything of one kind. */
export function allOf(ledger: Ledger, kind: FormKind): Found[] {
  const found = (value: Found['value'], parent = '') => ({ kind, value, parent });
  if (kind === 'basics') return [found(ledger.basics)];
  if (kind === 'fact') return owners(ledger).flatMap(({ id, highlights }) => highlights.map((fact) => found(fact, id)));
  if (kind === 'customItem') return ledger.custom.flatMap(({ id, items }) => items.map((item) => found(item, id)));
  return ledger[kind].map((item) => found(item));
}

/** What has an id; undefined if the ledger has no such thing. */
export function find(ledger: Ledger, id: string): Found | undefined {
  const kinds: FormKind[] = [...parts, 'customItem', 'fact'];
  return kinds.flatMap((kind) => allOf(ledger, kind)).find(({ value }) => 'id' in value && value.id === id);
}

/** Adds something (its id empty) or replaces it. What lies in it is as the ledger has it. */
export function put(now: Ledger, kind: FormKind, value: FormValues[FormKind], parent: string): Promise<Ledger> {
  switch (kind) {
    case 'basics':
      return career.updateBasics(value as Basics);
    case 'fact':
      return putFact(now, value as Highlight, parent);
    case 'customItem':
      return putEntry(now, value as CustomItem, parent);
    default:
      return save(kind, withParts(now, kind, value as FormValues[Part]));
  }
}

/** Changes the facts of whatever holds them. */
export function putFacts(now: Ledger, ownerId: string, change: (facts: Highlight[]) => Highlight[]): Promise<Ledger> {
  const owner = find(now, ownerId);
  if (!owner || !('highlights' in owner.value)) throw gone();
  const changed = { ...owner.value, highlights: change(owner.value.highlights) };
  if (owner.kind !== 'customItem') return save(owner.kind as Part, changed as FormValues[Part]);
  return putEntries(now, owner.parent, (items) => replaced(items, changed as CustomItem));
}

function save<K extends Part>(part: K, item: FormValues[K]): Promise<Ledger> {
  return saves[part](item);
}

/** The form of an item has neither facts nor entries in it: they are as the ledger has them. */
function withParts<T extends FormValues[Part]>(now: Ledger, part: Part, item: T): T {
  const kept = now[part].find(({ id }) => id === item.id);
  const facts = 'highlights' in item ? { highlights: kept && 'highlights' in kept ? kept.highlights : [] } : {};
  const entries = 'items' in item ? { items: kept && 'items' in kept ? kept.items : [] } : {};
  return { ...item, ...facts, ...entries };
}

async function putFact(now: Ledger, fact: Highlight, ownerId: string): Promise<Ledger> {
  if (fact.text.trim() === '') throw refused('ledger.factNeedsWords', 'text');
  return putFacts(now, ownerId, (facts) => (fact.id ? replaced(facts, fact) : [...facts, fact]));
}

async function putEntry(now: Ledger, entry: CustomItem, sectionId: string): Promise<Ledger> {
  // Without a word in it, it would be dropped in silence.
  if (textsOf(entry).length === 0) throw refused('career.customItemNeedsText', 'title');
  return putEntries(now, sectionId, (items) => {
    const highlights = items.find(({ id }) => id === entry.id)?.highlights ?? [];
    return entry.id ? replaced(items, { ...entry, highlights }) : [...items, entry];
  });
}

async function putEntries(now: Ledger, id: string, change: (items: CustomItem[]) => CustomItem[]): Promise<Ledger> {
  const section = now.custom.find((custom) => custom.id === id);
  if (!section) throw gone();
  try {
    return await career.saveCustom({ ...section, items: change(section.items) });
  } catch (reason) {
    throw ofEntry(AppError.from(reason));
  }
}

/** An entry is saved with its section, which says "items[2].endDate" of it; its form has an "endDate". */
function ofEntry(error: AppError): AppError {
  return new AppError({ ...error, field: error.field.replace(/^items\[\d+\]\./, '') });
}

function replaced<T extends { id: string }>(items: readonly T[], item: T): T[] {
  return items.map((one) => (one.id === item.id ? item : one));
}

const gone = () => new AppError({ code: 'not_found', key: 'career.noSuchItem' });
const refused = (key: string, field: string) => new AppError({ code: 'invalid', key, field });
