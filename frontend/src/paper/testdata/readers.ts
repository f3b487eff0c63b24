// The readers: programs and libraries that get the text out of a PDF, page by page.
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Manner } from './readback';

const run = promisify(execFile);

export interface Reader {
  name: string;
  manner: Manner;
  pages(file: string): Promise<string[]>;
}

async function output(program: string, args: string[]): Promise<string> {
  const { stdout } = await run(program, args, { maxBuffer: 64 << 20 });
  return stdout;
}

// A form feed ends each page.
const paged = (text: string) => text.replace(/\f$/, '').split('\f');

export const readers: Reader[] = [
  {
    name: 'poppler',
    manner: { geometric: true, joins: true },
    pages: async (file) => paged(await output('pdftotext', ['-q', file, '-'])),
  },
  {
    name: 'poppler -layout',
    manner: { across: true },
    pages: async (file) => paged(await output('pdftotext', ['-q', '-layout', file, '-'])),
  },
  {
    name: 'MuPDF',
    manner: {},
    pages: async (file) => paged(await output('mutool', ['draw', '-q', '-F', 'txt', file])),
  },
  { name: 'pdf.js', manner: { glyphwise: true }, pages: pdfjsPages },
  // Written beside the file by textOfAll().
  {
    name: 'our own',
    manner: { geometric: true },
    pages: async (file) => paged(await readFile(`${file}.txt`, 'utf8')),
  },
];

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

async function pdfjsPages(file: string): Promise<string[]> {
  const loading = getDocument({
    data: new Uint8Array(await readFile(file)),
    cMapUrl: join(packageFolder, 'cmaps/'),
    standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
    verbosity: 0,
  });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await loading.destroy();
  return pages;
}

/** Has the importer's own text layer write what it reads of every PDF in a folder. */
export async function textOfAll(folder: string): Promise<void> {
  const root = join(import.meta.dirname, '../../../..');
  const args = ['test', '-count=1', '-run', '^TestTextOfFolder$', './internal/importer/pdf'];
  await run('go', args, { cwd: root, env: { ...process.env, TEXT_OF: folder }, maxBuffer: 64 << 20 });
  const names = await readdir(folder);
  const silent = names.filter((name) => name.endsWith('.pdf') && !names.includes(`${name}.txt`));
  if (silent.length > 0) throw new Error(`no text of ${silent.join(', ')}`);
}

/** Has LibreOffice write the text of Word files into a folder; false where there is none. */
export async function openInLibreOffice(files: string[], folder: string): Promise<boolean> {
  const found = await run('soffice', ['--version']).catch(() => undefined);
  if (!found) return false;
  const profile = `-env:UserInstallation=file://${folder}-profile`;
  const args = [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
  // Of some 250 files at once it leaves the rest out and says nothing.
  for (let i = 0; i < files.length; i += 50) {
    await run('soffice', [...args, ...files.slice(i, i + 50)], { maxBuffer: 64 << 20 });
  }
  return true;
}
