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
