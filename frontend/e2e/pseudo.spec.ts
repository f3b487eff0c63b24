import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestInfo, expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { call } from './fixtures/calls';
import { ownWords } from './fixtures/people';
import { pseudo, speakPseudo } from './fixtures/pseudo';
import { cutTexts, rawTexts } from './fixtures/wording';
import { everyScreen } from './screens';

// Every screen is switched to a language that nobody speaks, while it is open, and back: no
// text stays as it was, none is cut though all are two fifths longer, nothing typed is lost.
const here = appOfThisFile();

test('what is looked for is found', async ({ page }) => {
  await page.setContent(`<html lang="de"><title>⟦Þååĝéé⟧</title>
    <p>Never translated</p><p>${pseudo('Translated')}, Mon 13 Oct</p><p dir="auto">Their own</p><q lang="en">A question</q>
    <p style="width: 5rem; overflow: hidden; white-space: nowrap">${pseudo('Cut at its side')}</p>
    <p style="width: 5rem; white-space: nowrap">${pseudo('Sticking out')}</p>
    <p style="width: 5rem; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">${pseudo('Meant to end early')}</p>
    <div style="height: 1rem">${pseudo('Over')}<br>${pseudo('the next')}</div><p style="margin: 0">${pseudo('Next')}</p>`);
  expect(await rawTexts(page, 'Their own')).toEqual(['“Never translated” in html > body > p']);
  expect((await cutTexts(page)).map((fault) => fault.replace(/^“.*?” /, ''))).toEqual([
    'is cut at the side by p in body',
    'sticks out of p in body',
    `lies over “${pseudo('Next')}”`,
  ]);
});

test('the page can speak pseudo', () => speakPseudo(here.page.context()));
everyScreen(here, look);
test('nothing was found on the way', () => expect(found).toEqual([]));

const found: string[] = [];

const sizes = [
  { width: 1024, height: 700 },
  { width: 1280, height: 800 },
];

async function look(name: string, info: TestInfo): Promise<void> {
  const folder = join(info.project.outputDir, 'pseudo');
  mkdirSync(folder, { recursive: true });
  await expect(here.page.locator('.skeleton')).toHaveCount(0);
  const typed = await inputs();
  await speak('de');
  tell(`${name}: not translated`, await rawTexts(here.page, ownWords));
  for (const size of sizes) {
    await here.page.setViewportSize(size);
    await here.page.screenshot({ path: join(folder, `${name}-${size.width}.png`) });
    tell(`${name}, ${size.width} wide`, await cutTexts(here.page));
  }
  await speak('en');
  expect(await inputs(), `${name}: what was typed`).toEqual(expect.arrayContaining(typed));
}

/** Keeps what was found until the end: one screen must not hide the next. */
function tell(where: string, faults: string[]): void {
  found.push(...faults.map((fault) => `${where}: ${fault}`));
}

/** Changes the language as a second window would: this page hears of it. */
async function speak(language: string): Promise<void> {
  const now = await call<{ theme: string }>(here.page, 'Settings.Appearance');
  await call(here.page, 'Settings.UpdateAppearance', { ...now, language });
  await expect(here.page.locator('html')).toHaveAttribute('lang', language);
}

/** What every field holds; which way to answer is still being found out when a rehearsal is set up. */
function inputs(): Promise<string[]> {
  return here.page
    .locator('input:not([type=radio]), textarea, select')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
}
