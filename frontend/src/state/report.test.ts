import { expect, test, vi } from 'vitest';
import type { AnswerReport } from '../api/rehearsals';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Report } from './report.svelte';

const answer = { id: 'a1', selfRating: [] as { criterion: string; level: number }[] } as unknown as AnswerReport;

/** A report whose ratings are kept when the test says so. */
async function rated() {
  let kept: number | undefined;
  const saves: (() => void)[] = [];
  const view = () => ({
    questions: [{ answers: [{ ...answer, selfRating: kept === undefined ? [] : [{ criterion: 'c', level: kept }] }] }],
  });
  const shell = new FakeShell({
    Rehearsals: {
      Report: view,
      SaveSelfRating: (_answer: string, _criterion: string, level: number) =>
        new Promise<void>((resolve) =>
          saves.push(() => {
            kept = level;
            shell.emit('rehearsal:changed', { id: 'r1', seq: 1 });
            resolve();
          }),
        ),
    },
  });
  const report = new Report('r1');
  report.follow();
  await settle();
  const shown = () => report.levelOf(report.question!.answers[0]!, 'c');
  return { shell, saves, report, shown };
}

test('levels passed on the way are kept in their order, and none of them moves the choice back', async () => {
  const { shell, saves, report, shown } = await rated();
  const all = [1, 2, 3].map((level) => report.rate(answer, 'c', level));
  for (let kept = 0; kept < all.length; kept++) {
    await vi.waitFor(() => expect(saves).toHaveLength(1));
    saves.shift()!();
    await settle();
    expect(shown()).toBe(3);
  }
  await Promise.all(all);
  expect(shell.argsOf('Rehearsals.SaveSelfRating').map(([, , level]) => level)).toEqual([1, 2, 3]);
});

test('a level that can not be kept is taken back, with the reason', async () => {
  new FakeShell({
    Rehearsals: {
      Report: () => ({ questions: [{ answers: [answer] }] }),
      SaveSelfRating: () => {
        throw envelope('unavailable', 'store.diskFull');
      },
    },
  });
  const report = new Report('r1');
  await report.load();
  const rating = report.rate(answer, 'c', 4);
  expect(report.levelOf(answer, 'c')).toBe(4);
  await rating;
  expect(report.levelOf(answer, 'c')).toBeUndefined();
  expect(report.trouble?.key).toBe('store.diskFull');
});

test('which attempt counts is said for the question that is looked at', async () => {
  let counts = 1;
  const shell = new FakeShell({
    Rehearsals: {
      Report: () => ({ questions: [{ answers: [], counts: 0 }, { answers: [], counts }] }),
      ChooseAttempt: (_id: string, _question: number, attempt: number) => {
        counts = attempt;
        shell.emit('rehearsal:changed', { id: 'r1', seq: 1 });
      },
    },
  });
  const report = new Report('r1', 1);
  const stop = report.follow();
  await settle();
  await report.choose(0);
  await settle();
  expect(shell.argsOf('Rehearsals.ChooseAttempt')).toEqual([['r1', 1, 0]]);
  expect(report.question?.counts).toBe(0);
  stop();
});
