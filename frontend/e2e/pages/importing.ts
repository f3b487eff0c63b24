import { type Locator, type Page, expect } from '@playwright/test';
import { say } from '../fixtures/words';

/** Bringing in a résumé. */
export class Importing {
  constructor(private readonly page: Page) {}

  /** A file as setInputFiles takes it. */
  async choose(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: say('file.choose'), exact: true }).click();
    await (await chooser).setFiles(file);
    await expect(this.fields).toBeVisible({ timeout: 30_000 });
  }

  /** What was understood. */
  get fields(): Locator {
    return this.page.getByRole('region', { name: say('review.fields') });
  }

  field(label: string): Locator {
    return this.fields.getByLabel(label, { exact: true });
  }

  get confirm(): Locator {
    return this.page.getByRole('button', { name: say('review.confirm'), exact: true });
  }

  /** Takes the review into the ledger and gives the sentence on what came in. */
  async add(): Promise<string> {
    await this.confirm.click();
    const list = this.page.getByRole('list', { name: say('import.what') });
    await expect(list).toBeVisible();
    return (await this.page.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
  }

  async openLedger(): Promise<void> {
    await this.page.getByRole('button', { name: say('import.openLedger'), exact: true }).click();
  }
}
