import { expect, test } from 'vitest';
import { Room } from '../../state/room.svelte';
import { FakeShell } from '../../testkit/shell';
import { roomKeys } from './keys';

const view = { phase: 'listening', mode: 'spoken', question: 0, probe: 0, draft: '', elapsedMs: 0 };

/** Tells whether a key pressed in an element is taken. */
function taken(room: Room, key: string, target: Element): boolean {
  const event = new KeyboardEvent('keydown', { key, cancelable: true });
  Object.defineProperty(event, 'target', { value: target });
  roomKeys(event, room, { toggleNotes: () => {}, tellTime: () => {} });
  return event.defaultPrevented;
}

test('the keys of the room wait while a dialog asks something', async () => {
  new FakeShell({ Rehearsals: { Room: () => view, Skip: () => view, Done: () => view } });
  const room = new Room('r');
  await room.refresh();
  const answer = document.createElement('dialog').appendChild(document.createElement('span'));
  for (const key of ['s', ' ', 'n']) {
    expect(taken(room, key, document.body)).toBe(true);
    expect(taken(room, key, answer)).toBe(false);
  }
});

test('a switch keeps its own Space, and no other key', async () => {
  new FakeShell({ Rehearsals: { Room: () => view, Skip: () => view, Done: () => view } });
  const room = new Room('r');
  await room.refresh();
  const input = (type: string) => Object.assign(document.createElement('input'), { type });
  expect([' ', 'n'].map((key) => taken(room, key, input('checkbox')))).toEqual([false, true]);
  expect([' ', 'n'].map((key) => taken(room, key, input('text')))).toEqual([false, false]);
});

test('W is a key only while silence is about to end the answer', async () => {
  const shell = new FakeShell({ Rehearsals: { Room: () => ({ ...view, turn: 1 }), NotYet: () => ({ ...view, turn: 1 }) } });
  const room = new Room('r');
  await room.refresh();
  expect(taken(room, 'w', document.body)).toBe(false);
  room.ending.hear({ state: 'ending', remainingMs: 2000 });
  expect(taken(room, 'w', document.body)).toBe(true);
  expect(shell.argsOf('Rehearsals.NotYet')).toHaveLength(1);
});

test('in the feedback Enter goes on and A tries again, and nothing else is a key of its own', async () => {
  const shell = new FakeShell({ Rehearsals: { Room: () => ({ ...view, phase: 'reviewing', turn: 4 }), Next: () => view, TryAgain: () => view } });
  const room = new Room('r');
  await room.refresh();
  for (const key of [' ', 's', 'p', 'n']) expect(taken(room, key, document.body)).toBe(false);
  expect(taken(room, 'Enter', document.createElement('button'))).toBe(false);
  expect(taken(room, 'Enter', document.body)).toBe(true);
  expect(shell.argsOf('Rehearsals.Next')).toEqual([['r', 4]]);
  await room.refresh();
  expect(taken(room, 'A', document.body)).toBe(true);
});
