// What the page and its worker say to each other.
import type { Diagnostic, PageSize } from './engine';
import type { FitResult } from './fit';
import type { PageText } from './pageText';
import type { Document } from './document';
import type { PictureProblem } from './picture';
import type { MissingScript } from './scripts';
import type { ReportInput } from './report/input';
import type { Drawn, ExtraFont, Handover, ReportFile } from './typesetter';

/** A page in sight: at how many pixels per pt, and the key of what is already shown. */
export interface View {
  page: number;
  scale: number;
  key: string;
}

/** A compile with the pages in sight drawn. */
export interface LaidOut {
  pages: PageSize[];
  drawn: Drawn[];
  missing: MissingScript[];
  picture?: PictureProblem;
  /** In ms, for figures. */
  compileMs: number;
  drawMs: number;
  /** For the page to decide when the next worker's time has come. */
  compiles: number;
  memory: number;
}

/** Every operation with what it takes and what it gives. */
export interface Operations {
  start: [handover: Handover | undefined, void];
  /** Big things that seldom change, sent once instead of with every job. */
  assets: [{ picture?: Uint8Array; extraFonts: ExtraFont[] }, void];
  layout: [{ document: Document; views: View[] }, LaidOut];
  draw: [View[], Drawn[]];
  texts: [{ document: Document }, PageText[]];
  svg: [{ document: Document }, string];
  pdf: [{ document: Document; source?: Uint8Array }, Uint8Array];
  /** The report of a rehearsal; its fonts come with it. */
  report: [{ input: ReportInput; extraFonts: ExtraFont[] }, ReportFile];
  fit: [{ document: Document; pages: number }, FitResult];
  /** The scripts its texts are written in. */
  scripts: [Document, string[]];
  handover: [undefined, Handover];
}

export type Operation = keyof Operations;

export interface Request<K extends Operation = Operation> {
  id: number;
  op: K;
  take: Operations[K][0];
}

export interface Answer {
  id: number;
  give?: unknown;
  error?: { message: string; diagnostics: Diagnostic[] };
}
