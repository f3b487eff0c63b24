import { expect, test } from '@playwright/test';
import de from '../src/i18n/de.json' with { type: 'json' };
import { appOfThisFile } from './fixtures/app';
import { say } from './fixtures/words';

// A computer set to German: the first run speaks it from the first picture on.
const here = appOfThisFile(() => ({ LANG: 'de_AT.UTF-8' }));

test('the first run speaks the language of the system', async () => {
  await expect(here.page.getByRole('heading', { level: 1, name: de['first.ageTitle'] })).toBeVisible();
  await expect(here.page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(here.page).toHaveTitle(`${de['first.ageTitle']} · JobJourney`);
  await expect(here.page.locator('option', { hasText: 'März' })).toHaveCount(1);
});

test('nothing in English is loaded or drawn before it', async () => {
  const loaded: string[] = [];
  here.page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await here.page.addInitScript(() => {
    const drawn = new Set<string>();
    Object.assign(window, { drawn });
    new MutationObserver(() => drawn.add(document.body?.innerText ?? '')).observe(document, { childList: true, subtree: true });
  });
  await here.page.reload();
  await expect(here.page.getByRole('heading', { level: 1, name: de['first.ageTitle'] })).toBeVisible();
  const drawn = await here.page.evaluate(() => [...(window as unknown as { drawn: Set<string> }).drawn].join('\n'));
  expect(drawn).toContain(de['first.ageTitle']);
  expect(drawn).not.toContain(say('app.opening'));
  expect(drawn).not.toContain(say('first.ageTitle'));
  expect(loaded.filter((path) => /\/(de|en)-/.test(path)).map((path) => path.slice(0, 11))).toEqual(['/assets/de-']);
});

test('another language is spoken at once, and what is typed stays', async () => {
  const day = here.page.getByLabel(de['first.day'], { exact: true });
  await day.fill('27');
  await here.page.getByLabel(de['first.month'], { exact: true }).selectOption('3');
  await here.page.getByRole('radio', { name: 'English' }).check();
  await expect(here.page.getByRole('heading', { level: 1, name: say('first.ageTitle') })).toBeVisible();
  await expect(here.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(here.page.getByLabel(say('first.day'), { exact: true })).toHaveValue('27');
  await expect(here.page.getByLabel(say('first.month'), { exact: true }).locator('option:checked')).toHaveText('March');
});

test('a reload keeps the choice', async () => {
  await here.page.reload();
  await expect(here.page.getByRole('heading', { level: 1, name: say('first.ageTitle') })).toBeVisible();
});

test('the example speaks the language that was chosen', async () => {
  await here.page.getByRole('radio', { name: 'Deutsch' }).check();
  await here.page.getByLabel(de['first.day'], { exact: true }).fill('27');
  await here.page.getByLabel(de['first.month'], { exact: true }).selectOption('3');
  await here.page.getByLabel(de['first.year'], { exact: true }).fill('1975');
  await here.page.getByRole('button', { name: de['first.continue'], exact: true }).click();
  await here.page.getByRole('radio', { name: de['first.beginExample'] }).check();
  await here.page.getByRole('button', { name: de['first.continue'], exact: true }).click();
  await expect(here.page.getByText(de['example.banner'])).toBeVisible({ timeout: 30_000 });
  await here.page.reload();
  await expect(here.page.getByText(de['example.banner'])).toBeVisible();
});
