import { describe, expect, test } from 'vitest';
import type { RehearsalView } from '../api/rehearsals';
import { FakeShell, envelope } from '../testkit/shell';
import { History, isOpen, isRetrying } from './history.svelte';

/** A Go side that holds two rehearsals that can't be read; broken is one that can't be deleted either. */
async function damaged(broken = '') {
  const unread = ['x', 'y'];
  const shell = new FakeShell({
    Rehearsals: {
      List: () => ({ items: [{ id: 'a', phase: 'reported' }], total: 3 }),
      Unread: () => [...unread],
      Delete: (id: string) => {
        if (id === broken) throw envelope('unavailable', 'store.diskError');
        unread.splice(unread.indexOf(id), 1);
      },
    },
  });
  const history = new History();
  await history.load();
  return { shell, history };
}

describe('rehearsals that can not be read', () => {
  test('are deleted, and no other', async () => {
    const { shell, history } = await damaged();
    await history.deleteUnread();
    expect(shell.argsOf('Rehearsals.Delete')).toEqual([['x'], ['y']]);
    expect(history.unread).toEqual([]);
    expect(history.trouble).toBeUndefined();
    expect(history.items).toHaveLength(1);
  });

  test('stay told of if they can not be deleted', async () => {
    const { history } = await damaged('y');
    await expect(history.deleteUnread()).rejects.toMatchObject({ key: 'store.diskError' });
    expect(history.unread).toEqual(['y']);
    expect(history.trouble?.sentence).toContain('1 rehearsal');
  });
});

test.each([
  ['planned', false, true, false],
  ['interrupted', false, true, false],
  ['reported', true, false, false],
  ['listening', true, true, true],
  ['interrupted', true, true, true],
])('of one that is %s, finished %s', (phase, finished, open, retrying) => {
  const item = { phase, finished } as RehearsalView;
  expect([isOpen(item), isRetrying(item)]).toEqual([open, retrying]);
});
