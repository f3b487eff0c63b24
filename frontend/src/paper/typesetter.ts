// What turns a document into pages and files: runs in a worker and, the same code, in Node.
import type { Assets } from './assets';
import type { Document } from './document';
import { Engine, type Modules } from './engine';
import { filesOf } from './fonts';
import { type InputOptions, inputOf } from './input';
import { familiesOf } from './style';
import { sources, templateOf } from './templates';

/** Everything a page is made of. */
export interface PaperJob {
  /** Shown things only, see shown(). */
  document: Document;
  /** PNG, JPEG or WebP. */
  picture?: Uint8Array;
  /** Fonts of the system for scripts the bundled ones don't have. */
  extraFonts?: ExtraFont[];
}

export interface ExtraFont {
  /** ISO 15924, "Arab", or a language where glyphs depend on it. */
  script: string;
  bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** One compiler with the templates and the fonts the jobs name. */
export class Typesetter {
  private constructor(
    private readonly engine: Engine,
    private readonly assets: Assets,
  ) {}

  static async start(assets: Assets, modules?: Modules): Promise<Typesetter> {
    const engine = await Engine.start(modules ?? (await assets.modules()));
    for (const [path, text] of Object.entries(sources())) engine.addSource(path, text);
    return new Typesetter(engine, assets);
  }

  private loaded = '';
  private readonly files = new Map<string, Uint8Array>();

  /** The finished file; `source` is the JSON Resume to attach. */
  async pdf(job: PaperJob, source?: Uint8Array): Promise<Uint8Array> {
    await this.prepare(job, source);
    return this.engine.pdf(mainOf(job));
  }

  private async prepare(job: PaperJob, source?: Uint8Array): Promise<void> {
    await this.loadFonts(job);
    const options: InputOptions = { picture: job.picture !== undefined, attach: source !== undefined };
    this.engine.setFile('/picture', job.picture);
    this.engine.setFile('/resume.json', source);
    this.engine.setFile('/input.json', encoder.encode(JSON.stringify(inputOf(job.document, options))));
  }

  private async loadFonts(job: PaperJob): Promise<void> {
    const wanted = familiesOf(job.document).flatMap(filesOf);
    const extra = job.extraFonts ?? [];
    const key = [...wanted, ...extra.map((font) => `${font.script}:${font.bytes.byteLength}`)].join();
    if (key === this.loaded) return;
    const bundled = await Promise.all(wanted.map((file) => this.font(file)));
    await this.engine.setFonts([...bundled, ...extra.map((font) => font.bytes)]);
    this.loaded = key;
  }

  private async font(file: string): Promise<Uint8Array> {
    const bytes = this.files.get(file) ?? (await this.assets.font(file));
    this.files.set(file, bytes);
    return bytes;
  }
}

function mainOf(job: PaperJob): string {
  return `/${templateOf(job.document.layout.template).id}.typ`;
}
