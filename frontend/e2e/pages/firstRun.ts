import { type Locator, type Page, expect } from '@playwright/test';
import { passphrase } from '../fixtures/app';
import { say } from '../fixtures/words';

/** The first run, step by step. */
export class FirstRun {
  constructor(private readonly page: Page) {}

  get next(): Locator {
    return this.button(say('first.continue'));
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  input(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  /** A card of a choice; its hint is part of what it is called. */
  choice(name: string): Locator {
    return this.page.getByRole('radio', { name });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** Answers the date question. */
  async bornOn(day: string, month: string, year: string): Promise<void> {
    await this.input(say('first.day')).fill(day);
    await this.input(say('first.month')).selectOption(month);
    await this.input(say('first.year')).fill(year);
    await this.next.click();
  }

  /** Chooses the passphrase and waits until the profile is made. */
  async choosePassphrase(): Promise<void> {
    await expect(this.heading(say('first.lockTitleNeeded'))).toBeFocused();
    await this.input(say('lock.passphrase')).fill(passphrase);
    await this.input(say('first.again')).fill(passphrase);
    await this.next.click();
    await expect(this.heading(say('recovery.offerTitle'))).toBeVisible({ timeout: 30_000 });
  }

  /** Makes a recovery key, writes it down and types two groups back. */
  async makeRecoveryKey(): Promise<void> {
    await this.button(say('recovery.make')).click();
    const groups = await this.recoveryKey();
    await this.button(say('recovery.written')).click();
    await expect(this.heading(say('recovery.checkTitle'))).toBeFocused();
    for (const number of await this.askedGroups()) {
      await this.input(say('recovery.group', { number })).fill(groups[number - 1] ?? '');
    }
    await this.button(say('recovery.confirm')).click();
    await expect(this.heading(say('recovery.doneTitle'))).toBeVisible({ timeout: 30_000 });
  }

  /** The groups on the screen, in order. */
  async recoveryKey(): Promise<string[]> {
    await expect(this.heading(say('recovery.shownTitle'))).toBeVisible();
    return this.page.getByRole('list', { name: say('recovery.key') }).locator('code').allTextContents();
  }

  /** The numbers of the groups to type back. */
  async askedGroups(): Promise<number[]> {
    const labels = await this.page.locator('label').allTextContents();
    return labels.map((label) => Number(/\d+/.exec(label)?.[0])).filter((number) => number > 0);
  }
}
