import { expect, test } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Comparing } from './comparing.svelte';

/** A comparison whose readings end when the test says so, in the order the test says. */
function slow() {
  const ends: ((end: unknown) => void)[] = [];
  const shell = new FakeShell({
    Rehearsals: {
      Compare: (_id: string, _question: number, first: number, second: number) =>
        new Promise((resolve) => ends.push(() => resolve({ first, second }))),
    },
  });
  const comparing = new Comparing('r1');
  const end = async (n: number) => {
    ends[n]!(undefined);
    await settle();
  };
  return { shell, comparing, end };
}

test('the pair chosen last is shown, whichever is read first', async () => {
  const { comparing, end } = slow();
  void comparing.show({ question: 0, first: 0, second: 1 });
  void comparing.show({ question: 0, first: 1, second: 2 });
  await settle();
  await end(1);
  await end(0);
  expect(comparing.view).toMatchObject({ first: 1, second: 2 });
});

test('it is read anew when its rehearsal changes, and stays meanwhile', async () => {
  const { shell, comparing, end } = slow();
  const stop = comparing.follow();
  void comparing.show({ question: 3, first: 0, second: 1 });
  await settle();
  await end(0);
  shell.emit('rehearsal:changed', { id: 'another', seq: 1 });
  await settle();
  expect(shell.argsOf('Rehearsals.Compare')).toHaveLength(1);
  shell.emit('rehearsal:changed', { id: 'r1', seq: 2 });
  await settle();
  expect(shell.argsOf('Rehearsals.Compare')).toEqual([
    ['r1', 3, 0, 1],
    ['r1', 3, 0, 1],
  ]);
  expect(comparing.view).toBeDefined();
  stop();
  shell.emit('rehearsal:changed', { id: 'r1', seq: 3 });
  await settle();
  expect(shell.argsOf('Rehearsals.Compare')).toHaveLength(2);
});

test('an attempt that is gone is told, until another pair is chosen', async () => {
  new FakeShell({
    Rehearsals: {
      Compare: (_id: string, _question: number, first: number, second: number) => {
        if (second === 2) throw envelope('notFound', 'interview.noSuchAttempt');
        return { first, second };
      },
    },
  });
  const comparing = new Comparing('r1');
  await comparing.show({ question: 0, first: 0, second: 2 });
  expect(comparing.trouble?.key).toBe('interview.noSuchAttempt');
  expect(comparing.view).toBeUndefined();
  await comparing.show({ question: 0, first: 0, second: 1 });
  expect(comparing.trouble).toBeUndefined();
  expect(comparing.view).toBeDefined();
});
