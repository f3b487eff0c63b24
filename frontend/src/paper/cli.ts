// npm run render: a JSON Resume file to a PDF, with the same modules the studio uses.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fromJsonResume } from './fromJsonResume';
import { fontsIn, nodeAssets } from './nodeAssets';
import { shown } from './shown';
import { templates } from './templates';
import { type ExtraFont, Typesetter } from './typesetter';

const usage = `usage: npm run render -- resume.json [--template NAME] [--paper a4|letter|a5] [--language TAG]
                     [--accent #rrggbb] [--font-dir DIR] -o out.pdf
templates: ${templates.map((template) => template.id).join(', ')}`;

/** Runs the command with its arguments and gives the exit code. */
export async function main(args: string[]): Promise<number> {
  const asked = ask(args);
  if (typeof asked === 'string') {
    console.error(`${asked}\n${usage}`);
    return 2;
  }
  try {
    await render(asked);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

interface Asked {
  file: string;
  out: string;
  template: string;
  paper: string;
  language: string;
  accent: string;
  fontDir?: string;
}

const text = { type: 'string' } as const;
const options = {
  template: text,
  paper: text,
  language: text,
  accent: text,
  'font-dir': text,
  out: { ...text, short: 'o' },
};

// What the arguments ask for, or what is wrong with them.
function ask(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const { template = 'ledger-serif', paper = 'a4', language = '', accent = '', out } = values;
    const [file, ...rest] = positionals;
    if (!file || !out || rest.length > 0) return 'one résumé in, one file out (-o)';
    if (!templates.some(({ id }) => id === template)) return `no template "${template}"`;
    if (!['a4', 'letter', 'a5'].includes(paper)) return `no paper "${paper}"`;
    return { file, out, template, paper, language, accent, fontDir: values['font-dir'] };
  } catch (error) {
    return (error as Error).message;
  }
}

async function render({ file, out, template, paper, language, accent, fontDir }: Asked): Promise<void> {
  const source = await readFile(file);
  const { document, warnings } = fromJsonResume(
    JSON.parse(source.toString('utf8').replace(/^\uFEFF/, '')),
    template,
    language,
  );
  for (const warning of warnings) console.error(`warning: ${warning}`);
  Object.assign(document.layout, { paper, accent });
  const extraFonts: ExtraFont[] = fontDir
    ? (await fontsIn(fontDir)).map((bytes) => ({ script: '', bytes }))
    : [];
  const typesetter = await Typesetter.start(nodeAssets());
  await writeFile(
    out,
    await typesetter.pdf({ document: shown(document), extraFonts }, new Uint8Array(source)),
  );
}
