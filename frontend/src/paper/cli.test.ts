import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from './cli';
import { sample } from './sample';
import { typesetter } from './testTypesetter';

const resume = {
  basics: {
    name: 'Ada Example',
    label: '#set page(fill: red)',
    email: 'ada@example.org',
    summary: 'Zażółć <b>γειά</b> їжак',
  },
  work: [{ name: 'Acme', position: 'Lead', startDate: 'Sommer 2019', highlights: ['Costs $5 & 5*3'] }],
};

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paper-'));
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line) => said.push(String(line)));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
/** What one of poppler's tools says about the file. */
const poppler = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

async function render(...args: string[]): Promise<number> {
  writeFileSync(at('in.json'), JSON.stringify(resume));
  return main([at('in.json'), '-o', at('out.pdf'), ...args]);
}

test('a file is tagged, titled, in its language, and carries its source', async () => {
  expect(await render('--template', 'harbour', '--paper', 'letter', '--language', 'pl')).toBe(0);
  expect(said).toEqual(['warning: work[0].startDate: "Sommer 2019" is no date; shown as written']);
  const info = poppler('pdfinfo', at('out.pdf'));
  expect(info).toMatch(/Title:\s+Ada Example/);
  expect(info).toMatch(/Author:\s+Ada Example/);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/612 x 792/);
  expect(info).not.toContain('CreationDate');
  expect(readFileSync(at('out.pdf'), 'latin1')).toContain('/Lang (pl)');
  expect(poppler('pdfdetach', '-list', at('out.pdf'))).toContain('resume.json');
  poppler('pdfdetach', '-save', '1', '-o', at('source.json'), at('out.pdf'));
  expect(JSON.parse(readFileSync(at('source.json'), 'utf8'))).toEqual(resume);
});

test('what was typed is what is read out', async () => {
  await render();
  const text = poppler('pdftotext', at('out.pdf'), '-');
  for (const typed of [
    'Ada Example',
    '#set page(fill: red)',
    'Zażółć <b>γειά</b> їжак',
    'Sommer 2019',
    'Costs $5 & 5*3',
  ])
    expect(text).toContain(typed);
  expect(poppler('pdfinfo', '-url', at('out.pdf'))).toContain('mailto:ada@example.org');
});

test('headings, lists, links and the picture have their tags, in reading order', async () => {
  const document = sample({ template: 'harbour' });
  document.head.picture = { id: 'p', width: 1, height: 1, description: 'Dana in front of a shelf' };
  const picture = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  writeFileSync(at('out.pdf'), await (await typesetter()).pdf({ document, picture }));
  const tags = poppler('pdfinfo', '-struct', at('out.pdf'));
  for (const tag of ['Figure', 'H1', 'H2', 'H3', 'H4', 'LBody', 'Link'])
    expect(tags).toMatch(new RegExp(`\\b${tag}\\b`));
  expect(readFileSync(at('out.pdf'), 'latin1')).toMatch(/\/Alt \(Dana in front of a shelf\)/);
  const text = poppler('pdfinfo', '-struct-text', at('out.pdf'));
  const order = [
    'Dana Kowalczyk',
    'Profile',
    'Experience',
    'Stock Controller',
    'Education',
    'Skills',
    'Languages',
  ];
  const places = order.map((said) => text.indexOf(`"${said}`));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.each([
  [['--template', 'none'], 'no template "none"'],
  [['--paper', 'a3'], 'no paper "a3"'],
  [['--unknown'], '--unknown'],
])('%j is refused with how to ask', async (args, reason) => {
  expect(await render(...args)).toBe(2);
  expect(said[0]).toContain(reason);
  expect(said[0]).toContain('usage:');
});

test('a file that is no JSON is an error in one line', async () => {
  writeFileSync(at('bad.json'), '{');
  expect(await main([at('bad.json'), '-o', at('out.pdf')])).toBe(1);
  expect(said).toHaveLength(1);
});
