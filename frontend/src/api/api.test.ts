import { afterEach, describe, expect, test, vi } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { account } from './account';
import { AppError } from './errors';
import { on } from './events';
import { upload } from './files';
import { TaskWatch } from './tasks';

afterEach(() => vi.unstubAllGlobals());

describe('a rejected call', () => {
  test('becomes an AppError with everything the envelope says', async () => {
    new FakeShell({
      Account: {
        Unlock: () => {
          throw envelope('rate_limited', 'vault.tooSoon', { retryAfterMs: 3000, retryable: true, params: { n: '2' } });
        },
      },
    });
    const error = await account.unlock('x').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'rate_limited', key: 'vault.tooSoon', retryAfterMs: 3000, retryable: true });
    expect((error as AppError).params).toEqual({ n: '2' });
  });
  test.each([
    ['a string', 'boom'],
    ['a number', 7],
    ['an Error', new Error('boom')],
    ['nothing', undefined],
  ])('with %s is an internal error', (_, reason) => {
    expect(AppError.from(reason)).toMatchObject({ code: 'internal', key: 'fault.internal', cause: reason });
  });
  test('with a code nobody knows is an internal error with its key', () => {
    expect(AppError.from({ code: 'odd', key: 'vault.odd' })).toMatchObject({ code: 'internal', key: 'vault.odd' });
  });
});

test('an event reaches its listener until that unsubscribes', () => {
  const shell = new FakeShell();
  const heard: unknown[] = [];
  const end = on('account:changed', (event) => heard.push(event.state));
  shell.emit('account:changed', { state: 'locked', seq: 1 });
  end();
  shell.emit('account:changed', { state: 'unlocked', seq: 2 });
  expect(heard).toEqual(['locked']);
});

describe('long work', () => {
  const report = (taskId: string, more: object = {}) => ({ taskId, kind: 'readResume', done: 0, total: 0, ...more });

  test('ends when its event comes, after progress', async () => {
    const shell = new FakeShell();
    const watch = new TaskWatch();
    const progress: number[] = [];
    const end = watch.follow('a', (done) => progress.push(done));
    shell.emit('task:progress', report('a', { done: 1, total: 3 }));
    shell.emit('task:progress', report('other', { done: 2, total: 3 }));
    shell.emit('task:done', report('a'));
    await expect(end).resolves.toBeUndefined();
    expect(progress).toEqual([1]);
  });
  test.each([
    ['well', { state: 'done', error: null }, undefined],
    ['badly', { state: 'failed', error: envelope('invalid', 'import.noText') }, 'import.noText'],
    ['so long ago that nobody knows', { state: 'unknown', error: null }, 'task.noResult'],
  ])('may have ended %s before its id was here', async (_, state, key) => {
    const shell = new FakeShell({ System: { Task: () => state } });
    const watch = new TaskWatch();
    shell.emit('task:failed', report('b'));
    const error = await watch.follow('b').catch((reason: unknown) => reason);
    expect((error as AppError | undefined)?.key).toBe(key);
    expect(shell.argsOf('System.Task')).toEqual([['b']]);
  });
  test('whose event was missed is asked about again', async () => {
    let state = 'running';
    const shell = new FakeShell({ System: { Task: () => ({ state, error: null }) } });
    const end = new TaskWatch().follow('b');
    await settle();
    state = 'done';
    shell.emit('resync');
    await expect(end).resolves.toBeUndefined();
  });
  test('waits for its event when it can not be asked about', async () => {
    const shell = new FakeShell();
    const end = new TaskWatch().follow('b');
    await settle();
    shell.emit('task:done', report('b'));
    await expect(end).resolves.toBeUndefined();
  });
  test('is cancelled by its id', async () => {
    const shell = new FakeShell({ System: { CancelTask: () => undefined } });
    const watch = new TaskWatch();
    const end = watch.follow('c');
    await watch.cancel('c');
    shell.emit('task:failed', report('c', { error: envelope('canceled', 'fault.canceled') }));
    await expect(end).rejects.toMatchObject({ code: 'canceled' });
    expect(shell.argsOf('System.CancelTask')).toEqual([['c']]);
  });
  test('that is not followed any more hears nothing', async () => {
    const shell = new FakeShell();
    const watch = new TaskWatch();
    let ended = false;
    void watch.follow('d').then(() => (ended = true));
    watch.close();
    shell.emit('task:done', report('d'));
    await settle();
    expect(ended).toBe(false);
  });
});

describe('an upload', () => {
  const answering = (body: unknown) => vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body)));
  const file = new Blob(['x']);

  test('gives a token', async () => {
    answering({ token: 't' });
    await expect(upload(file)).resolves.toBe('t');
  });
  test('goes as bytes: the window does not survive a Blob', async () => {
    const bodies: unknown[] = [];
    vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => (bodies.push(body), Response.json({ token: 't' })));
    await upload(file);
    expect(bodies).toEqual([new TextEncoder().encode('x').buffer]);
  });
  test('that is refused says why', async () => {
    answering({ error: envelope('invalid', 'file.tooLarge', { params: { maxMb: '25' } }) });
    await expect(upload(file)).rejects.toMatchObject({ key: 'file.tooLarge', params: { maxMb: '25' } });
  });
  test('that does not arrive can be tried again', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('gone')));
    await expect(upload(file)).rejects.toMatchObject({ key: 'file.notReceived', retryable: true });
  });
  test('with an answer of no known form is an internal error', async () => {
    answering({ hello: 1 });
    await expect(upload(file)).rejects.toMatchObject({ code: 'internal' });
  });
});
