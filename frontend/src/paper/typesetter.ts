// What turns a document into pages and files: runs in a worker and, the same code, in Node.
import type { Assets } from './assets';
import { type Ranges, coverage } from './coverage';
import type { Document } from './document';
import { type Drawing, drawingOf } from './drawing';
import { Engine, type Modules, type PageSize, TypesetError } from './engine';
import { type FitResult, fit } from './fit';
import { type Family, filesOf } from './fonts';
import { inputOf } from './input';
import { type PageText, pageTexts } from './pageText';
import { Painter } from './painter';
import { type PictureProblem, pictureProblem } from './picture';
import type { ReportInput } from './report/input';
import { reportFamilies, reportStyle } from './report/style';
import { type MissingScript, missingIn } from './scripts';
import { familiesOf } from './style';
import { templateOf } from './templates';
import { sources } from './templates/sources';

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
  /** ISO 15924: "Arab". */
  script: string;
  bytes: Uint8Array;
}

/** What a compile gave. */
export interface PaperResult {
  pages: PageSize[];
  /** Scripts no loaded font has; their letters are empty boxes on the page. */
  missing: MissingScript[];
  /** Why the picture is left out, where it is. */
  picture?: PictureProblem;
}

/** A file made of a report. */
export interface ReportFile {
  bytes: Uint8Array;
  /** Scripts no loaded font has; their letters are empty boxes on the page. */
  missing: MissingScript[];
}

/** A page drawn, in part or whole, or left as it is because its key is the one known. */
export interface Drawn {
  page: number;
  key: string;
  /** Of the whole page, in pixels. */
  width: number;
  height: number;
  /** Where the bitmap begins, which is as wide as the page; what is not in it stays as it was. */
  top: number;
  bitmap?: ImageBitmap;
}

/** What one typesetter can hand to the next, so that it starts in a moment. */
export interface Handover {
  modules: Modules;
  fonts: [file: string, bytes: Uint8Array][];
}

const encoder = new TextEncoder();

/** One compiler with the templates and the fonts the jobs name. */
export class Typesetter {
  private constructor(
    private readonly engine: Engine,
    private readonly modules: Modules,
    private readonly assets: Assets,
    private readonly fonts: Map<string, Uint8Array>,
  ) {}

  static async start(assets: Assets, handover?: Handover): Promise<Typesetter> {
    const modules = handover?.modules ?? (await assets.modules());
    const engine = await Engine.start(modules);
    for (const [path, text] of Object.entries(sources())) engine.addSource(path, text);
    return new Typesetter(engine, modules, assets, new Map(handover?.fonts));
  }

  private loaded: Uint8Array[] = [];
  private ranges: Ranges[] = [];
  private refused: PictureProblem | undefined;
  private badPicture: Uint8Array | undefined;
  private readonly covered = new WeakMap<Uint8Array, Ranges>();
  private readonly painter = new Painter();
  private drawing: Drawing | undefined;

  /** How often it has compiled; together with memory, when it is time for the next one. */
  compiles = 0;

  /** In bytes. The compiler keeps what it has laid out for ever: about 1.5 MB each time. */
  get memory(): number {
    return this.engine.memory;
  }

  handover(): Handover {
    return { modules: this.modules, fonts: [...this.fonts] };
  }

  /** Lays the document out; throws TypesetError where a template fails. */
  async layout(job: PaperJob): Promise<PaperResult> {
    const missing = await this.compile(job, undefined, (main) => this.engine.layout(main));
    return { pages: this.engine.pages, missing: missing.scripts, picture: this.refused };
  }

  /** Draws a page last laid out at so many pixels per pt, as far as it differs from the known one. */
  async draw(page: number, scale: number, known = ''): Promise<Drawn> {
    this.drawing ??= drawingOf(this.engine.svg());
    const size = this.engine.pages[page]!;
    const drawn = this.drawing.pages[page];
    if (drawn && this.painter.can(drawn)) return this.painter.paint(this.drawing, page, size, scale, known);
    return this.drawWhole(page, size, scale, `${drawn?.key}@${scale}`, known);
  }

  private async drawWhole(page: number, size: PageSize, scale: number, key: string, known: string) {
    const width = Math.ceil(size.width * scale);
    const height = Math.ceil(size.height * scale);
    if (key === known) return { page, key, width, height, top: 0 };
    const canvas = new OffscreenCanvas(width, height);
    await this.engine.draw(page, scale, canvas);
    return { page, key, width, height, top: 0, bitmap: canvas.transferToImageBitmap() };
  }

  /** The text of all pages last laid out, with its places. */
  texts(): PageText[] {
    return pageTexts(this.engine.svg());
  }

  /** All pages last laid out as one picture of shapes. */
  svg(): string {
    return this.engine.svg();
  }

  /** The finished file; `source` is the JSON Resume to attach. */
  async pdf(job: PaperJob, source?: Uint8Array): Promise<Uint8Array> {
    return (await this.compile(job, source, (main) => this.engine.pdf(main))).value;
  }

  /** The least change of the layout that makes it fit so many pages. */
  async fit(job: PaperJob, pages: number): Promise<FitResult> {
    return fit(job.document, pages, async (layout) => {
      const { pages } = await this.layout({ ...job, document: { ...job.document, layout } });
      return pages.length;
    });
  }

  /** The report of a rehearsal as a finished file. */
  async report(input: ReportInput, extraFonts: ExtraFont[] = []): Promise<ReportFile> {
    await this.loadFonts(reportFamilies, extraFonts);
    const text = JSON.stringify({ ...input, style: reportStyle(input.language, input.paper) });
    this.engine.setFile('/report.json', encoder.encode(text));
    this.compiles++;
    return { bytes: this.engine.pdf('/report.typ'), missing: missingIn(text, this.ranges) };
  }

  private async compile<T>(job: PaperJob, source: Uint8Array | undefined, make: (main: string) => T) {
    await this.loadFonts(familiesOf(job.document), job.extraFonts);
    const picture = this.usable(job.picture);
    try {
      return this.run({ ...job, picture }, source, make);
    } catch (error) {
      if (!picture || !isOfPicture(error)) throw error;
      this.badPicture = picture;
      this.refused = 'unreadable';
      return this.run({ ...job, picture: undefined }, source, make);
    }
  }

  private run<T>(job: PaperJob, source: Uint8Array | undefined, make: (main: string) => T) {
    const input = inputOf(job.document, { picture: job.picture !== undefined, attach: source !== undefined });
    const text = JSON.stringify(input);
    this.engine.setFile('/picture', job.picture);
    this.engine.setFile('/resume.json', source);
    this.engine.setFile('/input.json', encoder.encode(text));
    this.compiles++;
    this.drawing = undefined;
    const value = make(`/${templateOf(job.document.layout.template).id}.typ`);
    return { value, scripts: missingIn(text, this.ranges) };
  }

  private usable(picture: Uint8Array | undefined): Uint8Array | undefined {
    this.refused =
      picture === undefined
        ? undefined
        : picture === this.badPicture
          ? 'unreadable'
          : pictureProblem(picture);
    return this.refused ? undefined : picture;
  }

  private async loadFonts(families: Family[], extraFonts: ExtraFont[] = []): Promise<void> {
    const files = families.flatMap(filesOf);
    const bundled = await Promise.all(files.map((file) => this.font(file)));
    const wanted = [...bundled, ...extraFonts.map((font) => font.bytes)];
    if (wanted.length === this.loaded.length && wanted.every((font, i) => font === this.loaded[i])) return;
    await this.engine.setFonts(wanted);
    this.loaded = wanted;
    this.ranges = wanted.map((font) => this.coverageOf(font));
  }

  private async font(file: string): Promise<Uint8Array> {
    const bytes = this.fonts.get(file) ?? (await this.assets.font(file));
    this.fonts.set(file, bytes);
    return bytes;
  }

  private coverageOf(font: Uint8Array): Ranges {
    const ranges = this.covered.get(font) ?? coverage(font);
    this.covered.set(font, ranges);
    return ranges;
  }
}

function isOfPicture(error: unknown): boolean {
  return error instanceof TypesetError && /image|decode/i.test(error.message);
}
