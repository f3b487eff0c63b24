import { describe, expect, test } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Room } from './room.svelte';
import { Setup } from './setup.svelte';

const view = { id: 'r', phase: 'paused', mode: 'spoken', question: 0, probe: 0, draft: '', elapsedMs: 0 };

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

describe('the check of the microphone', () => {
  test('goes on saying that somebody was heard, until another one is tried', async () => {
    const shell = new FakeShell({ Rehearsals: { StartMicrophoneCheck: () => {}, StopMicrophoneCheck: () => {} } });
    const setup = new Setup();
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
