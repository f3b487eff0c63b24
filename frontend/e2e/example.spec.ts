import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit } from './fixtures/audit';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Providers } from './pages/providers';
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

test('its recording is written down by the recogniser of this computer', async ({}, info) => {
  test.setTimeout(180_000); // it listens nearly as long as somebody spoke, and this computer has other things to do
  const providers = new Providers(here.page);
  await providers.open();
  await providers.part('providers.scribe').selectOption({ label: say('providers.thisComputer') });
  const rough = say('providers.modelRough', { name: 'PocketSphinx, en-us' });
  await here.page.getByLabel(say('providers.model'), { exact: true }).selectOption({ label: rough });
  await providers.button('providers.test').click();
  await expect(here.page.getByText(say('providers.works'), { exact: true })).toBeVisible({ timeout: 60_000 });
  await new Shell(here.page).open('nav.rehearsals');
  await here.page.getByRole('list', { name: say('nav.rehearsals') }).getByRole('link').first().click();
  await here.page.getByRole('button', { name: say('score.write'), exact: true }).click();
  await expect(here.page.getByText(say('score.writeTextHere'), { exact: true })).toBeHidden({ timeout: 150_000 });
  const said = here.page.getByRole('heading', { name: say('said.title'), exact: true });
  const report = new Report(here.page);
  for (let question = 1; !(await said.isVisible()); question++) await report.question(question).click();
  await expect(here.page.getByText(say('said.rough'), { exact: true })).toBeVisible();
  await expect(here.page.getByText(say('delivery.pace'), { exact: true })).toBeVisible();
  await audit(here.page, 'report-written-down', info);
});

test('leaving it leaves nothing behind', async () => {
  await here.page.getByRole('button', { name: say('example.leave'), exact: true }).click();
  await expect(new FirstRun(here.page).heading(say('first.beginTitle'))).toBeVisible({ timeout: 30_000 });
  expect(here.app.home.leftovers()).toEqual([]);
  expect(existsSync(here.app.home.profile)).toBe(false);
});
