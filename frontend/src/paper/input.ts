// From a document to the one typed input of all templates: marked text parsed into spans,
// dates written, titles filled in, every size concrete. A template only draws.
//
// A person's text is data from here on: Typst reads this JSON and never evaluates it.
import { type Span as MarkedSpan, parse, parseLine } from '../domain/marked';
import { formatRange } from './dates';
import type { Block, Contact, Document, Entry, Words } from './document';
import { clean, webAddress } from './clean';
import { type Style, styleOf } from './style';
import { type Template, templateOf } from './templates';
import { type Lexicon, fill, sectionTitle, wordsOf } from './words';

/** A stretch of text in one manner; what is false or empty is left out. */
export interface Span {
  text: string;
  bold?: true;
  italic?: true;
  href?: string;
}

/** A paragraph or a list item. */
export interface Para {
  kind: string;
  spans: Span[];
}

export interface InputEntry {
  id: string;
  /** Whether a new page starts before it. */
  break: boolean;
  /** "single"; or "first" and "next" of several roles at one employer. */
  role: 'single' | 'first' | 'next';
  /** Degree and area, position, or name. */
  title: Span[];
  organisation: string;
  place: string;
  url: { text: string; href: string } | null;
  /** "Mar 2021 – present", or empty. */
  dates: string;
  /** The whole time at the employer, of a first role. */
  span: string;
  detail: Span[];
  score: string;
  summary: Para[];
  lines: Span[][];
  tags: Span[][];
  /** Whether anything follows the head of the entry. */
  more: boolean;
}

export interface InputSection {
  key: string;
  kind: string;
  title: string;
  column: 'main' | 'side';
  break: boolean;
  summary: Para[];
  entries: InputEntry[];
}

export interface Input {
  style: Style;
  /** The document's title and author in the file's properties. */
  title: string;
  author: string;
  head: {
    name: string;
    label: Span[];
    contacts: { kind: string; network: string; text: string; href: string }[];
    /** A picture lies at /picture where this is set. */
    picture: { alt: string } | null;
  };
  sections: InputSection[];
  /** Whether the JSON Resume source lies at /resume.json and is to be attached. */
  attach: boolean;
  sourceNote: string;
}

/** What only the job knows, not the document. */
export interface InputOptions {
  /** Whether there are bytes of a picture. */
  picture?: boolean;
  attach?: boolean;
}

/** The input of a document of which only what is shown is left. */
export function inputOf(document: Document, options: InputOptions = {}): Input {
  const template = templateOf(document.layout.template);
  const words = wordsOf(document.language);
  const name = clean(document.head.name);
  const style = styleOf(document);
  return {
    style,
    title: clean(document.name) || name,
    author: name,
    head: {
      name,
      label: inline(document.head.label),
      contacts: (document.head.contacts ?? []).map(contact).filter((c) => c.text !== ''),
      picture: pictureOf(document, template, words, options),
    },
    sections: document.sections.map((block) => section(block, document, template, words, style.comma)),
    attach: options.attach ?? false,
    sourceNote: 'JSON Resume',
  };
}

function pictureOf({ head, layout }: Document, template: Template, words: Lexicon, options: InputOptions) {
  if (!options.picture || !layout.showPicture || !template.picture) return null;
  const alt = clean(head.picture?.description ?? '') || fill(words.photo, { name: clean(head.name) });
  return { alt };
}

function contact({ kind, text, url, network }: Contact) {
  const words = shorten(kind, clean(text));
  const named = kind === 'profile' && network && text !== url ? `${clean(network)}: ${words}` : words;
  return {
    kind,
    network: clean(network ?? ''),
    text: words === '' ? '' : named,
    href: webAddress(url ?? ''),
  };
}

// An address on paper goes without its protocol and the slash at its end.
function shorten(kind: string, text: string): string {
  const isAddress = kind === 'url' || kind === 'profile';
  return isAddress ? text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') : text;
}

function section(
  block: Block,
  { layout }: Document,
  template: Template,
  words: Lexicon,
  comma: string,
): InputSection {
  return {
    key: block.key,
    kind: block.kind,
    title: clean(plain(inline(block.title))) || sectionTitle(block.key, words),
    column: columnOf(block, template),
    break: block.break,
    summary: block.kind === 'prose' ? paras(block.summary) : [],
    entries: entriesOf(block.entries ?? [], { dates: layout.dateStyle, words, comma }),
  };
}

function columnOf(block: Block, template: Template): 'main' | 'side' {
  if (template.columns === 1) return 'main';
  if (block.column === 'main' || block.column === 'side') return block.column;
  return template.side.includes(block.key) ? 'side' : 'main';
}

/** How dates and lists are written. */
interface Manner {
  dates: string;
  words: Lexicon;
  comma: string;
}

function entriesOf(entries: Entry[], manner: Manner): InputEntry[] {
  return entries.map((entry, i) => {
    const next = entries[i + 1];
    const role = entry.joined ? 'next' : next?.joined ? 'first' : 'single';
    return { ...bare(entry, manner), role, span: role === 'first' ? wholeTime(entries, i, manner) : '' };
  });
}

function bare(entry: Entry, { dates, words, comma }: Manner): Omit<InputEntry, 'role' | 'span'> {
  const summary = paras(entry.summary);
  const lines = (entry.lines ?? []).map(inline).filter((line) => line.length > 0);
  const tags = (entry.tags ?? []).map(inline).filter((tag) => tag.length > 0);
  return {
    id: entry.id,
    break: entry.break,
    title: withDegree(clean(entry.degree ?? ''), inline(entry.title), comma),
    organisation: clean(entry.organisation ?? ''),
    place: clean(entry.place ?? ''),
    url: addressOf(entry.url ?? ''),
    dates: formatRange(clean(entry.start ?? ''), clean(entry.end ?? ''), entry.current, dates, words),
    detail: inline(entry.detail),
    score: clean(entry.score ?? ''),
    summary,
    lines,
    tags,
    more: summary.length + lines.length + tags.length > 0,
  };
}

function withDegree(degree: string, title: Span[], comma: string): Span[] {
  if (degree === '') return title;
  return title.length === 0 ? [{ text: degree }] : [{ text: degree + comma }, ...title];
}

function addressOf(url: string): InputEntry['url'] {
  const text = shorten('url', clean(url));
  return text === '' ? null : { text, href: webAddress(url) || '' };
}

// Roles at one employer are newest first; the whole time runs from the last one's start
// to the first one's end.
function wholeTime(entries: Entry[], first: number, { dates, words }: Manner): string {
  let last = first;
  while (entries[last + 1]?.joined) last++;
  const group = entries.slice(first, last + 1);
  const starts = group
    .map((entry) => entry.start)
    .filter((date) => date !== '')
    .sort();
  const ends = group
    .map((entry) => entry.end)
    .filter((date) => date !== '')
    .sort();
  const current = group.some((entry) => entry.current);
  return formatRange(starts[0] ?? '', ends.at(-1) ?? '', current, dates, words);
}

// A field of one line by nature; newlines in it are spaces.
function inline(words: Words | undefined): Span[] {
  return spansOf(parseLine((words?.text ?? '').replace(/\s*\n\s*/g, ' ')));
}

function paras(words: Words | undefined): Para[] {
  const blocks = words?.text ? parse(words.text) : [];
  return blocks
    .map((block) => ({ kind: block.kind, spans: spansOf(block.spans) }))
    .filter((para) => para.spans.length > 0);
}

function spansOf(spans: MarkedSpan[]): Span[] {
  return spans
    .map((span) => ({
      text: clean(span.text, false),
      ...(span.bold && { bold: true as const }),
      ...(span.italic && { italic: true as const }),
      ...(webAddress(span.href ?? '') && { href: webAddress(span.href ?? '') }),
    }))
    .filter((span) => span.text !== '');
}

function plain(spans: Span[]): string {
  return spans.map((span) => span.text).join('');
}
