import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Paper, type Pages, restMs } from './client';
import type { LaidOut, Request } from './protocol';
import { documentOf } from './sample';
import { FakeWorker, laidOut } from './testWorker';
import { Warmth, keptMs } from './warmth';

const job = (name: string) => ({ document: documentOf(name, []) });
const turn = () => new Promise((resolve) => setImmediate(resolve));

let paper: Paper;
let shown: Pages[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  FakeWorker.all = [];
  shown = [];
  paper = new Paper(undefined, () => new FakeWorker());
  paper.onpages((pages) => shown.push(pages));
  await turn();
  return () => vi.useRealTimers();
});

test('of many jobs one is under way and only the last one waits', async () => {
  const [worker] = FakeWorker.all;
  paper.update(job('a'));
  await turn();
  for (const name of ['b', 'c', 'd']) paper.update(job(name));
  await turn();
  expect(worker!.waiting).toEqual(['layout a']);
  worker!.answer('layout', laidOut());
  await turn();
  expect(worker!.waiting).toEqual(['layout d']);
  worker!.answer('layout', laidOut());
  await paper.settled();
  expect(shown.map(({ job }) => job?.document.head.name)).toEqual(['a', 'd']);
});

test('a failed compile keeps the pages and tells the reason', async () => {
  const [worker] = FakeWorker.all;
  paper.update(job('a'));
  await turn();
  worker!.answer('layout', laidOut());
  await turn();
  paper.update(job('b'));
  await turn();
  worker!.answer('layout', undefined, { message: 'unknown variable', diagnostics: [] });
  await paper.settled();
  expect(shown.at(-1)).toMatchObject({
    sizes: [{ width: 595 }],
    problem: { message: 'unknown variable', died: false },
  });
  paper.update(job('c'));
  await turn();
  worker!.answer('layout', laidOut());
  await paper.settled();
  expect(shown.at(-1)!.problem).toBeUndefined();
});

test('a worker that dies is told and replaced', async () => {
  paper.update(job('a'));
  await turn();
  FakeWorker.all[0]!.onerror?.({ message: 'unreachable' } as ErrorEvent);
  await paper.settled();
  expect(shown.at(-1)!.problem).toMatchObject({ died: true });
  paper.update(job('b'));
  await turn();
  expect(FakeWorker.all).toHaveLength(2);
  FakeWorker.all[1]!.answer('layout', laidOut());
  await paper.settled();
  expect(shown.at(-1)!.problem).toBeUndefined();
});

test.each([{ compiles: 160 }, { compiles: 2, memory: 450 * 1024 * 1024 }])(
  'a worker that has grown is changed unseen: %j',
  async (grown) => {
    const [old] = FakeWorker.all;
    paper.update(job('a'));
    await turn();
    old!.answer('layout', laidOut(grown));
    await paper.settled();
    await turn();
    const next = FakeWorker.all[1]!;
    expect(next.waiting).toEqual(['layout a']);
    paper.update(job('b'));
    await turn();
    expect(old!.waiting).toEqual(['layout b']);
    next.answer('layout', laidOut());
    await turn();
    expect(old!.ended).toBe(false);
    old!.answer('layout', laidOut());
    await paper.settled();
    await turn();
    vi.runAllTimers();
    expect(old!.ended).toBe(true);
    paper.update(job('c'));
    await turn();
    expect(next.waiting).toEqual(['layout c']);
    expect(shown.every(({ problem }) => !problem)).toBe(true);
  },
);

test('a worker that has grown somewhat is changed when nothing was asked for a while', async () => {
  const [worker] = FakeWorker.all;
  for (const name of ['a', 'b']) {
    paper.update(job(name));
    await turn();
    worker!.answer('layout', laidOut({ compiles: 80 }));
    await paper.settled();
    vi.advanceTimersByTime(restMs - 1);
    await turn();
    expect(FakeWorker.all).toHaveLength(1);
  }
  vi.advanceTimersByTime(1);
  await turn();
  expect(FakeWorker.all).toHaveLength(2);
});

test('a résumé that takes much memory from the start does not change its worker again and again', async () => {
  const mebibytes = (n: number) => ({ memory: n * 1024 * 1024 });
  const [worker] = FakeWorker.all;
  const grown = async (name: string, parts: Partial<LaidOut>) => {
    paper.update(job(name));
    await turn();
    worker!.answer('layout', laidOut(parts));
    await paper.settled();
    await turn();
    return FakeWorker.all.length;
  };
  expect(await grown('a', mebibytes(500))).toBe(1);
  expect(await grown('b', { ...mebibytes(1999), compiles: 2 })).toBe(1);
  expect(await grown('c', { ...mebibytes(2001), compiles: 3 })).toBe(2);
  FakeWorker.all[1]!.answer('layout', laidOut(mebibytes(600)));
  await turn();
  paper.update(job('d'));
  await turn();
  FakeWorker.all[1]!.answer('layout', laidOut({ ...mebibytes(2399), compiles: 2 }));
  await paper.settled();
  await turn();
  expect(FakeWorker.all).toHaveLength(2);
});

test('pages are asked for with the key of what is already shown', async () => {
  const [worker] = FakeWorker.all;
  const bitmap = {} as ImageBitmap;
  paper.look([0, 1], 2);
  paper.update(job('a'));
  await turn();
  worker!.answer('layout', laidOut({ drawn: [{ page: 0, key: 'k', width: 1, height: 1, top: 0, bitmap }] }));
  await paper.settled();
  expect(shown.at(-1)!.drawn).toEqual([{ page: 0, key: 'k', width: 1, height: 1, top: 0, bitmap }]);
  paper.update(job('b'));
  await turn();
  const views = () => (worker!.asked.at(-1)!.take as { views: unknown }).views;
  expect(views()).toEqual([
    { page: 0, scale: 2, key: 'k' },
    { page: 1, scale: 2, key: '' },
  ]);
  worker!.answer('layout', laidOut());
  await paper.settled();
  paper.look([0], 3);
  await turn();
  expect(views()).toEqual([{ page: 0, scale: 3, key: '' }]);
});

test('fonts and a picture go over once', async () => {
  const [worker] = FakeWorker.all;
  const post = vi.spyOn(worker!, 'postMessage');
  const assets = { picture: new Uint8Array(3), extraFonts: [{ script: 'Arab', bytes: new Uint8Array(9) }] };
  for (const name of ['a', 'b']) {
    paper.update({ ...job(name), ...assets });
    await turn();
    worker!.answer('layout', laidOut());
    await paper.settled();
  }
  expect(post.mock.calls.map(([message]) => (message as Request).op)).toEqual([
    'assets',
    'layout',
    'handover',
    'layout',
  ]);
});

test('closed, it asks nothing more', async () => {
  paper.update(job('a'));
  await turn();
  paper.close();
  await paper.settled();
  expect(FakeWorker.all[0]!.ended).toBe(true);
  expect(shown).toEqual([]);
});

describe('a worker that is left', () => {
  let warmth: Warmth;
  const open = () => new Paper(warmth, () => new FakeWorker());
  const [left, next] = [0, 1];

  /** Opens a Paper with a picture, shows its page and leaves it. */
  async function leave(): Promise<void> {
    FakeWorker.all = [];
    const paper = open();
    paper.update({ ...job('a'), picture: new Uint8Array(3) });
    await turn();
    FakeWorker.all[left]!.answer('layout', laidOut());
    await paper.settled();
    paper.close();
    await turn();
  }

  test('is the next one, without the picture it had', async () => {
    warmth = new Warmth(true);
    await leave();
    const post = vi.spyOn(FakeWorker.all[left]!, 'postMessage');
    open().update(job('b'));
    await turn();
    expect(FakeWorker.all).toHaveLength(1);
    const [assets, layout] = post.mock.calls.map(([message]) => message as Request);
    expect(assets).toMatchObject({ op: 'assets', take: { extraFonts: [] } });
    expect(assets!.take).not.toHaveProperty('picture');
    expect(layout).toMatchObject({ op: 'layout', take: { document: { head: { name: 'b' } } } });
  });

  test('ends after a while, or with the profile', async () => {
    warmth = new Warmth(true);
    await leave();
    vi.advanceTimersByTime(keptMs - 1);
    expect(FakeWorker.all[left]!.ended).toBe(false);
    vi.advanceTimersByTime(1);
    await turn();
    expect(FakeWorker.all[left]!.ended).toBe(true);
    await leave();
    warmth.shut();
    await turn();
    expect(FakeWorker.all[left]!.ended).toBe(true);
    await leave();
    expect(FakeWorker.all[left]!.ended).toBe(true);
  });

  test('is not waited for while it is at work', async () => {
    warmth = new Warmth(true);
    FakeWorker.all = [];
    const paper = open();
    paper.update(job('a'));
    await turn();
    paper.close();
    open().update(job('b'));
    await turn();
    expect(FakeWorker.all[left]!.ended).toBe(true);
    expect(FakeWorker.all[next]!.waiting).toEqual(['layout b']);
  });

  test('that has died meanwhile is replaced', async () => {
    warmth = new Warmth(true);
    await leave();
    FakeWorker.all[left]!.onerror?.({ message: 'unreachable' } as ErrorEvent);
    open().update(job('b'));
    await turn();
    expect(FakeWorker.all[next]!.waiting).toEqual(['layout b']);
  });

  test('does nothing more for whom it left, and no other is started for them', async () => {
    warmth = new Warmth(true);
    await leave();
    warmth.shut();
    FakeWorker.all = [];
    const paper = open();
    await turn();
    paper.close();
    warmth.shut();
    await expect(paper.pdf(job('a'))).rejects.toMatchObject({ died: true });
    await expect(paper.texts(job('a'))).rejects.toMatchObject({ died: true });
    expect(FakeWorker.all).toHaveLength(1);
  });

  test('is not ended by the change that was under way', async () => {
    warmth = new Warmth(true);
    FakeWorker.all = [];
    const paper = open();
    paper.update(job('a'));
    await turn();
    FakeWorker.all[left]!.answer('layout', laidOut({ compiles: 160 }));
    await paper.settled();
    await turn();
    paper.close();
    open().update(job('b'));
    await turn();
    expect([FakeWorker.all[left]!.ended, FakeWorker.all[next]!.ended]).toEqual([false, true]);
    expect(FakeWorker.all[left]!.waiting).toEqual(['layout b']);
  });
});
