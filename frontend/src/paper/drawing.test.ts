import { beforeAll, expect, test } from 'vitest';
import type { Document } from './document';
import { type Drawing, difference, drawingOf } from './drawing';
import { Engine } from './engine';
import { filesOf } from './fonts';
import { inputOf } from './input';
import { nodeAssets } from './nodeAssets';
import { sample } from './sample';
import { familiesOf } from './style';
import { sources } from './templates/sources';

let engine: Engine;

beforeAll(async () => {
  const assets = nodeAssets();
  engine = await Engine.start(await assets.modules());
  for (const [path, text] of Object.entries(sources())) engine.addSource(path, text);
  await engine.setFonts(await Promise.all(familiesOf(sample()).flatMap(filesOf).map(assets.font)));
});

function draw(document: Document): Drawing {
  engine.setFile('/input.json', new TextEncoder().encode(JSON.stringify(inputOf(document))));
  engine.layout(`/${document.layout.template}.typ`);
  return drawingOf(engine.svg());
}

test('every page is drawn by ourselves, with every glyph', () => {
  for (const template of ['ledger-serif', 'harbour']) {
    const { pages, glyphs } = draw(sample({ template }));
    expect(pages.map(({ foreign }) => foreign)).toEqual([false]);
    const drawn = pages[0]!.items.flatMap((item) => item.glyphs ?? []);
    expect(drawn.length).toBeGreaterThan(500);
    expect(drawn.every(({ id }) => glyphs.has(id))).toBe(true);
  }
});

test('an edit of one line changes one line', () => {
  const document = sample();
  const before = draw(document).pages[0]!;
  document.sections[1]!.entries[0]!.lines[3]!.text += ' And more.';
  const after = draw(document).pages[0]!;
  expect(after.key).not.toBe(before.key);
  const band = difference(before.items, after.items)!;
  expect(band.bottom - band.top).toBeLessThan(40);
  expect(difference(after.items, after.items)).toBeUndefined();
});

test('an inserted line changes all below it and nothing above', () => {
  const document = sample();
  const before = draw(document).pages[0]!;
  const { lines } = document.sections[1]!.entries[0]!;
  lines.splice(2, 0, { ...lines[0]!, text: 'One more.' });
  const after = draw(document).pages[0]!;
  const band = difference(before.items, after.items)!;
  expect(band.top).toBeGreaterThan(200);
  expect(band.bottom).toBeGreaterThan(400);
});

test('what is turned, shaded or no outline is left to the renderer', () => {
  const page = (inside: string) => `<svg><g class="typst-page" data-tid="p">${inside}</g></svg>`;
  const foreign = (svg: string) => drawingOf(svg).pages[0]!.foreign;
  expect(foreign(page('<path class="typst-shape" d="M 0 0 L 1 1 " fill="#000"/>'))).toBe(false);
  expect(foreign(page('<path class="typst-shape" d="M 0 0 L 1 1 " fill="url(#a)"/>'))).toBe(true);
  expect(foreign(page('<g transform="matrix(0 1 1 0 0 0)"><path d="M 0 0 " fill="#000"/></g>'))).toBe(true);
  expect(foreign(page('<text>x</text>'))).toBe(true);
  const emoji = '<defs class="glyph"><symbol id="e"></symbol></defs>';
  expect(
    foreign(
      `<svg>${emoji}<g class="typst-page"><g class="typst-text"><use x="0" y="0" href="#e"/></g></g></svg>`,
    ),
  ).toBe(true);
});
