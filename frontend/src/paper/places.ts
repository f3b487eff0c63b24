// Where on the pages each text of a document stands, found by what is written there: the
// pages carry no marks of fields, so that what is shown is what is saved, to the last byte.
import { plain } from '../domain/marked';
import type { Block, Document, Entry, Words } from './document';
import { type InputEntry, type InputSection, inputOf } from './input';
import type { PageText } from './pageText';

/** A stretch of a field's text on one line; lengths in pt from the page's top left corner. */
export interface Place {
  /** Of the text, or "<section>/<entry>" of a fact, which has no wording. */
  field: string;
  /** From 0. */
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The places of everything a document of shown things says, as far as they are found. */
export function placesOf(document: Document, pages: PageText[]): Place[] {
  const letters = new Letters(pages);
  return textsOf(document).flatMap(({ field, text }) =>
    letters.find(text).map((place) => ({ field, ...place })),
  );
}

interface FieldText {
  field: string;
  text: string;
}

type Spans = { text: string }[];
const joined = (spans: Spans) => spans.map(({ text }) => text).join('');

// In the order of the page, so that of two equal texts each is found in its own place.
function textsOf(document: Document): FieldText[] {
  const input = inputOf(document);
  const { name, label } = input.head;
  const head = [
    { field: 'basics/name', text: name },
    { field: document.head.label.field, text: joined(label) },
  ];
  return [
    ...head,
    ...input.sections.flatMap((_, i) => textsOfSection(document.sections[i]!, input.sections[i]!)),
  ];
}

function textsOfSection(block: Block, section: InputSection): FieldText[] {
  const prose = section.summary.map(({ spans }) => ({ field: block.summary.field, text: joined(spans) }));
  const entries = section.entries.flatMap((_, i) =>
    textsOfEntry(block.key, block.entries[i]!, section.entries[i]!),
  );
  return [{ field: block.title.field, text: section.title }, ...prose, ...entries];
}

function textsOfEntry(key: string, entry: Entry, input: InputEntry): FieldText[] {
  const fact = `${key}/${entry.id}`;
  const worded = ({ field, text }: Words) => ({ field, text: plain(text) });
  return [
    { field: entry.title.field || fact, text: joined(input.title) },
    { field: fact, text: input.organisation },
    { field: fact, text: input.dates },
    { field: entry.detail.field || fact, text: joined(input.detail) },
    ...input.summary.map(({ spans }) => ({ field: entry.summary.field, text: joined(spans) })),
    ...(entry.lines ?? []).map(worded),
    ...(entry.tags ?? []).map(worded),
  ];
}

type Spot = Omit<Place, 'field'>;

/** A letter of a page: the run it is in and which part of it, from 0 to 1. */
interface Letter {
  page: number;
  run: number;
  from: number;
  to: number;
  /** Whether a word begins with it, or ends. */
  begins: boolean;
  ends: boolean;
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const isLetter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);
const lettersIn = (text: string) => [...text.normalize('NFKC')].filter(isLetter).join('');

/** All letters of all pages, one after another. */
class Letters {
  #text = '';
  #letters: Letter[] = [];
  #at = 0;

  constructor(private readonly pages: PageText[]) {
    pages.forEach(({ runs }, page) => runs.forEach(({ text }, run) => this.#add(text, page, run)));
  }

  // The marks before the first letter of a run and after its last go with them.
  #add(text: string, page: number, run: number): void {
    const characters = [...text];
    const [first, last] = [characters.findIndex(isLetter), characters.findLastIndex(isLetter)];
    characters.forEach((character, i) => {
      const from = i === first ? 0 : i / characters.length;
      const to = i === last ? 1 : (i + 1) / characters.length;
      const [begins, ends] = [!isLetter(characters[i - 1]), !isLetter(characters[i + 1])];
      for (const part of lettersIn(character)) {
        this.#text += part;
        for (let unit = 0; unit < part.length; unit++)
          this.#letters.push({ page, run, from, to, begins, ends });
      }
    });
  }

  /** The next place after the last one found, or the first of all. */
  find(text: string): Spot[] {
    const letters = lettersIn(text);
    if (letters === '') return [];
    const at = this.#whole(letters, this.#at) ?? this.#whole(letters, 0);
    if (at === undefined) return [];
    this.#at = at + letters.length;
    return this.#spots(this.#letters.slice(at, this.#at));
  }

  // "IV" is not meant in "division".
  #whole(letters: string, from: number): number | undefined {
    for (let at = this.#text.indexOf(letters, from); at >= 0; at = this.#text.indexOf(letters, at + 1)) {
      if (this.#letters[at]!.begins && this.#letters[at + letters.length - 1]!.ends) return at;
    }
    return undefined;
  }

  #spots(letters: Letter[]): Spot[] {
    const spots: Spot[] = [];
    for (const [i, { page, run, from }] of letters.entries()) {
      const before = letters[i - 1];
      if (before?.page === page && before.run === run) continue;
      const last = letters.findLast((letter) => letter.page === page && letter.run === run)!;
      const { text, x, y, width, size } = this.pages[page]!.runs[run]!;
      const left = rightToLeft.test(text) ? 1 - last.to : from;
      spots.push({
        page,
        x: x + width * left,
        y: y - 0.85 * size,
        width: width * (last.to - from),
        height: 1.15 * size,
      });
    }
    return spots;
  }
}
