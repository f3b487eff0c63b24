import { type Locator, type Page, expect } from '@playwright/test';
import type { app, career } from '../../wailsjs/go/models';
import { call } from '../fixtures/calls';
import { say } from '../fixtures/words';
import { Ledger } from '../pages/ledger';
import { Shell } from '../pages/shell';
import { Studio } from '../pages/studio';

/** Comes to a place to write at, and gives the text to be written into. */
export type Desk = (page: Page) => Promise<Locator>;

const position = 'Charge Nurse';

/** Makes a job with a line to be worded, and a résumé of it. */
export async function furnish(page: Page): Promise<void> {
  await call<career.Ledger>(page, 'Career.SaveWork', { name: 'Harbor General Hospital', position, highlights: [{ text: 'Led a team.' }] });
  await call<app.StudioView>(page, 'Resumes.Create', 'Wards', 'ledger-serif', 'en');
}

/** The line of the job, in the words of the résumé. */
export const inStudio: Desk = async (page) => {
  const studio = new Studio(page);
  await new Shell(page).open('nav.resumes');
  await page.getByRole('list', { name: say('nav.resumes') }).getByRole('link').first().click();
  await studio.section('section.work').click();
  await page.getByText(position).first().click();
  return editable(studio.line);
};

/** What the person says about themselves in the ledger. */
export const inLedger: Desk = async (page) => {
  const ledger = new Ledger(page);
  await new Shell(page).open('nav.ledger');
  await ledger.list.getByRole('list', { name: say('ledger.you'), exact: true }).getByRole('link').click();
  return editable(ledger.field('field.aboutYou'));
};

async function editable(text: Locator): Promise<Locator> {
  await expect(text).toBeEditable();
  return text;
}
