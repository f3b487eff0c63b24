import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Report } from './pages/report';
import { Shell } from './pages/shell';

const here = appOfThisFile();

interface Held {
  url: string;
  durationMs: number;
}

test('the example is open without a passphrase', async () => {
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.choice(say('first.beginExample')).check();
  await first.next.click();
  await expect(here.page.getByText(say('example.banner'))).toBeVisible({ timeout: 30_000 });
  expect(here.app.home.leftovers()).not.toEqual([]);
});

test('its recording is sound, as long as it says', async () => {
  const heard = await here.page.evaluate(async () => {
    const held = await fetch('/local/call/Privacy.Recordings', { method: 'POST', body: '[]' });
    const [recording] = ((await held.json()) as { result: Held[] }).result;
    if (!recording) throw new Error('The example has no recording.');
    const start = new TextDecoder().decode((await (await fetch(recording.url)).arrayBuffer()).slice(0, 4));
    const audio = new Audio(recording.url);
    await new Promise((resolve, reject) => {
      audio.addEventListener('loadedmetadata', resolve);
      audio.addEventListener('error', reject);
    });
    return { start, seconds: audio.duration, said: recording.durationMs / 1000 };
  });
  expect(heard.start).toBe('RIFF');
  expect(heard.seconds).toBeGreaterThan(20);
  expect(heard.seconds).toBeCloseTo(heard.said, 1);
});

test('its recording is drawn before it plays, and plays, in the report', async () => {
  await new Shell(here.page).open('nav.rehearsals');
  await here.page.getByRole('list', { name: say('nav.rehearsals') }).getByRole('link').first().click();
  const play = here.page.getByRole('button', { name: say('ui.play'), exact: true });
  const report = new Report(here.page);
  for (let question = 1; !(await play.isVisible()); question++) {
    await report.question(question).click();
    await expect(report.question(question)).toHaveAttribute('aria-current', 'true');
  }
  const position = here.page.getByRole('slider', { name: say('report.recording') });
  await expect(position.locator('i')).not.toHaveCount(0);
  await play.click();
  await expect(position).not.toHaveAttribute('aria-valuenow', '0');
});

test('leaving it leaves nothing behind', async () => {
  await here.page.getByRole('button', { name: say('example.leave'), exact: true }).click();
  await expect(new FirstRun(here.page).heading(say('first.beginTitle'))).toBeVisible({ timeout: 30_000 });
  expect(here.app.home.leftovers()).toEqual([]);
  expect(existsSync(here.app.home.profile)).toBe(false);
});
