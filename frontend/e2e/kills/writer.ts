import { type Locator, type Page, expect } from '@playwright/test';
import { say } from '../fixtures/words';
import { Ledger } from '../pages/ledger';
import { Shell } from '../pages/shell';
import type { Person } from './person';

/** Writes skills into the ledger: a name first, then how good they are at it. */
export class Writer implements Person {
  readonly does = 'writing into the ledger';
  confirmed = 0;
  #made = 0;
  /** Level by name, as the page said that it is saved. */
  #kept = new Map<string, string>();
  /** The same after the change that was under way. */
  #attempt = this.#kept;

  /** The ledger offers to add things once somebody has written who they are. */
  async begin(page: Page): Promise<void> {
    await new Shell(page).open('nav.ledger');
    await page.getByRole('button', { name: say('ledger.writeYourself'), exact: true }).click();
    await page.getByRole('textbox', { name: say('field.name'), exact: true }).fill('Mara Lindqvist');
    await expect(saved(page)).toBeVisible();
  }

  async prepare(page: Page): Promise<void> {
    await new Shell(page).open('nav.ledger');
    await expect(new Ledger(page).list).toBeVisible();
  }

  async work(page: Page): Promise<void> {
    for (;;) {
      const name = `Skill ${number(++this.#made)}`;
      await page.getByRole('button', { name: say('ledger.add'), exact: true }).click();
      await page.getByRole('menuitem', { name: say('ledger.addSkill'), exact: true }).click();
      if (!(await this.#write(page, say('field.skill'), name, [name, '']))) return;
      const level = `level ${number(this.#made)}`;
      if (!(await this.#write(page, say('field.level'), level, [name, level]))) return;
    }
  }

  async check(page: Page): Promise<void> {
    await this.prepare(page);
    await expect(new Ledger(page).list).toContainText('Mara Lindqvist');
    const rows = await page
      .getByRole('list', { name: say('ledger.skills') })
      .getByRole('listitem')
      .allTextContents();
    const found = new Map(
      rows.map((row) => [/Skill \d+/.exec(row)?.[0] ?? row, /level \d+/.exec(row)?.[0] ?? '']),
    );
    expect([this.#kept, this.#attempt], 'what was confirmed, or that and what was under way').toContainEqual(
      found,
    );
    this.#kept = this.#attempt = found;
  }

  /** Fills a field and waits until the page says that it is saved, or that it is not. */
  async #write(page: Page, field: string, text: string, [name, level]: [string, string]): Promise<boolean> {
    this.#attempt = new Map(this.#kept).set(name, level);
    await page.getByRole('textbox', { name: field, exact: true }).fill(text);
    const refused = page.getByText(say('saveStatus.refused'), { exact: true });
    await expect(saved(page).or(refused)).toBeVisible();
    if (await refused.isVisible()) return false;
    this.#kept = this.#attempt;
    this.confirmed++;
    return true;
  }
}

function saved(page: Page): Locator {
  return page.getByText(say('saveStatus.kept'), { exact: true });
}

function number(n: number): string {
  return String(n).padStart(3, '0');
}
