// Each field of a résumé comes out of each template as that field, by the app's own reader:
// what the studio says of a file must not be the reader's own fault.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { fromJsonResume } from './fromJsonResume';
import { people } from './testdata/people';
import type { Person } from './testdata/people';
import { Press } from './testdata/render';
import { templates } from './templates';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

// The invented person of `jobjourney --example`, who has two roles at one employer. The
// file is a ledger: JSON Resume but for the shape of lines.
async function example(): Promise<Person> {
  const ledger = JSON.parse(
    await readFile(join(root, 'internal/account/example/data/ledger.json'), 'utf8'),
  ) as { work: { highlights: unknown[] }[] };
  for (const role of ledger.work) {
    role.highlights = (role.highlights as { text: string }[]).map(({ text }) => text);
  }
  return { id: 'example', document: fromJsonResume(ledger).document };
}

test('every field of every template is read as what it is', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fields-'));
  const press = new Press();
  const hebrew = people.find(({ id }) => id === 'hebrew')!;
  for (const person of [await example(), hebrew]) {
    for (const { id: template } of templates) {
      const job = await press.job({ template, person });
      await press.print(job, join(folder, `${template}-${person.id}.pdf`));
      await writeFile(join(folder, `${template}-${person.id}.json`), JSON.stringify(job.document));
    }
  }
  const args = ['test', '-count=1', '-run', '^TestFieldsOfFolder$', './internal/importer/pdf'];
  const failed = await run('go', args, { cwd: root, env: { ...process.env, FIELDS_OF: folder } }).then(
    () => '',
    (error: { stdout?: string; message: string }) => error.stdout || error.message,
  );
  await rm(folder, { recursive: true });
  expect(failed).toBe('');
});
