// The worker: one typesetter, one request after another.
import './guard';
import { browserAssets } from './browserAssets';
import { TypesetError } from './engine';
import type { Answer, LaidOut, Operation, Operations, Request, View } from './protocol';
import { inputOf } from './input';
import { scriptsOf } from './scripts';
import { type Drawn, type PaperJob, Typesetter } from './typesetter';

type Handlers = { [K in Operation]: (take: Operations[K][0]) => Promise<Operations[K][1]> };

let typesetter: Typesetter;
let big: Operations['assets'][0] = { extraFonts: [] };

const handlers: Handlers = {
  start: async (handover) => {
    typesetter = await Typesetter.start(browserAssets(), handover);
  },
  assets: async (assets) => {
    big = assets;
  },
  layout: async ({ document, views }) => layout({ document, ...big }, views),
  draw,
  texts: async ({ document }) => {
    // What was laid out last may be a trial of fit(), or of the worker before this one.
    await typesetter.layout({ document, ...big });
    return typesetter.texts();
  },
  svg: async ({ document }) => {
    await typesetter.layout({ document, ...big });
    return typesetter.svg();
  },
  pdf: async ({ document, source }) => typesetter.pdf({ document, ...big }, source),
  report: async ({ input, extraFonts }) => typesetter.report(input, extraFonts),
  fit: async ({ document, pages }) => typesetter.fit({ document, ...big }, pages),
  scripts: async (document) => scriptsOf(JSON.stringify(inputOf(document))),
  handover: async () => typesetter.handover(),
};

async function layout(job: PaperJob, views: View[]): Promise<LaidOut> {
  const began = performance.now();
  const result = await typesetter.layout(job);
  const compiled = performance.now();
  const drawn = await draw(views.filter(({ page }) => page < result.pages.length));
  return {
    ...result,
    drawn,
    compileMs: compiled - began,
    drawMs: performance.now() - compiled,
    compiles: typesetter.compiles,
    memory: typesetter.memory,
  };
}

async function draw(views: View[]): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const { page, scale, key } of views) drawn.push(await typesetter.draw(page, scale, key));
  return drawn;
}

let queue = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Request>) => {
  // The compiler and the renderer are not to be asked anything while they work.
  queue = queue.then(() => answer(data));
};

async function answer({ id, op, take }: Request): Promise<void> {
  try {
    const give = await (handlers[op] as (take: unknown) => Promise<unknown>)(take);
    send({ id, give }, bitmapsIn(give));
  } catch (error) {
    const diagnostics = error instanceof TypesetError ? error.diagnostics : [];
    send({ id, error: { message: error instanceof Error ? error.message : String(error), diagnostics } }, []);
    // After a trap the compiler's memory can't be trusted: let the page start another worker.
    if (error instanceof WebAssembly.RuntimeError)
      setTimeout(() => {
        throw error;
      });
  }
}

function send(answer: Answer, transfer: Transferable[]): void {
  self.postMessage(answer, { transfer });
}

function bitmapsIn(give: unknown): ImageBitmap[] {
  const drawn = Array.isArray(give) ? (give as Drawn[]) : ((give as LaidOut | undefined)?.drawn ?? []);
  return drawn.flatMap(({ bitmap }) => bitmap ?? []);
}
