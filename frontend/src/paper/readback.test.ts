// Every word that goes into a file comes out of it again, in order, by five readers.
// A tenth of all résumés in all templates; all of them with SOAK set.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docx } from './docx';
import { expectedFields, type Field } from './testdata/expected';
import { docxText } from './testdata/docxText';
import { compare, lettersOf, normal } from './testdata/readback';
import { openInLibreOffice, type Reader, readers, textOfAll } from './testdata/readers';
import { type Pair, Press, pairs, sourceOnly } from './testdata/render';
import { Tally } from './testdata/tally';
import { templateOf, templates } from './templates';

const all = process.env.SOAK !== undefined;
const chosen = pairs(all);
const tally = new Tally();
const minutes = all ? 60 : 5;
let folder = '';

const stem = ({ template, person }: Pair) => join(folder, `${template}-${person.id}`);

function fieldsOf({ template, person }: Pair): Field[] {
  const { document } = person;
  return expectedFields({ ...document, layout: { ...document.layout, template } });
}

beforeAll(async () => {
  folder = await mkdtemp(join(process.env.READBACK ?? tmpdir(), 'readback-'));
  const press = new Press();
  for (const pair of chosen) {
    const job = await press.job(pair);
    await press.print(job, `${stem(pair)}.pdf`);
    await writeFile(`${stem(pair)}.docx`, await docx(job));
  }
  await textOfAll(folder);
}, minutes * 60_000);

afterAll(async () => {
  console.log(tally.table());
  if (process.env.READBACK === undefined) await rm(folder, { recursive: true });
});

interface Faults {
  missing: string[];
  disordered: string[];
  expected: number;
}

async function read(pair: Pair, reader: Reader): Promise<Faults> {
  const pages = await reader.pages(`${stem(pair)}.pdf`);
  const { columns, datesFirst } = templateOf(pair.template);
  // Dates before their titles are a column of their own to who reads across.
  const apart = reader.manner.across && datesFirst ? 2 : columns;
  const { missing, disordered, ...counts } = compare(fieldsOf(pair), pages, apart, reader.manner);
  tally.add(pair.template, reader.name, { ...counts, disordered: disordered.length });
  const attached = pages.some((page) => normal(page).includes(sourceOnly))
    ? ['the attachment, which is there']
    : [];
  const by = (what: string) => `${pair.person.id}: ${what}`;
  return {
    missing: [...attached, ...missing].map(by),
    disordered: disordered.map(by),
    expected: counts.expected,
  };
}

// Who goes by where things stand takes some neighbours for one line, and some wide gaps for
// those between columns. Nothing may be lost, but so much may be out of order: of a template
// of one column, and of one with columns or with dates before their titles.
const mostOutOfOrder: Record<string, [one: number, apart: number]> = {
  poppler: [0.01, 0.05],
  'our own': [0, 0.01],
};

function mostDisordered(template: string, reader: Reader): number {
  const { columns, datesFirst } = templateOf(template);
  const [one, apart] = mostOutOfOrder[reader.name] ?? [0, 0];
  return columns === 2 || datesFirst ? apart : one;
}

// LibreOffice, where there is one, opens every Word file.
test.runIf(all)('LibreOffice opens every Word file', { timeout: minutes * 60_000 }, async (context) => {
  const files = chosen.map((pair) => `${stem(pair)}.docx`);
  const out = join(folder, 'opened');
  const opened = await openInLibreOffice(files, out);
  if (!opened) context.skip('no LibreOffice here');
  for (const pair of chosen) {
    const text = await readFile(join(out, `${pair.template}-${pair.person.id}.txt`), 'utf8');
    const lost = fieldsOf(pair).filter((field) => !lettersOf(text).includes(lettersOf(field.text)));
    expect(lost.map(({ path }) => `${pair.template} ${pair.person.id} ${path}`)).toEqual([]);
  }
});

describe.each(templates.map(({ id }) => id))('%s', (template) => {
  const mine = chosen.filter((pair) => pair.template === template);

  test.each(readers)('is read by $name', { timeout: minutes * 60_000 }, async (reader) => {
    const faults = await Promise.all(mine.map((pair) => read(pair, reader)));
    expect(faults.flatMap(({ missing }) => missing)).toEqual([]);
    const disordered = faults.flatMap((fault) => fault.disordered);
    const expected = faults.reduce((sum, fault) => sum + fault.expected, 0);
    if (disordered.length > expected * mostDisordered(template, reader)) expect(disordered).toEqual([]);
  });

  test('has the words of the Word file, in the same order', { timeout: minutes * 60_000 }, async () => {
    const faults: string[] = [];
    for (const pair of mine) {
      const fields = fieldsOf(pair);
      const text = await docxText(await readFile(`${stem(pair)}.docx`));
      const wanted = lettersOf(fields.map((field) => field.text).join(' '));
      const got = lettersOf(text);
      tally.add(template, 'DOCX', {
        expected: fields.length,
        found: got === wanted ? fields.length : 0,
        disordered: 0,
      });
      if (got !== wanted) faults.push(`${pair.person.id}: ${difference(wanted, got)}`);
    }
    expect(faults).toEqual([]);
  });
});

// Where two texts part.
function difference(wanted: string, got: string): string {
  let at = 0;
  while (at < wanted.length && wanted[at] === got[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 20), at + 40);
  return `wanted …${around(wanted)}…, got …${around(got)}…`;
}
