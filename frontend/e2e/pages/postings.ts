import { type Locator, type Page, expect } from '@playwright/test';
import { say } from '../fixtures/words';

/** Job ads, their list and the one that is open. */
export class Postings {
  constructor(private readonly page: Page) {}

  get list(): Locator {
    return this.page.getByRole('list', { name: say('nav.postings') });
  }

  get add(): Locator {
    return this.page.getByRole('button', { name: say('postings.add'), exact: true }).first();
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: say('postings.text'), exact: true });
  }

  get read(): Locator {
    return this.page.getByRole('button', { name: say('postings.read'), exact: true });
  }

  /** What the open ad asks for. */
  get requirements(): Locator {
    return this.page.getByRole('region', { name: say('postings.asks') }).getByRole('listitem');
  }

  /** The passage of the ad that is pointed at. */
  get pointed(): Locator {
    return this.page.getByRole('region', { name: say('postings.text') }).locator('mark');
  }

  get rehearse(): Locator {
    return this.page.getByRole('button', { name: say('postings.rehearse'), exact: true });
  }

  async paste(text: string): Promise<void> {
    await this.add.click();
    await this.text.fill(text);
    await this.read.click();
    await expect(this.requirements.first()).toBeVisible();
  }
}
