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
import { type Reader, readers, textOfAll } from './testdata/readers';
import { type Pair, Press, pairs, sourceOnly } from './testdata/render';
import { Tally } from './testdata/tally';
import { templateOf, templates } from './templates';

const all = process.env.SOAK !== undefined;
const chosen = pairs(all);
const tally = new Tally();
const minutes = all ? 60 : 5;
let folder = '';

const mostScattered = 0.25;

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

async function read(pair: Pair, reader: Reader): Promise<string[]> {
  const pages = await reader.pages(`${stem(pair)}.pdf`);
  const { missing, disordered, ...counts } = compare(fieldsOf(pair), pages, templateOf(pair.template).columns, reader.manner);
  tally.add(pair.template, reader.name, { ...counts, disordered: disordered.length });
  const attached = pages.some((page) => normal(page).includes(sourceOnly)) ? ['the attachment'] : [];
  const { columns, datesFirst } = templateOf(pair.template);
  const { justify } = pair.person.document.layout;
  const loose = reader.manner.geometric && (columns === 2 || datesFirst || justify);
  return [
    ...missing.map((what) => `missing ${what}`),
    // Who goes by where things stand takes some neighbours for one line, and wide gaps for columns.
    ...(loose && disordered.length < mostScattered * counts.expected ? [] : disordered).map((what) => `out of order ${what}`),
    ...attached,
  ].map((what) => `${pair.person.id}: ${what}`);
}

describe.each(templates.map(({ id }) => id))('%s', (template) => {
  const mine = chosen.filter((pair) => pair.template === template);

  test.each(readers)('is read by $name', { timeout: minutes * 60_000 }, async (reader) => {
    const faults = await Promise.all(mine.map((pair) => read(pair, reader)));
    expect(faults.flat()).toEqual([]);
  });

  test('has the words of the Word file, in the same order', { timeout: minutes * 60_000 }, async () => {
    const faults: string[] = [];
    for (const pair of mine) {
      const fields = fieldsOf(pair);
      const text = await docxText(await readFile(`${stem(pair)}.docx`));
      const wanted = lettersOf(fields.map((field) => field.text).join(' '));
      const got = lettersOf(text);
      tally.add(template, 'DOCX', { expected: fields.length, found: got === wanted ? fields.length : 0, disordered: 0 });
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
