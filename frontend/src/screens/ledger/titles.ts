// What things of the ledger are called, wherever one is named.
import { numbered } from '../../domain/facts';
import { plain, plainLine } from '../../domain/marked';
import { m, say } from '../../i18n/messages';
import { period } from '../../i18n/period';
import type { Ledger } from '../../state/ledger.svelte';
import type { Form, FormKind, FormValues } from '../../state/ledgerForm.svelte';
import type { Found } from '../../state/ledgerParts';

/** What an item is called, and what is said of it beside that. */
export interface Title {
  title: string;
  detail: string;
}

const kinds = {
  basics: 'ledger.you',
  work: 'ledger.job',
  education: 'ledger.course',
  projects: 'ledger.project',
  skills: 'ledger.skill',
  languages: 'ledger.language',
  certificates: 'ledger.certificate',
  awards: 'ledger.award',
  publications: 'ledger.publication',
  volunteer: 'ledger.volunteerRole',
  references: 'ledger.reference',
  interests: 'ledger.interest',
  custom: 'ledger.custom',
  customItem: 'ledger.entry',
  sections: 'ledger.kept',
} as const satisfies { [K in Exclude<FormKind, 'fact'>]: string };

/** What the inspector calls what is open: "Fact 14" counts as the list does. */
export function formTitle(form: Form, ledger: Ledger | undefined): string {
  if (form.kind !== 'fact') return say(kinds[form.kind]);
  const number = ledger && numbered(ledger).get(form.key);
  return number === undefined ? m['ledger.newFact']() : m['ledger.factNumber']({ number });
}

const date = (day: string) => period({ startDate: day, endDate: '', current: false });
const joined = (parts: (string | undefined)[]) => parts.filter(Boolean).join(', ');
const titled = (parts: (string | undefined)[], detail: (string | undefined)[]): Title => {
  const [title = '', ...rest] = parts.filter(Boolean);
  return { title, detail: joined([...rest, ...detail]) };
};

const titlers: { [K in Exclude<FormKind, 'basics' | 'fact'>]: (item: FormValues[K]) => Title } = {
  work: (item) => titled([item.position, item.name], [period(item)]),
  education: (item) => titled([joined([item.studyType, item.area]), item.institution], [period(item)]),
  projects: (item) => titled([item.name, item.entity], [period(item)]),
  skills: (item) => ({
    title: item.name || item.keywords.join(', '),
    detail: [item.level, item.name ? item.keywords.join(', ') : ''].filter(Boolean).join('; '),
  }),
  languages: (item) => titled([item.language], [item.fluency]),
  certificates: (item) => titled([item.name, item.issuer], [date(item.date)]),
  awards: (item) => titled([item.title, item.awarder], [date(item.date)]),
  publications: (item) => titled([item.name, item.publisher], [date(item.releaseDate)]),
  volunteer: (item) => titled([item.position, item.organization], [period(item)]),
  references: (item) => titled([item.name, shortened(plain(item.reference))], []),
  interests: (item) => titled([item.name || item.keywords.join(', ')], [item.name ? item.keywords.join(', ') : '']),
  custom: (item) => titled([item.heading], []),
  customItem: (item) => ({
    title: [item.title, item.subtitle, shortened(plain(item.summary)), item.location, item.url].find(Boolean) ?? '',
    detail: joined([item.title && item.subtitle, period(item)]),
  }),
  sections: (item) => titled([item.heading], []),
};

/** The title of an item, or what stands for one where it has none. */
export function titleOf<K extends keyof typeof titlers>(kind: K, item: FormValues[K]): Title {
  const { title, detail } = titlers[kind](item);
  return { title: title || say(untitled[kind as keyof typeof untitled] ?? 'ledger.noEntryTitle'), detail };
}

const untitled = { work: 'ledger.noTitle', sections: 'ledger.noHeading' } as const;

/** What an item is called where its kind isn't known beforehand. */
export function nameOf({ kind, value }: Found): string {
  if (kind === 'basics') return m['ledger.you']();
  if (kind === 'fact') return plainLine((value as FormValues['fact']).text);
  const { title, detail } = titleOf(kind, value as never);
  return joined([title, detail]);
}

const longest = 120;

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
