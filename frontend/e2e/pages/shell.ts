import { type Locator, type Page, expect } from '@playwright/test';
import { passphrase } from '../fixtures/app';
import { type Key, say } from '../fixtures/words';

/** What is there on every screen of the open app, and the lock in front of it. */
export class Shell {
  constructor(private readonly page: Page) {}

  /** A line of the sidebar. */
  link(name: Key): Locator {
    return this.page.getByRole('navigation', { name: say('app.mainNavigation') }).getByRole('link', { name: say(name) });
  }

  async open(name: Key): Promise<void> {
    await this.link(name).click();
    await expect(this.link(name)).toHaveAttribute('aria-current', 'page');
  }

  /** Locks by keyboard; there is no button for it outside the palette. */
  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+L');
    await expect(this.page.getByRole('heading', { name: say('lock.title'), exact: true })).toBeVisible();
  }

  get passphrase(): Locator {
    return this.page.getByLabel(say('lock.passphrase'), { exact: true });
  }

  async tryPassphrase(text: string): Promise<void> {
    await this.passphrase.fill(text);
    await this.page.getByRole('button', { name: say('lock.unlock'), exact: true }).click();
  }

  async unlock(): Promise<void> {
    await this.tryPassphrase(passphrase);
    await expect(this.link('nav.today')).toBeVisible({ timeout: 30_000 });
  }
}
