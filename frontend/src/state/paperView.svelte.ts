import { fetchBytes, upload } from '../api/files';
import { resumes } from '../api/resumes';
import { m, say } from '../i18n/messages';
import type { Paper, Pages, Warmth } from '../paper/client';
import type { Document } from '../paper/document';
import { type Place, placesOf } from '../paper/places';
import { shown } from '../paper/shown';
import type { PaperJob } from '../paper/typesetter';
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

/** A sharp print: dots per inch over points per inch. */
const printScale = 300 / 72;

/** The pages of the résumé in the studio, and the files made of them. */
export class PaperView {
  /** Sizes of all pages, in pt; undefined before the first. */
  pages = $state.raw<Pages>();
  /** The text of each page with its places, once nothing changes. */
  texts = $state.raw<Awaited<ReturnType<Paper['texts']>>>([]);
  /** Why there is no page at all. */
  trouble = $state.raw<Trouble>();
  /** Where on the pages each field stands; as old as the texts. */
  readonly places: Place[] = $derived.by(() => (this.#read ? placesOf(this.#read, this.texts) : []));
  fitting = $state(false);
  fitNotice = $state.raw<FitNotice>();
  busy = $state(false);
  printing = $state(false);
  readonly #studio: Studio;
  readonly #toasts: Toasts;
  readonly #warmth: Warmth;
  #paper = $state.raw<Paper>();
  #picture = $state.raw<Uint8Array>();
  #fonts = $state.raw<NonNullable<PaperJob['extraFonts']>>([]);
  /** What the texts are of. */
  #read = $state.raw<Document>();
  #asked = '';
  /** When each job was asked for, in the page's milliseconds. */
  readonly #since = new WeakMap<PaperJob, number>();
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #receive: (pages: Pages) => void = () => {};

  /** `warmth` is kept by the caller from one studio to the next. */
  constructor(studio: Studio, toasts: Toasts, warmth: Warmth) {
    this.#studio = studio;
    this.#toasts = toasts;
    this.#warmth = warmth;
  }

  /** Draws what the studio shows until the function given back is called. Called in an effect. */
  follow(): () => void {
    let gone = false;
    void this.#open(() => gone);
    $effect(() => {
      const document = this.#studio.document;
      if (!document || !this.#paper) return;
      void this.#provide(document);
      const job = this.#job(document);
      this.#since.set(job, performance.now());
      this.#paper.update(job);
    });
    return () => {
      gone = true;
      clearTimeout(this.#quiet);
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
    const bytes = await this.#ready().pdf(this.#job(this.#document()), source);
    timed('pdf', since);
    return bytes;
  }

  /** Draws every page sharply and opens the system's print dialog. */
  print(): Promise<void> {
    return this.#working(async () => {
      const paper = this.#ready();
      this.printing = true;
      try {
        paper.look(
          (this.pages?.sizes ?? []).map((_, page) => page),
          printScale,
        );
        paper.redraw();
        await paper.settled();
        window.print();
      } finally {
        this.printing = false;
      }
    });
  }

  /** Finds the least change that makes it so many pages, and makes it. */
  async fit(pages: number): Promise<void> {
    this.fitting = true;
    this.fitNotice = undefined;
    try {
      const result = await this.#ready().fit(this.#job(this.#document()), pages);
      if (result.fits) this.#studio.arrange(result.layout);
      this.fitNotice = { fits: result.fits, sentence: fitSentence(result, pages) };
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
    }
    this.fitting = false;
  }

  async #docx(): Promise<Uint8Array> {
    await this.#studio.flush();
    const { docx } = await import('../paper/docx');
    return docx(this.#job(this.#document()));
  }

  async #open(isGone: () => boolean): Promise<void> {
    try {
      const { Paper } = await import('../paper/client');
      if (isGone()) return;
      const paper = new Paper(this.#warmth);
      paper.onpages((pages) => this.#show(pages));
      this.#paper = paper;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  #show(pages: Pages): void {
    this.pages = pages;
    this.#receive(pages);
    const since = pages.job && this.#since.get(pages.job);
    if (since !== undefined && !pages.problem) timed('page', since, { pages: pages.sizes.length, drawn: pages.drawn.length });
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#readTexts(), quietMs);
  }

  async #readTexts(): Promise<void> {
    const texts = (await this.#paper?.texts().catch(() => [])) ?? [];
    this.#read = this.#studio.document && shown(this.#studio.document);
    this.texts = texts;
  }

  // Picture and fonts are fetched once for what is named; the page is drawn again with them.
  async #provide(document: Document): Promise<void> {
    const scripts = (await this.#paper?.scripts(shown(document)).catch(() => [])) ?? [];
    const asked = `${document.head.picture?.id ?? ''} ${scripts.join()}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    try {
      const id = document.head.picture?.id;
      this.#picture = id ? await fetchBytes(`/local/pictures/${id}`) : undefined;
      this.#fonts = await fontsFor(scripts);
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason)); // the page is there, without them
    }
  }

  #job(document: Document): PaperJob {
    return {
      document: shown(document),
      extraFonts: this.#fonts,
      ...(this.#picture && { picture: this.#picture }),
    };
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
      this.#toasts.trouble(troubleOf(reason));
    }
    this.busy = false;
  }
}

/** The system's fonts for scripts that ours don't have. */
async function fontsFor(scripts: string[]): Promise<NonNullable<PaperJob['extraFonts']>> {
  const bundled = ['Latn', 'Grek', 'Cyrl'];
  const wanted = scripts.filter((script) => !bundled.includes(script));
  if (wanted.length === 0) return [];
  const found = await resumes.fonts(wanted);
  return Promise.all(found.map(async ({ script, url }) => ({ script, bytes: await fetchBytes(url) })));
}

function fitSentence({ fits, changes, least }: Awaited<ReturnType<Paper['fit']>>, pages: number): string {
  if (!fits) return m['design.fitNot']({ pages, least });
  if (changes.length === 0) return m['design.fitAlready']();
  const parts = changes.map(({ field, from, to }) => say(`designFit.${field}`, { from, to }));
  return m['design.fitDone']({ changes: parts.join('; ') });
}
