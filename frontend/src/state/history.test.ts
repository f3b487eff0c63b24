import { expect, test } from 'vitest';
import { FakeShell } from '../testkit/shell';
import { History } from './history.svelte';

/** A history of that many rehearsals, the newest first. */
function shellWith(total: number): FakeShell {
  const all = Array.from({ length: total }, (_, i) => ({ id: `r${total - i}` }));
  return new FakeShell({
    Rehearsals: { List: (newest: number) => ({ items: all.slice(0, newest), total }), Unread: () => [] },
  });
}

test('older rehearsals are listed when somebody asks', async () => {
  shellWith(50);
  const history = new History();
  await history.load();
  expect([history.items?.length, history.items?.[0]?.id, history.hasOlder]).toEqual([20, 'r50', true]);
  await history.older();
  await history.older();
  expect([history.items?.length, history.hasOlder]).toEqual([50, false]);
});

test('a change leaves as many listed as somebody asked for', async () => {
  shellWith(30);
  const history = new History();
  await history.older();
  await history.load();
  expect([history.items?.length, history.hasOlder]).toEqual([30, false]);
});
