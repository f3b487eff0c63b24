import { AppError } from '../api/errors';
import { upload } from '../api/files';
import { type ReportView, rehearsals } from '../api/rehearsals';
import { resumes } from '../api/resumes';
import { counted } from '../domain/attempts';
import { formatDay, formatTime, parseMoment } from '../domain/dates';
import { languageHere } from '../i18n/format';
import { contentLanguage, isMessageKey, locale, m, plural, say } from '../i18n/messages';
import type { Telling } from '../paper/report/telling';
import type { MissingScript } from '../paper/scripts';
import type { Warmth } from '../paper/warmth';
import { PaperAssets } from './paperAssets.svelte';
import type { Toasts } from './toasts.svelte';
import { troubleOf } from './trouble';

/** How long making the file may take before it can be called off, in milliseconds. */
const slowMs = 1000;

/** The report of a rehearsal as a PDF: made by the typesetter, saved where the person wants it. */
export class ReportFile {
  /** It is being made or saved. */
  busy = $state(false);
  /** Making it takes a while: it can be called off. */
  slow = $state(false);
  /** Scripts with letters that are missing in the file saved last. */
  missing = $state.raw<MissingScript[]>([]);
  readonly #toasts: Toasts;
  readonly #warmth: Warmth;
  readonly #assets = new PaperAssets();
  #making?: AbortController;

  constructor(toasts: Toasts, warmth: Warmth) {
    this.#toasts = toasts;
    this.#warmth = warmth;
  }

  /** Makes the file and lets the person choose where it goes. */
  async save(view: ReportView): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.missing = [];
    const making = new AbortController();
    this.#making = making;
    try {
      const { bytes, missing } = await this.#make(view, making.signal);
      const saved = await rehearsals.saveReport(view.rehearsal.id, await upload(new Blob([bytes as BlobPart])), fileName(view));
      if (saved) {
        this.missing = missing;
        this.#toasts.done(m['reportPaper.saved']());
      }
    } catch (reason) {
      if (!making.signal.aborted) this.#toasts.trouble(troubleOf(reason));
    } finally {
      this.busy = false;
    }
  }

  /** Calls the making off; nothing is saved. Also when the report is left. */
  cancel(): void {
    this.#making?.abort();
  }

  async #make(view: ReportView, signal: AbortSignal) {
    const timer = setTimeout(() => (this.slow = true), slowMs);
    try {
      const { printReport, reportInput, scriptsIn } = await import('../paper/report/print');
      const input = reportInput({ ...view, questions: counted(view.questions) }, { title: titleOf(view), when: whenOf(view), paper: await usualPaper(), content: contentLanguage }, telling());
      const fonts = await this.#fonts(scriptsIn(input));
      return await printReport(input, fonts, this.#warmth, signal);
    } catch (reason) {
      throw reason instanceof AppError ? reason : Object.assign(new AppError({ code: 'internal', key: 'reportPaper.notMade' }), { cause: reason });
    } finally {
      clearTimeout(timer);
      this.slow = false;
    }
  }

  async #fonts(scripts: string[]) {
    await this.#assets.provideFonts(scripts, true);
    return this.#assets.fonts;
  }
}

/** What a rehearsal is called: the posting it was for. */
export function titleOf({ rehearsal }: ReportView): string {
  return rehearsal.for || m['rehearsals.general']();
}

function whenOf({ rehearsal }: ReportView): string {
  const at = parseMoment(rehearsal.startedAt);
  return at ? `${dateOf(at)}, ${formatTime(at, locale())}` : '';
}

// With its year, whatever the year is: paper is kept.
function dateOf(at: Date): string {
  return formatDay(at, new Date(0), locale());
}

function fileName(view: ReportView): string {
  const at = parseMoment(view.rehearsal.startedAt);
  return at ? m['reportPaper.fileName']({ title: titleOf(view), date: dateOf(at) }) : titleOf(view);
}

/** The paper of the résumé that was changed last: the person has chosen it. A4 where there is none. */
async function usualPaper(): Promise<string> {
  const [last] = await resumes.list();
  // One that can't be read is no reason to go without the report.
  const studio = last && (await resumes.get(last.id).catch(() => undefined));
  return studio?.document.layout.paper ?? 'a4';
}

function telling(): Telling {
  return {
    locale: locale(),
    say,
    reason: (cause) => (isMessageKey(cause) ? say(cause) : m['score.none']()),
    language: languageHere,
    unread: (count) => plural(count, 'report.oneUnread', 'report.someUnread'),
  };
}
