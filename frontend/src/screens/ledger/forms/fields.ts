// What the form of each kind asks for, from top to bottom. Who somebody is, and a fact,
// have forms of their own.
import type { MessageKey } from '../../../i18n/messages';
import type { FormValues } from '../../../state/ledgerForm.svelte';

type Named<V, T> = { [K in keyof V]-?: V[K] extends T ? K : never }[keyof V] & string;

/** One question of a form. */
export type FieldSpec<V = Record<string, unknown>> =
  | { as: 'line'; field: Named<V, string>; label: MessageKey; hint?: MessageKey; type?: 'url' }
  | { as: 'rich'; field: Named<V, string>; label: MessageKey; hint?: MessageKey }
  | { as: 'lines'; field: Named<V, string[]>; label: MessageKey; rows?: number }
  | { as: 'date'; field: Named<V, string>; label: MessageKey }
  | { as: 'kind'; field: Named<V, string>; label: MessageKey }
  /** From when to when, and whether it goes on: "I still work here". */
  | { as: 'period'; current: MessageKey };

/** The kinds whose form is a list of questions. */
export type ItemKind = Exclude<keyof FormValues, 'basics' | 'fact'>;

/** The questions of each kind. */
export const fields: { [K in ItemKind]: readonly FieldSpec<FormValues[K]>[] } = {
  work: [
    { as: 'line', field: 'position', label: 'field.position' },
    { as: 'line', field: 'name', label: 'field.employer' },
    { as: 'line', field: 'location', label: 'field.place' },
    { as: 'period', current: 'field.workCurrent' },
    { as: 'rich', field: 'summary', label: 'field.workSummary' },
    { as: 'line', field: 'url', label: 'field.employerUrl', type: 'url' },
  ],
  education: [
    { as: 'line', field: 'institution', label: 'field.institution' },
    { as: 'line', field: 'studyType', label: 'field.studyType', hint: 'field.studyTypeHint' },
    { as: 'line', field: 'area', label: 'field.area' },
    { as: 'period', current: 'field.educationCurrent' },
    { as: 'line', field: 'score', label: 'field.score' },
    { as: 'line', field: 'location', label: 'field.place' },
    { as: 'lines', field: 'courses', label: 'field.courses' },
    { as: 'line', field: 'url', label: 'field.institutionUrl', type: 'url' },
  ],
  projects: [
    { as: 'line', field: 'name', label: 'field.project' },
    { as: 'line', field: 'entity', label: 'field.entity', hint: 'field.entityHint' },
    { as: 'line', field: 'type', label: 'field.projectType', hint: 'field.projectTypeHint' },
    { as: 'period', current: 'field.projectCurrent' },
    { as: 'rich', field: 'description', label: 'field.projectText' },
    { as: 'lines', field: 'roles', label: 'field.roles', rows: 2 },
    { as: 'lines', field: 'keywords', label: 'field.methods', rows: 3 },
    { as: 'line', field: 'url', label: 'field.webAddress', type: 'url' },
  ],
  skills: [
    { as: 'line', field: 'name', label: 'field.skill', hint: 'field.skillHint' },
    { as: 'line', field: 'level', label: 'field.level' },
    { as: 'lines', field: 'keywords', label: 'field.keywords' },
  ],
  languages: [
    { as: 'line', field: 'language', label: 'field.language' },
    { as: 'line', field: 'fluency', label: 'field.fluency', hint: 'field.fluencyHint' },
  ],
  certificates: [
    { as: 'line', field: 'name', label: 'field.certificate' },
    { as: 'line', field: 'issuer', label: 'field.issuer' },
    { as: 'date', field: 'date', label: 'field.dateIssued' },
    { as: 'line', field: 'url', label: 'field.webAddress', type: 'url' },
  ],
  awards: [
    { as: 'line', field: 'title', label: 'field.award' },
    { as: 'line', field: 'awarder', label: 'field.awarder' },
    { as: 'date', field: 'date', label: 'field.dateAwarded' },
    { as: 'rich', field: 'summary', label: 'field.awardText' },
  ],
  publications: [
    { as: 'line', field: 'name', label: 'field.title' },
    { as: 'line', field: 'publisher', label: 'field.publisher', hint: 'field.publisherHint' },
    { as: 'date', field: 'releaseDate', label: 'field.datePublished' },
    { as: 'rich', field: 'summary', label: 'field.publicationText' },
    { as: 'line', field: 'url', label: 'field.webAddress', type: 'url' },
  ],
  volunteer: [
    { as: 'line', field: 'position', label: 'field.volunteerRole' },
    { as: 'line', field: 'organization', label: 'field.organization' },
    { as: 'line', field: 'location', label: 'field.place' },
    { as: 'period', current: 'field.volunteerCurrent' },
    { as: 'rich', field: 'summary', label: 'field.volunteerText' },
    { as: 'line', field: 'url', label: 'field.organizationUrl', type: 'url' },
  ],
  references: [
    { as: 'line', field: 'name', label: 'field.referee', hint: 'field.refereeHint' },
    { as: 'rich', field: 'reference', label: 'field.referenceText' },
  ],
  interests: [
    { as: 'line', field: 'name', label: 'field.interest' },
    { as: 'lines', field: 'keywords', label: 'field.keywords' },
  ],
  custom: [{ as: 'line', field: 'heading', label: 'field.heading', hint: 'field.headingHint' }],
  customItem: [
    { as: 'line', field: 'title', label: 'field.title' },
    { as: 'line', field: 'subtitle', label: 'field.subtitle' },
    { as: 'line', field: 'location', label: 'field.place' },
    { as: 'period', current: 'field.entryCurrent' },
    { as: 'rich', field: 'summary', label: 'field.summary' },
    { as: 'line', field: 'url', label: 'field.webAddress', type: 'url' },
  ],
  sections: [
    { as: 'line', field: 'heading', label: 'field.heading' },
    { as: 'lines', field: 'lines', label: 'field.sectionLines', rows: 10 },
    { as: 'kind', field: 'kind', label: 'field.sectionKind' },
  ],
};

/** What a kept section can be: something the ledger has a list for, or a section of one's own. */
export const sectionKinds = [
  'projects',
  'certificates',
  'awards',
  'publications',
  'volunteer',
  'references',
  'interests',
  'other',
] as const;

/** One of these; what isn't known is something else. */
export function sectionKind(kind: string): (typeof sectionKinds)[number] {
  return sectionKinds.find((known) => known === kind) ?? 'other';
}

/** All fields the Go side can blame in a form of this kind, and that it shows. */
export function fieldNames(kind: keyof FormValues): string[] {
  if (kind === 'basics') return [];
  if (kind === 'fact') return ['text'];
  const specs: readonly FieldSpec[] = fields[kind] as readonly FieldSpec[];
  return specs.flatMap((spec) => (spec.as === 'period' ? ['startDate', 'endDate'] : spec.field));
}
