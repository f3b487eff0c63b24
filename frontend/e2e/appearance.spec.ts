import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Locator, type TestInfo, expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Postings } from './pages/postings';
import { Rehearsal } from './pages/rehearsal';
import { Shell } from './pages/shell';

// What the settings of the look do, on the example, which is full of things to look at.
const here = appOfThisFile();

test('letters half as large again are chosen', async () => {
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.choice(say('first.beginExample')).check();
  await first.next.click();
  await expect(here.page.getByText(say('example.banner'))).toBeVisible({ timeout: 30_000 });
  await new Shell(here.page).open('nav.settings');
  await here.page.getByLabel(say('settings.scale'), { exact: true }).selectOption('1.5');
  await expect(here.page.locator('html')).toHaveCSS('font-size', '24px');
});

for (const [width, height] of [[1024, 700], [1280, 800]] as const) {
  test(`panes stack then, and nothing is cut, ${width} wide`, async ({}, info) => {
    await here.page.setViewportSize({ width, height });
    await new Shell(here.page).open('nav.postings');
    await new Postings(here.page).list.getByRole('link').first().click();
    const part = (name: string) => here.page.getByRole('region', { name, exact: true });
    await below(part(say('postings.text')), part(say('postings.understood')));
    await nothingIsCut(`posting-${width}`, info);
    await new Shell(here.page).open('nav.rehearsals');
    const rehearsal = new Rehearsal(here.page);
    await rehearsal.button(say('rehearsals.new')).click();
    await below(here.page.getByRole('heading', { name: say('ready.title') }), here.page.getByRole('heading', { name: say('setup.facts') }));
    await nothingIsCut(`setup-${width}`, info);
  });
}

test('things slide in, unless less motion is asked for here or in the system', async () => {
  const { page } = here;
  const shifts = () => page.evaluate(() => {
    const still = document.createElement('p');
    still.style.transform = 'translateY(var(--motion-shift))';
    still.style.transitionDuration = 'var(--motion-settle)';
    document.body.append(still);
    const { transform, transitionDuration } = getComputedStyle(still);
    still.remove();
    return [transform, transitionDuration];
  });
  const off = ['matrix(1, 0, 0, 1, 0, 0)', '0.001s'];
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await shifts()).toEqual(['matrix(1, 0, 0, 1, 0, 6)', '0.24s']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await shifts()).toEqual(off);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await new Shell(page).open('nav.settings');
  await page.getByRole('switch', { name: say('settings.motion') }).check();
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
  expect(await shifts()).toEqual(off);
});

async function below(lower: Locator, upper: Locator): Promise<void> {
  await expect(lower).toBeVisible();
  const [low, up] = [await lower.boundingBox(), await upper.boundingBox()];
  expect(low!.y).toBeGreaterThan(up!.y + up!.height - 1);
}

/** Keeps a picture, and fails if words stick out of a button, or of what may not be scrolled sideways. */
async function nothingIsCut(name: string, info: TestInfo): Promise<void> {
  const folder = join(info.project.outputDir, 'screens');
  mkdirSync(folder, { recursive: true });
  await here.page.screenshot({ path: join(folder, `scale-${name}.png`) });
  const cut = await here.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && (one.matches('button') || getComputedStyle(one).overflowX !== 'visible'))
      .filter((one) => !one.matches('.visually-hidden, .truncate, input, select'))
      .map((one) => `${one.tagName}.${one.className}: ${one.innerText.slice(0, 60)}`),
  );
  expect(cut).toEqual([]);
}
