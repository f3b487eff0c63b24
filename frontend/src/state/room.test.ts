import { afterEach, describe, expect, test, vi } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Providers } from './providers.svelte';
import { Room } from './room.svelte';
import { Setup } from './setup.svelte';
import { Tasks } from './tasks.svelte';

const view = { id: 'r', phase: 'paused', mode: 'spoken', turn: 1, question: 0, probe: 0, draft: '', elapsedMs: 0 };

function newSetup() {
  const tasks = new Tasks();
  return new Setup(tasks, new Providers(tasks));
}

async function paused() {
  const shell = new FakeShell({
    Rehearsals: {
      Room: () => view,
      Resume: (_: string, mode: string) => ({ ...view, phase: 'listening', mode }),
      SwitchMode: (_: string, mode: string) => ({ ...view, phase: 'listening', mode }),
    },
  });
  const room = new Room('r');
  const stop = room.follow();
  await settle();
  return { shell, room, stop };
}

describe('a rehearsal that stands still', () => {
  test('goes on by typing, without a microphone', async () => {
    const { shell, room, stop } = await paused();
    shell.emit('microphone:trouble', envelope('unavailable', 'audio.noMicrophone'));
    expect(room.notice).toBeDefined();
    await room.answerBy('typed');
    expect(shell.argsOf('Rehearsals.Resume')).toEqual([['r', 'typed']]);
    expect(room.halted).toBe(false);
    expect(room.notice).toBeUndefined();
    stop();
  });
  test('changes the way of answering where it is, once it goes on', async () => {
    const { shell, room, stop } = await paused();
    await room.answerBy('spoken');
    await room.answerBy('typed');
    expect(shell.argsOf('Rehearsals.SwitchMode')).toEqual([['r', 'typed']]);
    stop();
  });
});

describe('a question that is left', () => {
  afterEach(() => vi.useRealTimers());

  /** Every answer and every question passed brings the next turn. */
  async function asking() {
    vi.useFakeTimers();
    const listening = { ...view, phase: 'listening', mode: 'typed' };
    let turn = 1;
    const next = () => ({ ...listening, turn: ++turn });
    const shell = new FakeShell({
      Rehearsals: { Room: () => ({ ...listening, turn }), Done: next, Skip: next, Unskip: next, Next: next, TryAgain: next, SaveDraft: () => view },
    });
    const room = new Room('r');
    await room.refresh();
    return { shell, room };
  }

  test('is named by its turn', async () => {
    const { shell, room } = await asking();
    room.text = 'mine';
    await room.done();
    expect(room.text).toBe('');
    await room.skip();
    await room.unskip();
    expect(shell.argsOf('Rehearsals.Done')).toEqual([['r', 1, 'mine']]);
    expect(shell.argsOf('Rehearsals.Skip')).toEqual([['r', 2, '']]);
    expect(shell.argsOf('Rehearsals.Unskip')).toEqual([['r', 3]]);
  });
  test.each(['done', 'skip', 'next', 'tryAgain'] as const)('by %s pressed twice is left once', async (press) => {
    const { shell, room } = await asking();
    await room[press]();
    await room[press]();
    expect(shell.calls.slice(1)).toHaveLength(1);
    vi.advanceTimersByTime(400);
    await room[press]();
    expect(shell.calls.slice(1)).toHaveLength(2);
  });
  // The button of the feedback stands where the one that led to it stood, and the other way around.
  test.each([
    ['done', 'next'],
    ['next', 'done'],
    ['skip', 'tryAgain'],
    ['tryAgain', 'skip'],
  ] as const)('by %s pressed twice is no %s of what comes next', async (press, echo) => {
    const { shell, room } = await asking();
    await room[press]();
    await room[echo]();
    expect(shell.calls.slice(1)).toHaveLength(1);
    vi.advanceTimersByTime(400);
    await room[echo]();
    expect(shell.calls.slice(1)).toHaveLength(2);
  });
  test('can be answered at once by whoever types at once', async () => {
    const { shell, room } = await asking();
    await room.done();
    room.text = 'quick';
    room.typed();
    await room.done();
    expect(shell.argsOf('Rehearsals.Done')).toEqual([
      ['r', 1, ''],
      ['r', 2, 'quick'],
    ]);
  });
});

describe('a further attempt from the report', () => {
  test('begins with the microphone free, in the way that was chosen', async () => {
    const shell = new FakeShell({ Rehearsals: { StopMicrophoneCheck: () => {}, Retry: () => view } });
    const setup = newSetup();
    setup.mode = 'typed';
    expect(await setup.retry('r', 2)).toBe(true);
    expect(shell.calls.map(({ method }) => method)).toEqual(['Rehearsals.StopMicrophoneCheck', 'Rehearsals.Retry']);
    expect(shell.argsOf('Rehearsals.Retry')).toEqual([['r', 2, 'typed']]);
  });
  test('that can not begin is told, and can be begun again', async () => {
    new FakeShell({
      Rehearsals: {
        StopMicrophoneCheck: () => {},
        Retry: () => {
          throw envelope('conflict', 'interview.anotherRunning');
        },
      },
    });
    const setup = newSetup();
    expect(await setup.retry('r', 0)).toBe(false);
    expect(setup.trouble?.key).toBe('interview.anotherRunning');
    expect(setup.busy).toBe(false);
  });
});

describe('the check of the microphone', () => {
  test('goes on saying that somebody was heard, until another one is tried', async () => {
    const shell = new FakeShell({ Rehearsals: { StartMicrophoneCheck: () => {}, StopMicrophoneCheck: () => {} } });
    const setup = newSetup();
    const stop = setup.follow();
    await setup.check('desk');
    shell.emit('microphone:level', { level: 0.02 });
    expect(setup.heard).toBe(false);
    shell.emit('microphone:level', { level: 0.4 });
    for (let i = 0; i < 60; i++) shell.emit('microphone:level', { level: 0.01 });
    expect(setup.heard).toBe(true);
    await setup.check('headset');
    expect(setup.heard).toBe(false);
    stop();
  });
});
