import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { AnswerEnd } from './hearing.svelte';
import { Room } from './room.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the end of an answer by silence', () => {
  test('is counted down between reports, and not below nothing', () => {
    const end = new AnswerEnd();
    expect(end.near).toBe(false);
    end.hear({ state: 'ending', remainingMs: 3000 });
    vi.advanceTimersByTime(1000);
    end.tick();
    expect([end.near, end.remainingMs, end.fromMs]).toEqual([true, 2000, 3000]);
    vi.advanceTimersByTime(9000);
    end.tick();
    expect([end.near, end.remainingMs]).toEqual([true, 0]);
  });
  test('that is put off is shown whole again, one that comes nearer is not', () => {
    const end = new AnswerEnd();
    end.hear({ state: 'ending', remainingMs: 2000 });
    end.hear({ state: 'ending', remainingMs: 1500 });
    expect(end.fromMs).toBe(2000);
    end.hear({ state: 'ending', remainingMs: 4000 });
    expect(end.fromMs).toBe(4000);
  });
  test.each([{ state: 'listening', remainingMs: 0 }, { state: 'over', remainingMs: 0 }, undefined])('is gone after %o', (report) => {
    const end = new AnswerEnd();
    end.hear({ state: 'ending', remainingMs: 2000 });
    end.hear(report);
    end.tick();
    expect(end.near).toBe(false);
  });
});

const quiet = { state: 'listening', remainingMs: 0, waitMs: 3000, reason: 'plain' };
const view = {
  id: 'r', phase: 'listening', mode: 'spoken', turn: 4, question: 1, probe: 0, draft: '', elapsedMs: 0,
  recording: true, handsFree: true, outlook: quiet, captions: null as object | null,
};

/** A room in which somebody answers the fourth turn aloud. */
async function answering(more: object = {}) {
  const standing = { ...view, ...more };
  const shell = new FakeShell({
    Rehearsals: {
      Room: () => standing,
      NotYet: () => view,
      SetHandsFree: (_: string, on: boolean) => ({ ...view, handsFree: on }),
    },
  });
  const room = new Room('r');
  const stop = room.follow();
  await settle();
  return { shell, room, stop };
}

const ending = { id: 'r', turn: 4, state: 'ending', remainingMs: 3000, waitMs: 4500, reason: 'early' };

describe('a room in which silence ends an answer', () => {
  test('shows the end of this answer only', async () => {
    const { shell, room, stop } = await answering();
    shell.emit('turn:changed', { ...ending, turn: 3 });
    shell.emit('turn:changed', { ...ending, id: 'another' });
    expect(room.ending.near).toBe(false);
    shell.emit('turn:changed', ending);
    expect(room.ending.remainingMs).toBe(3000);
    vi.advanceTimersByTime(500);
    expect(room.ending.remainingMs).toBe(2500);
    stop();
  });
  test('shows an end that was near when it was opened', async () => {
    const { room, stop } = await answering({ outlook: { ...ending, remainingMs: 1200 } });
    expect(room.ending.remainingMs).toBe(1200);
    stop();
  });
  test('keeps the answer of its turn open', async () => {
    const { shell, room, stop } = await answering();
    shell.emit('turn:changed', ending);
    await room.notYet();
    expect(shell.argsOf('Rehearsals.NotYet')).toEqual([['r', 4]]);
    expect(room.ending.near).toBe(false);
    stop();
  });
  test('can have that switched off', async () => {
    const { shell, room, stop } = await answering();
    await room.setHandsFree(false);
    expect(shell.argsOf('Rehearsals.SetHandsFree')).toEqual([['r', false]]);
    expect(room.view?.handsFree).toBe(false);
    stop();
  });
  test('knows of no end while the program is gone', async () => {
    const { shell, room, stop } = await answering();
    shell.emit('turn:changed', ending);
    shell.emit('shell:lost');
    expect(room.ending.near).toBe(false);
    stop();
  });
});

describe('the words of the answer being spoken', () => {
  const words = { id: 'r', turn: 4, settled: 'I led the', guess: 'migration', trouble: null };

  test('are there when the room is opened, and follow', async () => {
    const { shell, room, stop } = await answering({ captions: { turn: 4, settled: 'I', guess: 'let', trouble: null } });
    expect(room.captions).toEqual({ settled: 'I', guess: 'let', trouble: undefined });
    shell.emit('captions:changed', words);
    expect(room.captions).toEqual({ settled: 'I led the', guess: 'migration', trouble: undefined });
    shell.emit('captions:changed', { ...words, id: 'another', settled: 'We' });
    expect(room.captions?.settled).toBe('I led the');
    stop();
  });
  test('are nobody’s where nobody writes them', async () => {
    const { room, stop } = await answering();
    expect(room.captions).toBeUndefined();
    stop();
  });
  test('say why there are no more', async () => {
    const { shell, room, stop } = await answering();
    shell.emit('captions:changed', { ...words, trouble: envelope('denied', 'elevenlabs.quotaExceeded') });
    expect(room.captions).toMatchObject({ settled: 'I led the', trouble: { key: 'elevenlabs.quotaExceeded' } });
    expect([room.trouble, room.notice, room.lateCaptions]).toEqual([undefined, undefined, undefined]);
    stop();
  });
  test('of the answer before are not shown with this one; that they never came is, until it was read', async () => {
    const { shell, room, stop } = await answering();
    shell.emit('captions:changed', { ...words, turn: 3 });
    expect([room.captions, room.lateCaptions]).toEqual([undefined, undefined]);
    shell.emit('captions:changed', { ...words, turn: 3, trouble: envelope('unavailable', 'elevenlabs.cutOff') });
    expect(room.captions).toBeUndefined();
    expect(room.lateCaptions?.key).toBe('elevenlabs.cutOff');
    room.dismissNotice();
    expect(room.lateCaptions).toBeUndefined();
    stop();
  });
});
