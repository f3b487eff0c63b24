// JSON Resume to a document, for the command line. What has another type than the format
// says is shown as far as it can be written, or dropped with a warning; nothing throws.
import { isDate } from './dates';
import {
  type Block,
  type BlockKind,
  type Contact,
  type Document,
  type Entry,
  type LineWords,
  type Words,
  plainLayout,
} from './document';

/** What was read, and a sentence for everything that was not taken as it stood. */
export interface Reading {
  document: Document;
  warnings: string[];
}

/** A document of any value, in the given language ("en" by default). */
export function fromJsonResume(value: unknown, template = 'ledger-serif', language = ''): Reading {
  const reader = new Reader();
  const root = reader.object(value, 'resume');
  const basics = reader.object(root.basics, 'basics');
  const document: Document = {
    name: '',
    language: language || reader.text(reader.object(root.meta, 'meta').language, 'meta.language') || 'en',
    layout: plainLayout(template),
    head: {
      name: reader.text(basics.name, 'basics.name'),
      label: words('basics/label', reader.text(basics.label, 'basics.label')),
      contacts: contactsOf(reader, basics),
      picture: null,
    },
    sections: sectionsOf(reader, root, basics),
  };
  return { document, warnings: reader.warnings };
}

type Json = Record<string, unknown>;

/** Reads values of whatever type and says what it could not take. */
class Reader {
  readonly warnings: string[] = [];

  object(value: unknown, path: string): Json {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
    this.#unlessEmpty(value, `${path}: expected an object`);
    return {};
  }

  list(value: unknown, path: string): unknown[] {
    if (Array.isArray(value)) return value;
    if (typeof value === 'string' && value.trim() !== '') return [value];
    this.#unlessEmpty(value, `${path}: expected a list`);
    return [];
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    this.#unlessEmpty(value, `${path}: expected a text`);
    return '';
  }

  texts(value: unknown, path: string): string[] {
    return this.list(value, path)
      .map((item, i) => this.text(item, `${path}[${i}]`))
      .filter((text) => text.trim() !== '');
  }

  /** A date as the format has it, or as it was written. */
  date(value: unknown, path: string): string {
    const text = this.text(value, path).trim();
    const day = text.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1');
    if (day === '' || isDate(day)) return day;
    this.warnings.push(`${path}: "${text}" is no date; shown as written`);
    return text;
  }

  #unlessEmpty(value: unknown, warning: string): void {
    if (value !== undefined && value !== null && value !== '') this.warnings.push(`${warning}; left out`);
  }
}

function words(field: string, text = ''): Words {
  return { field, text, worded: false, ledger: '' };
}

function contactsOf(reader: Reader, basics: Json): Contact[] {
  const [email, phone, url] = ['email', 'phone', 'url'].map((key) =>
    reader.text(basics[key], `basics.${key}`),
  );
  return [
    contact('email', email!, `mailto:${email}`),
    contact('phone', phone!, `tel:${phone!.replace(/[^\d+]/g, '')}`),
    contact('place', placeOf(reader, reader.object(basics.location, 'basics.location'))),
    contact('url', url!, url),
    ...reader
      .list(basics.profiles, 'basics.profiles')
      .map((item, i) => profile(reader, item, `basics.profiles[${i}]`)),
  ].filter((c) => c.text.trim() !== '');
}

function placeOf(reader: Reader, location: Json): string {
  const read = (key: string) => reader.text(location[key], `basics.location.${key}`);
  const city = join(' ', read('postalCode'), read('city'));
  return join(', ', read('address'), city, read('region'), read('countryCode'));
}

function join(between: string, ...parts: string[]): string {
  return parts.filter((part) => part !== '').join(between);
}

function profile(reader: Reader, item: unknown, path: string): Contact {
  const { network, username, url } = reader.object(item, path);
  const address = reader.text(url, `${path}.url`);
  const text = reader.text(username, `${path}.username`) || address;
  return contact('profile', text, address, reader.text(network, `${path}.network`));
}

function contact(kind: string, text: string, url = '', network = ''): Contact {
  return { kind, text, url: text === '' ? '' : url, network };
}

/** Which key of an item fills which field of an entry. */
interface Fields {
  kind: BlockKind;
  title: string;
  organisation?: string;
  degree?: string;
  place?: string;
  detail?: string;
  summary?: string;
  lines?: string;
  tags?: string;
  date?: string;
}

const fields: Record<string, Fields> = {
  work: {
    kind: 'entries',
    title: 'position',
    organisation: 'name',
    place: 'location',
    summary: 'summary',
    lines: 'highlights',
  },
  education: {
    kind: 'entries',
    title: 'area',
    organisation: 'institution',
    degree: 'studyType',
    place: 'location',
    tags: 'courses',
  },
  projects: {
    kind: 'entries',
    title: 'name',
    organisation: 'entity',
    summary: 'description',
    lines: 'highlights',
    tags: 'keywords',
  },
  skills: { kind: 'tags', title: 'name', detail: 'level', tags: 'keywords' },
  languages: { kind: 'levels', title: 'language', detail: 'fluency' },
  certificates: { kind: 'entries', title: 'name', organisation: 'issuer', date: 'date' },
  awards: { kind: 'entries', title: 'title', organisation: 'awarder', date: 'date', summary: 'summary' },
  publications: {
    kind: 'entries',
    title: 'name',
    organisation: 'publisher',
    date: 'releaseDate',
    summary: 'summary',
  },
  volunteer: {
    kind: 'entries',
    title: 'position',
    organisation: 'organization',
    place: 'location',
    summary: 'summary',
    lines: 'highlights',
  },
  interests: { kind: 'tags', title: 'name', tags: 'keywords' },
  references: { kind: 'entries', title: 'name', summary: 'reference' },
};

function sectionsOf(reader: Reader, root: Json, basics: Json): Block[] {
  const summary = reader.text(basics.summary, 'basics.summary');
  const blocks = Object.entries(fields).map(([key, field]) => ({
    ...block(key, field.kind),
    entries: joinRoles(reader.list(root[key], key).map((item, i) => entryOf(reader, item, field, key, i))),
  }));
  return [{ ...block('summary', 'prose'), summary: words('basics/summary', summary) }, ...blocks];
}

function block(key: string, kind: BlockKind): Block {
  return {
    key,
    kind,
    title: words(`section/${key}/title`),
    column: '',
    break: false,
    hidden: false,
    summary: words(''),
    entries: [],
  };
}

function entryOf(reader: Reader, value: unknown, field: Fields, key: string, i: number): Entry {
  const path = `${key}[${i}]`;
  // A bare text, as in "skills": ["Go", "SQL"], is a name.
  const item = typeof value === 'string' ? { [field.title]: value } : reader.object(value, path);
  const read = (name?: string) => (name ? reader.text(item[name], `${path}.${name}`) : '');
  const date = (name: string) => reader.date(item[name], `${path}.${name}`);
  const at = (name: string, text: string) => words(`${key}/${i}/${name}`, text);
  const start = field.date ? '' : date('startDate');
  const end = date(field.date ?? 'endDate');
  return {
    ...{ id: `${i}`, hidden: false, break: false, joined: false, start, end },
    current: start !== '' && end === '' && (key === 'work' || key === 'volunteer'),
    title: at(field.title, read(field.title)),
    degree: read(field.degree),
    organisation: read(field.organisation),
    place: read(field.place),
    url: read('url'),
    detail: at(field.detail ?? 'detail', read(field.detail)),
    score: key === 'education' ? read('score') : '',
    summary: at(field.summary ?? 'summary', read(field.summary)),
    lines: listOf(reader, item, field.lines, path).map((text, n) =>
      line(`${key}/${i}/${field.lines}/${n}`, text, n),
    ),
    tags: listOf(reader, item, field.tags, path).map((text, n) => words(`${key}/${i}/keywords/${n}`, text)),
  };
}

function listOf(reader: Reader, item: Json, name: string | undefined, path: string): string[] {
  return name ? reader.texts(item[name], `${path}.${name}`) : [];
}

function line(field: string, text: string, n: number): LineWords {
  return { ...words(field, text), id: `${n}`, hidden: false };
}

function joinRoles(entries: Entry[]): Entry[] {
  return entries.map((entry, i) => {
    const before = entries[i - 1]?.organisation.trim();
    return { ...entry, joined: i > 0 && before !== '' && before === entry.organisation.trim() };
  });
}
