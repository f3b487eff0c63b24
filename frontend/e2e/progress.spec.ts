import { type Locator, expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit, wide } from './fixtures/audit';
import { answerTo, changeAnswer } from './fixtures/calls';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Shell } from './pages/shell';

const here = appOfThisFile();

interface Point {
  at: string;
  value: number;
  low: number;
  high: number;
  model: string;
}
interface Line {
  points: Point[];
  breaks: { before: number; changed: string[] }[];
  band: object | null;
  trend: string;
}
interface Overview {
  competencies: { id: string; name: string; line: Line }[];
  criteria: { criterion: string; line: Line }[];
  selfRatings: { criterion: string; line: Line }[];
  metrics: { metric: string; line: Line }[];
  practice: { total: number };
  next: { competencyId: string; facts: object[] }[];
}

const button = (name: string): Locator => here.page.getByRole('button', { name, exact: true });

/** Eight rehearsals, another model from the sixth on: more than one test could hold. */
function eight(overview: Overview): Overview {
  const points = (from: number, step: number): Point[] =>
    Array.from({ length: 8 }, (_, i) => {
      const value = Math.min(5, from + i * step + (i % 2) / 4);
      return {
        ...{ rehearsalId: `r${i}`, answers: 3, scored: 12, of: 15, quick: false, provider: 'openrouter', rubric: 'v1', prompt: 'score/1' },
        ...{ mode: '', recogniser: '', language: '', at: `2026-09-0${i + 1}T10:00:00Z`, value, low: value - (i % 3) / 5, high: value + (i % 3) / 5 },
        model: i < 5 ? 'quiet-3b' : 'quiet-7b',
      };
    });
  const line = (from: number, step: number): Line => ({ points: points(from, step), breaks: [{ before: 5, changed: ['model'] }], band: null, trend: 'tooFew' });
  const plain = (from: number, step: number): Line => ({ ...line(from, step), breaks: [], band: { median: from, low: from * 0.9, high: from * 1.1, rehearsals: 7 }, trend: 'usual' });
  return {
    ...overview,
    competencies: overview.competencies.map((c, i) => ({ ...c, line: line(2 + i / 3, 0.2) })),
    criteria: overview.selfRatings.map((c, i) => ({ ...c, line: line(1.6 + i / 2, 0.2) })),
    selfRatings: overview.selfRatings.map((c, i) => ({ ...c, line: plain(2.5 + i / 2, 0) })),
    metrics: overview.metrics.map((one, i) => (i === 1 ? one : { ...one, line: plain(40 + i * 9, 0.5) })),
  };
}

test('the example shows what there is after one rehearsal, and what to practise next', async ({}, info) => {
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.choice(say('first.beginExample')).check();
  await first.next.click();
  await expect(here.page.getByText(say('example.banner'))).toBeVisible({ timeout: 30_000 });
  await here.page.keyboard.press('Control+7');
  await expect(here.page.getByRole('region', { name: say('progress.next') })).toContainText(say('progress.fact.noAnswer'));
  await expect(here.page.getByText(say('progress.noLevels'))).toBeVisible();
  await expect(here.page.getByRole('region', { name: say('progress.ratings') }).getByRole('rowheader', { name: say('progress.criterion.result') }).first()).toBeVisible();
  await audit(here.page, 'progress-example', info);
});

test('the exercise is set up in one step, and asks about nothing else', async () => {
  const overview = await answerTo<Overview>(here.page, 'Practice.Get', async () => {
    await new Shell(here.page).open('nav.today');
    await new Shell(here.page).open('nav.progress');
  });
  const wanted = overview!.next[0]!;
  expect(wanted.facts.length).toBeGreaterThan(0);
  await button(say('progress.setUp')).first().click();
  await expect(here.page.getByRole('combobox', { name: say('setup.about') })).toHaveValue(wanted.competencyId);
  await here.page.getByRole('radio', { name: say('ready.typed') }).or(here.page.getByLabel(say('ready.typed'))).first().check();
  const room = await answerTo<{ id: string }>(here.page, 'Rehearsals.Plan', () => button(say('ready.start')).click());
  expect(room!.id).not.toBe('');
  await expect(here.page).toHaveURL(/#\/rehearsals\//);
});

test('lines break where another model scored, and are links in a row', async ({}, info) => {
  const read = await changeAnswer<Overview>(here.page, 'Practice.Get', eight);
  await here.page.evaluate(() => (location.hash = '#/progress'));
  const chart = here.page.getByRole('region', { name: say('progress.levels'), exact: true });
  await expect(chart.locator('path.line')).toHaveCount(6); // three lines, in two pieces each
  await expect(chart.getByText('The line breaks on', { exact: false })).toBeVisible();
  await audit(here.page, 'progress-scored', info);
  const points = chart.locator('svg a');
  await points.last().focus();
  const last = await points.last().getAttribute('aria-label');
  await here.page.keyboard.press('Home');
  await expect(points.first()).toBeFocused();
  expect(await points.first().getAttribute('aria-label')).not.toBe(last);
  await here.page.keyboard.press('ArrowRight');
  await expect(points.nth(1)).toBeFocused();
  await button(say('progress.asTableOf', { of: say('progress.levels') })).click();
  await expect(chart.getByRole('row')).toHaveCount(25);
  await button(say('progress.asTableOf', { of: say('progress.delivery') })).click();
  await audit(here.page, 'progress-tables', info, wide);
  await read();
});
