// The little rich text a résumé needs, inside an ordinary string: **bold**, *italic*,
// [words](https://…), paragraphs parted by newlines, list items that begin with "- ". It
// does exactly what internal/career/marked does in Go; the vectors there hold both.

/** A stretch of text marked alike; href is empty where there is no link. */
export interface Span {
  text: string;
  bold: boolean;
  italic: boolean;
  href: string;
}

/** A paragraph or an item of a list. */
export interface Block {
  kind: 'p' | 'li';
  spans: Span[];
}

/** A piece of a line: text, a link, or a run of one to three stars. */
interface Token {
  text: string;
  link: Span[];
  /** How many stars; 0: not a run of stars. */
  stars: number;
  opens: boolean;
  closes: boolean;
  /** The marks it opens and closes, as sums. */
  opened: number;
  closed: number;
}

// The marks a star can make, by the number of stars: three are both.
const italic = 1;
const bold = 2;
const marks = [italic, bold] as const;

// Unicode's own white space: what trim() takes differs by two characters.
const space = /^\p{White_Space}$/u;
const around = /^\p{White_Space}+|\p{White_Space}+$/gu;
const word = /^[\p{L}\p{N}\p{M}]$/u;
// Scripts in which a word doesn't end at a space: a mark may begin or end anywhere.
const unspaced =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u;
const schemes = ['https://', 'http://', 'mailto:', 'tel:'];
const unfit = /[\p{White_Space}\p{Cc}]/u;
const escapable = '*[]()\\-';

/** Reads text of several lines; blank lines are no blocks. */
export function parse(text: string): Block[] {
  return text.split('\n').flatMap((raw) => {
    const line = raw.replace(around, '');
    const item = line.startsWith('- ');
    const spans = parseLine(item ? line.slice(2) : line);
    return spans.length > 0 ? [{ kind: item ? ('li' as const) : ('p' as const), spans }] : [];
  });
}

/** Reads text that is one line by nature, as a highlight is: a dash at its beginning is a dash. */
export function parseLine(text: string): Span[] {
  return inline(Array.from(text.replace(around, '')), true);
}

/** The words of a text of one line, without its marks. */
export function plainLine(text: string): string {
  return parseLine(text)
    .map((span) => span.text)
    .join('');
}

/** The words alone, one line for each block. */
export function plain(text: string): string {
  return parse(text)
    .map((block) => block.spans.map((span) => span.text).join(''))
    .join('\n');
}

/** Whether a résumé may link to the address: http, https, mailto or tel. */
export function isLink(href: string): boolean {
  const lower = href.toLowerCase();
  return (
    schemes.some((scheme) => lower.startsWith(scheme) && lower.length > scheme.length) && !unfit.test(href)
  );
}

function inline(chars: readonly string[], links: boolean): Span[] {
  const tokens: Token[] = [];
  for (let i = 0; i < chars.length;) {
    const [token, length] = tokenAt(chars, i, links);
    tokens.push(token);
    i += length;
  }
  pair(tokens);
  return render(tokens);
}

function tokenAt(chars: readonly string[], i: number, links: boolean): [Token, number] {
  if (escaped(chars, i)) return [textToken(at(chars, i + 1)), 2];
  if (chars[i] === '*') return stars(chars, i);
  if (chars[i] === '[' && links) return link(chars, i) ?? [textToken('['), 1];
  let end = i + 1;
  while (end < chars.length && !'*[\\'.includes(at(chars, end))) end++;
  return [textToken(chars.slice(i, end).join('')), end - i];
}

function textToken(text: string): Token {
  return { text, link: [], stars: 0, opens: false, closes: false, opened: 0, closed: 0 };
}

function at(chars: readonly string[], i: number): string {
  return chars[i] ?? '';
}

/** Whether a backslash takes the meaning from what follows. */
function escaped(chars: readonly string[], i: number): boolean {
  const next = chars[i + 1];
  return chars[i] === '\\' && next !== undefined && escapable.includes(next);
}

/** Reads a run of stars. More than three in a row mean nothing. */
function stars(chars: readonly string[], i: number): [Token, number] {
  let end = i + 1;
  while (chars[end] === '*') end++;
  const count = end - i;
  if (count > italic + bold) return [textToken('*'.repeat(count)), count];
  const [before, after] = [chars[i - 1], chars[end]];
  const opens = after !== undefined && !space.test(after) && (before === undefined || !joins(before));
  const closes = before !== undefined && !space.test(before) && (after === undefined || !joins(after));
  return [{ ...textToken(''), stars: count, opens, closes }, count];
}

/** Whether a star beside the character would be inside a word. */
function joins(char: string): boolean {
  return word.test(char) && !unspaced.test(char);
}

/** Each mark is closed by the first run that can, and opened by the last before it that could. */
function pair(tokens: readonly Token[]): void {
  for (const mark of marks) {
    let opener: Token | undefined;
    for (const token of tokens) {
      if ((token.stars & mark) === 0) continue;
      if (opener && token.closes) {
        opener.opened |= mark;
        token.closed |= mark;
        opener = undefined;
      } else if (token.opens) {
        opener = token;
      }
    }
  }
}

function render(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let on = 0;
  for (const token of tokens) {
    on &= ~token.closed;
    add(spans, marked(token.text, on));
    for (const inner of token.link) {
      add(spans, {
        ...inner,
        bold: inner.bold || (on & bold) !== 0,
        italic: inner.italic || (on & italic) !== 0,
      });
    }
    add(spans, marked('*'.repeat(token.stars - token.opened - token.closed), on));
    on |= token.opened;
  }
  return spans;
}

function marked(text: string, on: number, href = ''): Span {
  return { text, bold: (on & bold) !== 0, italic: (on & italic) !== 0, href };
}

/** Appends a span to the last one if both are marked alike. */
function add(spans: Span[], span: Span): void {
  if (span.text === '') return;
  const last = spans.at(-1);
  if (last && last.bold === span.bold && last.italic === span.italic && last.href === span.href) {
    last.text += span.text;
  } else {
    spans.push({ ...span });
  }
}

/** Reads [words](address); undefined: the bracket is just one. */
function link(chars: readonly string[], i: number): [Token, number] | undefined {
  const end = until(chars, i + 1, ']');
  if (end < 0 || chars[end + 1] !== '(') return undefined;
  const last = until(chars, end + 2, ')');
  const words = inline(chars.slice(i + 1, end), false);
  if (last < 0 || blank(words)) return undefined;
  const href = chars
    .slice(end + 2, last)
    .join('')
    .replace(/\\([*[\]()\\-])/g, '$1');
  if (!isLink(href)) return undefined;
  return [{ ...textToken(''), link: words.map((span) => ({ ...span, href })) }, last + 1 - i];
}

/** Finds the closing bracket; an opening square one before it ends the search. */
function until(chars: readonly string[], from: number, closing: string): number {
  for (let i = from; i < chars.length; i++) {
    if (escaped(chars, i)) i++;
    else if (chars[i] === closing) return i;
    else if (chars[i] === '[') return -1;
  }
  return -1;
}

function blank(spans: readonly Span[]): boolean {
  return spans.every((span) => span.text.replace(around, '') === '');
}

/** A character, or a link as a whole, and the marks on it. */
interface Atom {
  char: string;
  href: string;
  link?: Atom[];
  on: number;
}

/**
 * The reverse of parse. A mark that can't be written, because it begins or ends inside a
 * word, is left out; words never are.
 */
export function write(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      const line = writeLine(block.spans);
      if (line === '') return [];
      if (block.kind === 'li') return [`- ${line}`];
      return [line.startsWith('- ') ? `\\${line}` : line];
    })
    .join('\n');
}

/** The reverse of parseLine. Characters are escaped only where they would mean something otherwise. */
export function writeLine(spans: readonly Span[]): string {
  const atoms = writable(spans);
  const line = emit(atoms, '');
  return same(parseLine(line), spansOf(atoms)) ? line : emit(atoms, '*[]\\');
}

function same(one: readonly Span[], other: readonly Span[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Spans in a form that can be written: no white space around, every mark at the edges of words. */
function writable(all: readonly Span[]): Atom[] {
  const spans = all.filter((span) => span.text !== '');
  const atoms: Atom[] = [];
  for (let i = 0; i < spans.length;) {
    const href = spans[i]?.href ?? '';
    let end = i + 1;
    while (end < spans.length && spans[end]?.href === href) end++;
    const part = spans.slice(i, end);
    const chars = part.flatMap(atomsOf);
    atoms.push(...(isLink(href) && !blank(part) ? [linked(href, chars)] : chars));
    i = end;
  }
  const first = atoms.findIndex((atom) => !isSpace(atom));
  const last = atoms.findLastIndex((atom) => !isSpace(atom));
  return settled(first < 0 ? [] : atoms.slice(first, last + 1));
}

function atomsOf(span: Span): Atom[] {
  const on = (span.bold ? bold : 0) | (span.italic ? italic : 0);
  return Array.from(span.text, (char) => ({ char: char === '\n' ? ' ' : char, href: '', on }));
}

/** A link of its words; marks on all of them are the link's. */
function linked(href: string, words: readonly Atom[]): Atom {
  const common = words.reduce((sum, atom) => sum & atom.on, italic | bold);
  return {
    char: '',
    href,
    on: common,
    link: settled(words.map((atom) => ({ ...atom, on: atom.on & ~common }))),
  };
}

function isSpace(atom: Atom): boolean {
  return !atom.link && space.test(atom.char);
}

/** Takes marks from white space at their edges, and those inside words away. */
function settled(atoms: Atom[]): Atom[] {
  for (const mark of marks) {
    for (let from = 0; from < atoms.length; from++) {
      let to = from;
      while (to < atoms.length && has(atoms[to], mark)) to++;
      settleStretch(atoms, mark, from, to);
      from = to;
    }
  }
  return atoms;
}

function has(atom: Atom | undefined, mark: number): boolean {
  return atom !== undefined && (atom.on & mark) !== 0;
}

/** Leaves the mark where it can be written, from both ends on. */
function settleStretch(atoms: Atom[], mark: number, start: number, end: number): void {
  let [from, to] = [start, end];
  while (from < to) {
    const [first, last] = [atoms[from]!, atoms[to - 1]!];
    if (isSpace(first) || joinsAtom(atoms[from - 1])) {
      inward(first, mark);
      from++;
    } else if (isSpace(last) || joinsAtom(atoms[to])) {
      inward(last, mark);
      to--;
    } else return;
  }
}

/** Takes a mark from an atom. The words of a link keep it: in its brackets it can be written even beside a word. */
function inward(atom: Atom, mark: number): void {
  atom.on &= ~mark;
  for (const word of atom.link ?? []) word.on |= mark;
  settled(atom.link ?? []);
}

function joinsAtom(atom: Atom | undefined): boolean {
  return atom !== undefined && !atom.link && joins(atom.char);
}

function emit(atoms: readonly Atom[], special: string): string {
  let out = '';
  let on = 0;
  for (const atom of atoms) {
    out += '*'.repeat((on & ~atom.on) + (atom.on & ~on));
    on = atom.on;
    if (atom.link) out += `[${emit(atom.link, special)}](${atom.href.replace(/[\\()[\]]/g, '\\$&')})`;
    else out += special.includes(atom.char) ? `\\${atom.char}` : atom.char;
  }
  return out + '*'.repeat(on);
}

/** What the atoms are read as once they are written. */
function spansOf(atoms: readonly Atom[]): Span[] {
  const spans: Span[] = [];
  for (const atom of atoms) {
    if (!atom.link) add(spans, marked(atom.char, atom.on));
    for (const inner of atom.link ?? []) add(spans, marked(inner.char, inner.on | atom.on, atom.href));
  }
  return spans;
}
