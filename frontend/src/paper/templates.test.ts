// What every template owes: the same look as before, tags, a title, a language, live links
// and embedded fonts.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differs, fromPgm, fromPng, type Raster, toPng } from './testdata/raster';
import { people } from './testdata/people';
import { Press } from './testdata/render';
import { templates } from './templates';

const run = promisify(execFile);
const output = async (program: string, ...args: string[]) => (await run(program, args)).stdout;

// REWRITE_RASTERS=1 writes them anew; look at each before it is committed.
const golden = join(import.meta.dirname, 'testdata/rasters');
const rewrite = process.env.REWRITE_RASTERS !== undefined;
const model = people.find(({ id }) => id === 'executive')!;

let folder = '';
const pdfOf = (id: string) => join(folder, `${id}.pdf`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
  const press = new Press();
  for (const { id } of templates)
    await press.print(await press.job({ template: id, person: model }), pdfOf(id));
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

async function rasters(id: string): Promise<Map<string, Raster>> {
  await run('pdftoppm', ['-r', '40', '-gray', pdfOf(id), join(folder, id)]);
  const names = (await readdir(folder))
    .filter((name) => name.startsWith(`${id}-`) && name.endsWith('.pgm'))
    .sort();
  const page = async (name: string) =>
    [name.replace('.pgm', '.png'), fromPgm(await readFile(join(folder, name)))] as const;
  return new Map(await Promise.all(names.map(page)));
}

async function kept(name: string): Promise<Raster | undefined> {
  const bytes = await readFile(join(golden, name)).catch(() => undefined);
  return bytes && fromPng(bytes);
}

describe.each(templates.map(({ id }) => id))('%s', { timeout: 60_000 }, (id) => {
  test('looks as it did', async () => {
    const pages = await rasters(id);
    const changed: string[] = [];
    for (const [name, page] of pages) {
      if (rewrite) await writeFile(join(golden, name), toPng(page));
      const before = await kept(name);
      const what = before ? differs(before, page) : 'is new';
      if (what) changed.push(`${name} ${what}`);
    }
    const gone = (await readdir(golden)).filter(
      (name) => name.replace(/-\d+\.png$/, '') === id && !pages.has(name),
    );
    expect([...changed, ...gone.map((name) => `${name} is gone`)]).toEqual([]);
  });

  test('is a sound file with tags, title and language', async () => {
    const info = await output('pdfinfo', pdfOf(id));
    expect(info).toMatch(/Title:\s+Desmond Achterberg/);
    expect(info).toMatch(/Author:\s+Desmond Achterberg/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(await output('qpdf', '--check', pdfOf(id))).toContain('No syntax or stream encoding errors');
    const { qpdf } = JSON.parse(await output('qpdf', '--json', '--json-key=qpdf', pdfOf(id)));
    expect(JSON.stringify(qpdf)).toContain('"/Lang":"u:en"');
    expect(JSON.stringify(qpdf)).toContain('"/Alt":"u:Desmond Achterberg"');
  });

  test('tells its structure in reading order', async () => {
    const text = await output('pdfinfo', '-struct-text', pdfOf(id));
    const marks = [
      'H1',
      'Chief operating officer',
      'desmond@achterberg.example',
      'Experience',
      'Harlow & Finch',
      'Education',
      'Volunteering',
    ];
    const places = marks.map((mark) => text.indexOf(mark));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(text.match(/^\s+L \(block\)/gm)?.length).toBeGreaterThan(5);
  });

  test('brings its source, its fonts and live links', async () => {
    expect(await output('pdfdetach', '-list', pdfOf(id))).toContain('resume.json');
    const fonts = (await output('pdffonts', pdfOf(id))).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const line of fonts) expect(line).toMatch(/yes yes yes\s+\d+\s+\d+$/);
    const links = await output('pdfinfo', '-url', pdfOf(id));
    expect(links).toContain('mailto:desmond@achterberg.example');
    expect(links).toContain('https://achterberg.example/');
  });
});
