import { flushSync } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Document } from '../paper/document';
import { block, documentOf, entry } from '../paper/sample';
import { FakeWorker, laidOut } from '../paper/testWorker';
import { Warmth } from '../paper/warmth';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { PaperView } from './paperView.svelte';
import type { Studio } from './studio.svelte';
import { Toasts } from './toasts.svelte';

const work = (...lines: string[]) => documentOf('N. N.', [block('work', 'entries', [entry({ id: 'a', title: 'Nurse', lines })])]);
const arab = { script: 'Arab', characters: 'ا' };

/** The part of the studio that the pages follow. */
class Desk {
  readonly id = 'r';
  document = $state.raw<Document>(work('Ran the ward.'));
  flush = async () => {};
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: Desk;
let end: () => void;
let toasts: Toasts;
let paper: PaperView;
/** Lets the fonts that were asked for come, or not. */
let fonts: { come(): void; fail(): void }[];

const worker = () => FakeWorker.all[0]!;
const asked = (op: string) => worker().asked.filter((request) => request.op === op);
const patience = { timeout: 10_000 };
const waits = (op: string) => vi.waitFor(() => expect(asked(op)).toHaveLength(1), patience);

beforeEach(async () => {
  FakeWorker.all = [];
  fonts = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(new Uint8Array(9)));
  new FakeShell({
    Resumes: {
      Source: () => '{}',
      Fonts: () =>
        new Promise((resolve, reject) =>
          fonts.push({
            come: () => resolve([{ script: 'Arab', url: '/local/fonts/1' }]),
            fail: () => reject(envelope('unavailable', 'store.diskError')),
          }),
        ),
    },
  });
  desk = new Desk();
  toasts = new Toasts();
  paper = new PaperView(desk as unknown as Studio, toasts, new Warmth(true));
  paper.look([0], 1.5);
  end = $effect.root(() => {
    $effect(() => paper.follow());
  });
  await waits('layout');
  return () => {
    end();
    vi.unstubAllGlobals();
  };
});

/** Answers the layout that is under way. */
async function lay(parts: Parameters<typeof laidOut>[0] = {}): Promise<void> {
  await waits('layout');
  const before = paper.pages;
  worker().answer('layout', laidOut(parts));
  await vi.waitFor(() => expect(paper.pages).not.toBe(before), patience);
  flushSync();
}

async function textsCome(): Promise<void> {
  await waits('texts');
  worker().answer('texts', [{ runs: [], links: [] }]);
  await vi.waitFor(() => expect(paper.rested).toBe(true), patience);
}

test('what is in sight before there is a typesetter is drawn with the first layout', () => {
  expect(asked('layout')[0]!.take).toMatchObject({ views: [{ page: 0, scale: 1.5, key: '' }] });
});

test('the same content again is drawn no second time', async () => {
  await lay();
  desk.document = work('Ran the ward.');
  flushSync();
  desk.document = work('Ran the wards.');
  await waits('layout');
  expect(asked('layout')[0]!.take).toMatchObject({ document: { sections: [{ entries: [{ lines: [{ text: 'Ran the wards.' }] }] }] } });
});

test('what could not be drawn is tried again when it comes again', async () => {
  worker().answer('layout', undefined, { message: 'unknown variable', diagnostics: [] });
  await vi.waitFor(() => expect(paper.pages?.problem).toBeDefined(), patience);
  desk.document = work('Ran the ward.');
  await lay();
  expect(paper.pages?.problem).toBeUndefined();
});

test('the text lies over the pages once nothing changes, and stays while somebody scrolls', async () => {
  await lay();
  expect(paper.rested).toBe(false);
  await textsCome();
  paper.look([0], 2);
  await lay();
  expect(paper.rested).toBe(true);
  desk.document = work('Ran the wards.');
  await lay();
  expect(paper.rested).toBe(false);
});

test('text that could not be read is not laid over the pages', async () => {
  await lay();
  await waits('texts');
  worker().answer('texts', undefined, { message: 'no', diagnostics: [] });
  await settle();
  expect([paper.rested, paper.texts]).toEqual([false, []]);
  desk.document = work('Ran the wards.');
  await lay();
  await textsCome();
});

test('a file waits for the fonts that are on their way, and is made again without them failing', async () => {
  await lay({ missing: [arab] });
  await waits('scripts');
  worker().answer('scripts', ['Latn', 'Arab']);
  await vi.waitFor(() => expect(fonts).toHaveLength(1), patience);
  const pdf = paper.pdf();
  await waits('scripts');
  worker().answer('scripts', ['Latn', 'Arab']);
  expect(asked('pdf')).toEqual([]);
  fonts[0]!.fail();
  await expect(pdf).rejects.toMatchObject({ key: 'store.diskError' });
  expect(toasts.items).toHaveLength(1);

  const again = paper.pdf();
  await waits('scripts');
  worker().answer('scripts', ['Latn', 'Arab']);
  await vi.waitFor(() => expect(fonts).toHaveLength(2), patience);
  const post = vi.spyOn(worker(), 'postMessage');
  fonts[1]!.come();
  await waits('pdf');
  expect(post.mock.calls.map(([message]) => message)).toContainEqual(expect.objectContaining({ op: 'assets' }));
  worker().answer('pdf', new Uint8Array(1));
  expect(await again).toHaveLength(1);
});

const drawn =
  '<svg xmlns="http://www.w3.org/2000/svg"><defs class="glyph"></defs><g class="typst-page" transform="translate(0, 0)" data-page-width="596" data-page-height="842"><path d="M 0 0 L 9 9"/></g></svg>';

/** Asks for a print, and gives when it has come to nothing or to the dialog. */
async function askToPrint() {
  const printed = vi.fn();
  vi.stubGlobal('print', printed);
  const printing = paper.print();
  await waits('scripts');
  worker().answer('scripts', ['Latn']);
  await waits('svg');
  return { printed, printing };
}

test('what is laid out for the printer goes when the page changes', async () => {
  await lay();
  const { printed, printing } = await askToPrint();
  worker().answer('svg', drawn);
  await printing;
  expect(printed).toHaveBeenCalledOnce();
  expect(document.querySelectorAll('body > .printed > svg')).toHaveLength(1);
  desk.document = work('Ran the wards.');
  flushSync();
  expect(document.querySelector('.printed')).toBeNull();
});

test('a print that is ready after the studio was left prints nothing, and leaves nothing', async () => {
  await lay();
  const { printed, printing } = await askToPrint();
  end();
  worker().answer('svg', drawn);
  await printing;
  expect(printed).not.toHaveBeenCalled();
  expect(document.querySelector('.printed')).toBeNull();
});
