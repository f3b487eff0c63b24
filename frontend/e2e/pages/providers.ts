import { type Locator, type Page, expect } from '@playwright/test';
import { type Key, say } from '../fixtures/words';
import { Shell } from './shell';

/** Settings, Providers. */
export class Providers {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await new Shell(this.page).open('nav.settings');
    await this.page.getByRole('link', { name: say('settings.providers'), exact: true }).click();
    await expect(this.page.getByRole('heading', { name: say('providers.parts'), exact: true })).toBeVisible();
  }

  button(name: Key): Locator {
    return this.page.getByRole('button', { name: say(name), exact: true });
  }

  /** Who plays a part. */
  part(name: Key): Locator {
    return this.page.getByLabel(say(name), { exact: true });
  }

  async addServer(address: string): Promise<void> {
    await this.button('providers.addServer').click();
    await this.page.getByLabel(say('providers.address'), { exact: true }).fill(address);
    await this.page.locator('form').getByRole('button', { name: say('providers.addServer'), exact: true }).click();
  }
}
