import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit } from './fixtures/audit';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';

const here = appOfThisFile();

test('nobody under 18 gets in, and nothing of them is kept', async ({}, info) => {
  const first = new FirstRun(here.page);
  await first.bornOn('1', '1', String(new Date().getFullYear() - 17));
  await expect(first.heading(say('first.refusedTitle'))).toBeFocused();
  await audit(here.page, 'refused', info);
  await here.page.reload();
  await first.bornOn('27', '3', '1975');
  await expect(first.heading(say('first.refusedTitle'))).toBeFocused();
  expect(existsSync(here.app.home.profile)).toBe(false);
  expect(here.app.home.leftovers()).toEqual([]);
});
