import { expect, test } from 'vitest';
import type { Document } from './document';
import { block, contact, documentOf, entry, prose, sample, words } from './sample';
import { shown } from './shown';
import { paperSize } from './style';
import { templates } from './templates';
import { freshTypesetter, typesetter } from './testTypesetter';
import type { PaperJob } from './typesetter';

const ids = templates.map(({ id }) => id);

/** The text of all pages as one, without white space. */
async function read(job: PaperJob): Promise<string> {
  const paper = await typesetter();
  await paper.layout(job);
  return squeeze(
    paper
      .texts()
      .flatMap(({ runs }) => runs.map(({ text }) => text))
      .join(''),
  );
}

const squeeze = (text: string) => text.normalize('NFKC').replace(/[\s\u00AD]+/g, '');

test.each(ids)('%s gives the same bytes for the same job', async (template) => {
  const source = new TextEncoder().encode('{"basics":{}}');
  const bytes = async () => (await freshTypesetter()).pdf({ document: sample({ template }) }, source);
  expect(Buffer.compare(await bytes(), await bytes())).toBe(0);
});

test.each(ids)('%s shows every text, and markup of any kind as it was typed', async (template) => {
  const hostile = 'a #eval("1") $x^2$ _u_ <b>html</b> @ref `raw` // no comment \\u{41} #import "/lib.typ"';
  const document = sample({ template });
  document.head.name = '#Dana $1$';
  document.sections[0]!.summary.text = hostile;
  document.sections[1]!.entries[0]!.lines[0]!.text = hostile;
  const text = await read({ document });
  expect(text.split(squeeze(hostile)).length - 1).toBe(2);
  for (const said of [
    '#Dana $1$',
    'Ferrow Parcel',
    'Stock Controller',
    'WMS set-up',
    'Level 5, Operations Management',
    'Polish',
  ])
    expect(text).toContain(squeeze(said));
});

test.each(ids)('%s breaks what is wider than its column without adding a character', async (template) => {
  const long = 'Wxyz'.repeat(50);
  const url = `https://example.org/${'path/'.repeat(30)}?${'q'.repeat(90)}`;
  const document = documentOf(
    'Ada',
    [
      prose('summary', long),
      block('work', 'entries', [
        entry({ title: long, organisation: long, url, lines: [url, `**${long}**`] }),
      ]),
      block('skills', 'tags', [entry({ title: 'Words', tags: [long, url] })]),
    ],
    { template },
  );
  document.head.contacts = [
    contact('url', url, url),
    contact('email', `${long}@example.org`, `mailto:${long}@example.org`),
  ];
  const text = await read({ document });
  expect(text.split(long).length - 1).toBe(6);
  const runs = (await typesetter()).texts().flatMap((page) => page.runs);
  expect(Math.max(...runs.map(({ x, width }) => x + width))).toBeLessThan(595);
});

test.each(ids)('%s never parts an entry from its first line', async (template) => {
  const paper = await typesetter();
  for (let filler = 20; filler < 64; filler += 4) {
    const document = documentOf(
      'Ada',
      [
        block('work', 'entries', [
          entry({ title: 'Before', lines: Array.from({ length: filler }, (_, i) => `Filler ${i}`) }),
          entry({ title: 'Headed', organisation: 'Firm', start: '2020', lines: ['Firstline', 'Second'] }),
        ]),
      ],
      { template },
    );
    await paper.layout({ document });
    const pageOf = (said: string) =>
      paper.texts().findIndex(({ runs }) => runs.some(({ text }) => text.includes(said)));
    expect(pageOf('Headed')).toBe(pageOf('Firstline'));
  }
});

test.each(['a4', 'letter', 'a5'])('paper %s has its size', async (name) => {
  const { pages } = await (await typesetter()).layout({ document: sample({ paper: name }) });
  const widths: Record<string, number> = { a4: 595, letter: 612, a5: 420 };
  expect(Math.round(pages[0]!.width)).toBe(widths[name]);
  expect(paperSize(name)).toEqual(pages[0]);
});

test('links are where their words are', async () => {
  const paper = await typesetter();
  await paper.layout({ document: sample() });
  const [page] = paper.texts();
  const area = page!.links.find(({ href }) => href === 'mailto:dana@kowalczyk.example')!;
  const run = page!.runs.find(({ text }) => text === 'dana@kowalczyk.example')!;
  expect(Math.abs(area.x - run.x)).toBeLessThan(1);
  expect(run.y).toBeGreaterThan(area.y);
  expect(run.y).toBeLessThan(area.y + area.height);
});

test('a new page starts where one is wanted, and what is hidden is nowhere', async () => {
  const document = sample();
  document.sections[2]!.break = true;
  document.sections[1]!.entries[2]!.break = true;
  document.sections[3]!.hidden = true;
  document.sections[1]!.entries[1]!.hidden = true;
  const text = await read({ document: shown(document) });
  expect((await typesetter()).texts()).toHaveLength(3);
  expect(text).not.toContain('Safetyleadership');
  expect(text).not.toContain('WarehouseTeamLeader');
  expect(text).toContain('StockController');
});

test('scripts without a glyph are named, never silently drawn as boxes', async () => {
  const paper = await typesetter();
  const missing = async (text: string) =>
    (
      await paper.layout({
        document: documentOf(text, [prose('summary', 'Žluťoučký ελληνικά кириллица Việt')]),
      })
    ).missing;
  expect(await missing('Ada')).toEqual([]);
  expect(await missing('山田 Ada')).toEqual([{ script: 'Hani', characters: '山田' }]);
  expect((await missing('ليلى 😀')).map(({ script }) => script)).toEqual(['Arab', 'Zsye']);
});

const onePixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
);

test.each(ids)('%s shows a picture, and goes on without one that is broken', async (template) => {
  const paper = await typesetter();
  const document: Document = sample({ template });
  document.head.picture = { id: 'p', width: 1, height: 1, description: '' };
  expect((await paper.layout({ document, picture: onePixel })).picture).toBeUndefined();
  const broken = onePixel.slice(0, 45);
  expect((await paper.layout({ document, picture: broken })).picture).toBe('unreadable');
  expect((await paper.layout({ document, picture: new Uint8Array([1, 2, 3]) })).picture).toBe('unreadable');
  const huge = onePixel.slice();
  huge.set([0, 0, 0x20, 0, 0, 0, 0x20, 0], 16);
  expect((await paper.layout({ document, picture: huge })).picture).toBe('tooLarge');
});

test('fitting makes the least change, and says when nothing helps', async () => {
  const paper = await typesetter();
  const document = sample();
  const work = document.sections[1]!;
  work.entries = Array.from({ length: 8 }, () => structuredClone(work.entries[0]!));
  const { fits, changes, layout } = await paper.fit({ document }, 1);
  expect(fits).toBe(true);
  expect(changes[0]!.field).toBe('spacing');
  expect((await paper.layout({ document: { ...document, layout } })).pages).toHaveLength(1);
  work.entries = Array.from({ length: 60 }, () => structuredClone(work.entries[0]!));
  const never = await paper.fit({ document }, 1);
  expect(never).toMatchObject({ fits: false, changes: [], layout: document.layout });
  expect(never.least).toBeGreaterThan(1);
});

test('right to left: the side column is on the other side', async () => {
  const paper = await typesetter();
  const document = documentOf(
    'Ada',
    [block('skills', 'tags', [entry({ title: 'Aside' })]), prose('summary', 'Story')],
    {
      template: 'harbour',
    },
  );
  document.head.label = words('Label');
  const placeOf = async (language: string) => {
    await paper.layout({ document: { ...document, language } });
    return paper.texts()[0]!.runs.find(({ text }) => text === 'Aside')!.x;
  };
  expect(await placeOf('en')).toBeLessThan(200);
  expect(await placeOf('he')).toBeGreaterThan(400);
});
