import { expect, test } from 'vitest';
import type { Document } from './document';
import { type Place, placesOf } from './places';
import { block, documentOf, entry, sample } from './sample';
import { templates } from './templates';
import { typesetter } from './testTypesetter';

/** Names every text as the ledger would. */
function named(document: Document): Document {
  document.head.label.field = 'basics/label';
  for (const section of document.sections) {
    section.title.field = `section/${section.key}/title`;
    section.summary.field = section.key;
    for (const item of section.entries) {
      const ref = `${section.key}/${item.id}`;
      item.title.field = `${ref}/title`;
      item.detail.field = `${ref}/detail`;
      item.summary.field = `${ref}/summary`;
      item.lines.forEach((line, i) => (line.field = `${ref}/lines/${i}`));
      item.tags.forEach((tag, i) => (tag.field = `${ref}/tags/${i}`));
    }
  }
  return document;
}

async function places(document: Document): Promise<Place[]> {
  const paper = await typesetter();
  await paper.layout({ document });
  return placesOf(document, paper.texts());
}

function written(document: Document): string[] {
  const fields = document.sections.flatMap((section) => [
    section.title,
    ...(section.summary.text ? [section.summary] : []),
    ...section.entries.flatMap(({ title, detail, summary, lines, tags }) =>
      [title, detail, summary, ...lines, ...tags].filter(({ text }) => text),
    ),
  ]);
  return ['basics/name', 'basics/label', ...fields.map(({ field }) => field)];
}

test.each(templates.map(({ id }) => id))('every text of the sample has its place in %s', async (template) => {
  const document = named(sample({ template }));
  const found = new Set((await places(document)).map(({ field }) => field));
  expect(written(document).filter((field) => !found.has(field))).toEqual([]);
});

test('a text of two lines has two places, one under the other', async () => {
  const document = named(sample());
  const [upper, lower, ...more] = (await places(document)).filter(
    ({ field, height }) => field === 'summary' && height > 0,
  );
  expect(more).toEqual([]);
  expect(lower!.y).toBeGreaterThan(upper!.y + 5);
  expect(upper!.x).toBeCloseTo(lower!.x, 0);
});

test('equal texts have places of their own, in the order of the page', async () => {
  const roles = ['a', 'b'].map((id) => entry({ id, title: `Role ${id}`, lines: ['Ran the ward.'] }));
  const found = await places(named(documentOf('N. N.', [block('work', 'entries', roles)])));
  const [first, second] = found.filter(({ field }) => field.includes('/lines/'));
  expect([first!.field, second!.field]).toEqual(['work/a/lines/0', 'work/b/lines/0']);
  expect(second!.y).toBeGreaterThan(first!.y + 10);
});

test('a part of a word is no place', async () => {
  const skills = [entry({ id: 's', title: 'Divisional IVF', tags: ['IV', 'IV lines'] })];
  const found = await places(named(documentOf('N. N.', [block('skills', 'tags', skills)])));
  const [title, tag, lines] = ['title', 'tags/0', 'tags/1'].map((part) =>
    found.find(({ field }) => field === `skills/s/${part}`)!,
  );
  expect(tag!.x).toBeCloseTo(title!.x + title!.width, 3);
  expect(lines!.x).toBeGreaterThan(tag!.x + tag!.width);
});

test.each([
  ['a word that only begins with it', 'Artist Art', 'Art', { x: 170, width: 30 }],
  ['a word that only ends with it', 'upstart art', 'art', { x: 100 + 80 / 1.1, width: 30 / 1.1 }],
  ['letters that are joined to one', 'A ﬁle', 'file', { x: 140, width: 60 }],
  ['what is written from right to left', 'אבג דה', 'אבג', { x: 150, width: 50 }],
])('%s', (_, text, tag, { x, width }) => {
  const document = named(documentOf('N. N.', [block('skills', 'tags', [entry({ id: 's', title: 'Q', tags: [tag] })])]));
  const pages = [{ runs: [{ text, x: 100, y: 50, width: 100, size: 10 }], links: [] }];
  const [place, ...more] = placesOf(document, pages);
  expect(more).toEqual([]);
  expect(place!.field).toBe('skills/s/tags/0');
  expect(place!.x).toBeCloseTo(x, 6);
  expect(place!.width).toBeCloseTo(width, 6);
});
