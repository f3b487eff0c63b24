import { upload } from '../api/files';
import { resumes } from '../api/resumes';
import { m, say } from '../i18n/messages';
import type { Paper, Pages } from '../paper/client';
import type { Document } from '../paper/document';
import { type Place, placesOf } from '../paper/places';
import { shown } from '../paper/shown';
import type { PaperJob } from '../paper/typesetter';
import type { Warmth } from '../paper/warmth';
import { PaperAssets } from './paperAssets.svelte';
import type { Studio } from './studio.svelte';
import { timed } from './timeline';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleOf } from './trouble';

/** What came of "fit to N pages". */
export interface FitNotice {
  fits: boolean;
  sentence: string;
}

/** How long nothing may change before the text layer is laid over the pages, in milliseconds. */
const quietMs = 400;

/** The pages of the résumé in the studio, and the files made of them. */
export class PaperView {
  /** Sizes of all pages, in pt; undefined before the first. */
  pages = $state.raw<Pages>();
  /** The text of each page with its places, as it was when nothing changed any more. */
  texts = $state.raw<Awaited<ReturnType<Paper['texts']>>>([]);
  /** Why there is no page at all. */
  trouble = $state.raw<Trouble>();
  /** Where on the pages each field stands; as old as the texts. */
  readonly places: Place[] = $derived.by(() => (this.#read ? placesOf(this.#read, this.texts) : []));
  /** Whether the texts are those of the pages shown. */
  rested = $state(false);
  fitting = $state(false);
  fitNotice = $state.raw<FitNotice>();
  busy = $state(false);
  readonly #studio: Studio;
  readonly #toasts: Toasts;
  readonly #warmth: Warmth;
  #paper = $state.raw<Paper>();
  readonly #assets = new PaperAssets();
  /** What the texts are of. */
  #read = $state.raw<Document>();
  /** The last job, and its document as text. */
  #job?: PaperJob;
  #text = '';
  /** When each job was asked for, in the page's milliseconds. */
  readonly #since = new WeakMap<PaperJob, number>();
  /** The last reason that was told why a picture or fonts are missing: each is told once. */
  #told: unknown;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  /** The studio was left: what is still under way shows nothing and tells nothing any more. */
  #gone = false;
  /** Takes away what was laid out for the printer. */
  #unprint: () => void = () => {};
  #receive: (pages: Pages) => void = () => {};
  /** What is in sight, for a typesetter that is not there yet. */
  #inSight: [pages: number[], scale: number] = [[], 1];

  /** `warmth` is kept by the caller from one studio to the next. */
  constructor(studio: Studio, toasts: Toasts, warmth: Warmth) {
    this.#studio = studio;
    this.#toasts = toasts;
    this.#warmth = warmth;
  }

  /** Draws what the studio shows until the function given back is called. Called in an effect. */
  follow(): () => void {
    this.#gone = false;
    void this.#open();
    $effect(() => {
      const document = this.#studio.document;
      if (document && this.#paper) this.#draw(this.#paper, shown(document));
    });
    return () => {
      this.#gone = true;
      clearTimeout(this.#quiet);
      this.#unprint();
      this.#paper?.close();
    };
  }

  /** Who draws the bitmaps of pages in sight. */
  ondrawn(receive: (pages: Pages) => void): void {
    this.#receive = receive;
    this.#paper?.redraw();
  }

  /** Says which pages are in sight, and at how many device pixels per pt. */
  look(pages: number[], scale: number): void {
    this.#inSight = [pages, scale];
    this.#paper?.look(pages, scale);
  }

  /** Makes a PDF or a Word file and saves it where the person wants it. */
  save(format: 'pdf' | 'docx'): Promise<void> {
    return this.#working(async () => {
      const bytes = format === 'pdf' ? await this.pdf() : await this.#docx();
      if (await resumes.savePaper(this.#studio.id, await upload(new Blob([bytes as BlobPart])), format))
        this.#toasts.done(m['export.done']());
    });
  }

  /** Saves as a text, in one of the open formats. */
  export(format: 'markdown' | 'text' | 'jsonresume'): Promise<void> {
    return this.#working(async () => {
      await this.#studio.flush();
      if (await resumes.export(this.#studio.id, format)) this.#toasts.done(m['export.done']());
    });
  }

  /** The finished file, exactly as it would be saved. */
  async pdf(): Promise<Uint8Array> {
    const since = performance.now();
    await this.#studio.flush();
    const source = new TextEncoder().encode(await resumes.source(this.#studio.id));
    const bytes = await this.#ready().pdf(await this.#complete(), source);
    timed('pdf', since);
    return bytes;
  }

  /** Opens the system's print dialog over the pages. */
  print(): Promise<void> {
    return this.#working(async () => {
      const { layOutForPrint } = await import('../paper/print');
      const svg = await this.#ready().svg(await this.#complete());
      if (this.#gone) return;
      this.#unprint();
      // They stay: the dialog may ask for them long after this call.
      this.#unprint = layOutForPrint(svg);
      window.print();
    });
  }

  /** Finds the least change that makes it so many pages, and makes it. */
  async fit(pages: number): Promise<void> {
    this.fitting = true;
    this.fitNotice = undefined;
    try {
      const result = await this.#ready().fit(await this.#complete(), pages);
      if (result.fits) this.#studio.arrange(result.layout);
      this.fitNotice = { fits: result.fits, sentence: fitSentence(result, pages) };
    } catch (reason) {
      this.#tell(reason);
    }
    this.fitting = false;
  }

  async #docx(): Promise<Uint8Array> {
    await this.#studio.flush();
    const { docx } = await import('../paper/docx');
    const document = shown(this.#document());
    await this.#assets.providePicture(pictureOf(document), true);
    return docx(this.#jobOf(document));
  }

  async #open(): Promise<void> {
    try {
      const { Paper } = await import('../paper/client');
      if (this.#gone) return;
      const paper = new Paper(this.#warmth);
      paper.onpages((pages) => this.#show(pages));
      paper.look(...this.#inSight);
      this.#paper = paper;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  // Saving and hearing of it bring the same document again: that is no reason to draw it again.
  #draw(paper: Paper, document: Document): void {
    this.#provided(this.#assets.providePicture(pictureOf(document)));
    const text = JSON.stringify(document);
    const job = this.#jobOf(document);
    const last = this.#job;
    if (text === this.#text && last?.picture === job.picture && last?.extraFonts === job.extraFonts) return;
    this.#unprint(); // it is of the document before
    this.#unprint = () => {};
    [this.#text, this.#job] = [text, job];
    this.#since.set(job, performance.now());
    paper.update(job);
  }

  #show(pages: Pages): void {
    this.pages = pages;
    this.#receive(pages);
    const { job, problem, missing, drawn, sizes, compileMs, drawMs } = pages;
    if (problem) this.#text = ''; // the next document is tried, be it the same
    const since = job && this.#since.get(job);
    if (since !== undefined && !problem) timed('page', since, { pages: sizes.length, drawn: drawn.length, compileMs, drawMs });
    if (job && missing.length > 0) this.#provided(this.#provideFonts(job.document));
    if (job?.document === this.#read) return; // scrolled to, or zoomed
    this.rested = false;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#readTexts(), quietMs);
  }

  async #readTexts(): Promise<void> {
    const job = this.#job;
    const texts = job && (await this.#paper?.texts(job).catch(() => undefined));
    // Without them there is nothing to select until the next change; the page itself is there.
    if (texts && job === this.#job) [this.#read, this.texts, this.rested] = [job.document, texts, true];
  }

  async #provideFonts(document: Document, again = false): Promise<void> {
    await this.#assets.provideFonts(await this.#ready().scripts(document), again);
  }

  // The page is there without them.
  #provided(asked: Promise<void>): void {
    asked.catch((reason) => {
      if (reason !== this.#told) this.#tell(reason);
      this.#told = reason;
    });
  }

  #jobOf(document: Document): PaperJob {
    const { picture, fonts } = this.#assets;
    return { document, extraFonts: fonts, ...(picture && { picture }) };
  }

  /** What is on screen, with its picture and with the fonts that it needs and no others: the same content gives the same file. */
  async #complete(): Promise<PaperJob> {
    const document = shown(this.#document());
    await Promise.all([this.#assets.providePicture(pictureOf(document), true), this.#provideFonts(document, true)]);
    return this.#jobOf(document);
  }

  #document(): Document {
    const { document } = this.#studio;
    if (!document) throw new Error('no résumé is open');
    return document;
  }

  #ready(): Paper {
    if (!this.#paper) throw new Error('the typesetter is not there');
    return this.#paper;
  }

  async #working(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch (reason) {
      this.#tell(reason);
    }
    this.busy = false;
  }

  #tell(reason: unknown): void {
    if (!this.#gone) this.#toasts.trouble(troubleOf(reason));
  }
}

/** The id of the picture of a document; empty is none. */
function pictureOf(document: Document): string {
  return document.head.picture?.id ?? '';
}

function fitSentence({ fits, changes, least }: Awaited<ReturnType<Paper['fit']>>, pages: number): string {
  if (!fits) return m['design.fitNot']({ pages, least });
  if (changes.length === 0) return m['design.fitAlready']();
  const parts = changes.map(({ field, from, to }) => say(`designFit.${field}`, { from, to }));
  return m['design.fitDone']({ changes: parts.join('; ') });
}
