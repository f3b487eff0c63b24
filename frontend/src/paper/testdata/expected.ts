// What a reader of the finished file has to find, put together from the document and not
// from what a template is given, so that nothing that gets lost on the way is forgotten.
import { plain } from '../../domain/marked';
import { clean } from '../clean';
import { formatRange } from '../dates';
import type { Block, Document, Entry, Words } from '../document';
import { shown } from '../shown';
import { type Template, templateOf } from '../templates';
import { sectionTitle, wordsOf } from '../words';

export interface Field {
  /** Where it comes from, for messages. */
  path: string;
  text: string;
  part: 'head' | 'main' | 'side';
  date?: true;
}

/** Every field in reading order: the head, the main column, the side column. */
export function expectedFields(document: Document): Field[] {
  const { head, sections, layout, language } = shown(document);
  const template = templateOf(layout.template);
  const of = (part: Field['part']) => (path: string, text: string) => ({ path, text: clean(text), part });
  const top = of('head');
  const fields: Field[] = [top('name', head.name), top('label', plain(head.label.text))];
  head.contacts.forEach((c, i) => fields.push(top(`contact ${i}`, shorten(c.kind, c.text))));
  for (const part of ['main', 'side'] as const) {
    for (const block of sections.filter((b) => columnOf(b, template) === part)) {
      const title = plain(block.title.text) || sectionTitle(block.key, wordsOf(language));
      fields.push(of(part)(block.key, title));
      fields.push(...sectionFields(block, document, template).map((field) => ({ ...field, part })));
    }
  }
  return fields.filter((field) => field.text !== '');
}

type Bare = Omit<Field, 'part'>;

function sectionFields(block: Block, document: Document, template: Template): Bare[] {
  if (block.kind === 'prose') return paragraphs(block.key, block.summary);
  if (block.kind === 'tags') return tagFields(block);
  return block.entries.flatMap((entry, i) => {
    const path = `${block.key}/${i}`;
    return entryFields(path, entry, block.entries.slice(i + 1), document, template);
  });
}

// Abilities without words of their own stand before the others.
function tagFields({ key, entries }: Block): Bare[] {
  const bare = (e: Entry) => (e.tags.length + e.summary.text.length === 0 ? 0 : 1);
  return [...entries]
    .sort((a, b) => bare(a) - bare(b))
    .flatMap((e, i) => [
      one(`${key}/${i}/title`, plain(e.title.text)),
      one(`${key}/${i}/detail`, plain(e.detail.text)),
      ...e.tags.map((tag, n) => one(`${key}/${i}/tags/${n}`, plain(tag.text))),
      ...paragraphs(`${key}/${i}/summary`, e.summary),
    ]);
}

function entryFields(path: string, e: Entry, after: Entry[], document: Document, template: Template): Bare[] {
  const later = after.findIndex((other) => !other.joined);
  const group = [e, ...(later < 0 ? after : after.slice(0, later))];
  const first = !e.joined && group.length > 1;
  const where = [one(`${path}/organisation`, e.organisation), one(`${path}/place`, e.place)];
  const title = [one(`${path}/degree`, e.degree), one(`${path}/title`, plain(e.title.text))];
  const named = title.some(({ text }) => text !== '');
  const head = named || first || e.joined ? title : [where[0]!];
  const headless = !named && (first || e.joined) ? [where[0]!] : [];
  return [
    ...(first ? dated(where, dates(`${path}/span`, group, document), template) : []),
    ...dated([...headless, ...head], dates(`${path}/dates`, [e], document), template),
    ...(first || e.joined ? [] : named ? where : [where[1]!]),
    one(`${path}/detail`, plain(e.detail.text)),
    one(`${path}/score`, e.score),
    one(`${path}/url`, shorten('url', e.url)),
    ...paragraphs(`${path}/summary`, e.summary),
    ...e.lines.map((line, n) => one(`${path}/lines/${n}`, plain(line.text))),
    ...e.tags.map((tag, n) => one(`${path}/tags/${n}`, plain(tag.text))),
  ];
}

function dated(head: Bare[], date: Bare, { datesFirst }: Template): Bare[] {
  return datesFirst ? [date, ...head] : [...head, date];
}

function dates(path: string, group: Entry[], { layout, language }: Document): Bare {
  const starts = group.map((e) => e.start).filter((date) => date !== '');
  const ends = group.map((e) => e.end).filter((date) => date !== '');
  const current = group.some((e) => e.current);
  const text = formatRange(
    starts.sort()[0] ?? '',
    ends.sort().at(-1) ?? '',
    current,
    layout.dateStyle,
    wordsOf(language),
  );
  return { path, text, date: true };
}

function paragraphs(path: string, words: Words): Bare[] {
  return plain(words.text)
    .split('\n')
    .map((text, i) => one(`${path}/${i}`, text));
}

function one(path: string, text: string): Bare {
  return { path, text: clean(text) };
}

function shorten(kind: string, text: string): string {
  return kind === 'url' ? text.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '') : text;
}

function columnOf(block: Block, template: Template): 'main' | 'side' {
  if (template.columns === 1) return 'main';
  if (block.column !== '') return block.column as 'main' | 'side';
  return template.side.includes(block.key) ? 'side' : 'main';
}
