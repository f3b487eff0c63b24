// Sets the invented people in every template, as the tests need it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeAssets } from '../nodeAssets';
import { shown } from '../shown';
import { templates } from '../templates';
import { type ExtraFont, type PaperJob, Typesetter } from '../typesetter';
import { type Person, people } from './people';

/** One résumé in one template. */
export interface Pair {
  template: string;
  person: Person;
}

/** Everything, or a tenth of it that has every template and every person. */
export function pairs(all: boolean): Pair[] {
  const whole = templates.flatMap(({ id }) => people.map((person) => ({ template: id, person })));
  if (all) return whole;
  const tenth = Math.round(whole.length / 10);
  return Array.from({ length: Math.max(tenth, people.length, templates.length) }, (_, i) => ({
    template: templates[(i + Math.floor(i / people.length) * 7) % templates.length]!.id,
    person: people[i % people.length]!,
  }));
}

const fontFolder = '/usr/share/fonts/truetype';
const fontFiles: Record<string, string[]> = {
  ar: ['dejavu/DejaVuSans.ttf', 'dejavu/DejaVuSans-Bold.ttf'],
  he: ['dejavu/DejaVuSans.ttf', 'dejavu/DejaVuSans-Bold.ttf'],
  ja: ['droid/DroidSansFallbackFull.ttf'],
  ko: ['nanum/NanumGothic.ttf', 'nanum/NanumGothicBold.ttf'],
  'zh-Hans': ['droid/DroidSansFallbackFull.ttf'],
};

/** Fonts of Debian packages (group test of build/scripts/install) with letters the bundled ones lack. */
async function systemFonts(language: string): Promise<ExtraFont[]> {
  return Promise.all(
    fontFiles[language]!.map(async (file) => ({
      script: language,
      bytes: new Uint8Array(await readFile(join(fontFolder, file))),
    })),
  );
}

/** The attached source holds words that are nowhere else in the file. */
export const sourceOnly = 'Attachmentword';

/** Makes jobs and files. A typesetter leaks, so it is replaced after some files. */
export class Press {
  private typesetter?: Typesetter;
  private printed = 0;

  async job({ template, person }: Pair): Promise<PaperJob> {
    const document = shown({ ...person.document, layout: { ...person.document.layout, template } });
    return {
      document,
      ...(person.picture && {
        picture: new Uint8Array(await readFile(join(import.meta.dirname, 'photo.png'))),
      }),
      ...(person.otherScripts && { extraFonts: await systemFonts(document.language) }),
    };
  }

  async print(job: PaperJob, file: string): Promise<void> {
    if (this.printed++ % 60 === 0) this.typesetter = await Typesetter.start(nodeAssets());
    const source = new TextEncoder().encode(JSON.stringify({ basics: { name: sourceOnly } }));
    await writeFile(file, await this.typesetter!.pdf(job, source));
  }
}
