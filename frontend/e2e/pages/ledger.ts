import { type Locator, type Page, expect } from '@playwright/test';
import { Keys } from '../fixtures/keys';
import { type Key, say } from '../fixtures/words';

/** The list of facts, and what is open beside it. */
export class Ledger {
  constructor(private readonly page: Page) {}

  get list(): Locator {
    return this.page.getByRole('region', { name: say('ledger.list') });
  }

  /** What is being edited. */
  get form(): Locator {
    return this.page.getByRole('complementary', { name: say('ledger.inspector') });
  }

  /** The list of one job's facts. */
  facts(job: string): Locator {
    return this.page.getByRole('list', { name: say('ledger.factsOf', { job }) });
  }

  /** A list by the heading it stands under. */
  section(name: Key): Locator {
    return this.list.getByRole('list', { name: say(name), exact: true });
  }

  /** The titles of a list's entries, as they stand below one another. */
  async titles(name: Key): Promise<string[]> {
    return this.section(name).locator('> li .title').allTextContents();
  }

  /** A text field of the form; one with marks is no input, but has the same role. */
  field(name: Key): Locator {
    return this.form.getByRole('textbox', { name: say(name), exact: true });
  }

  handle(name: string): Locator {
    return this.list.getByRole('button', { name: say('ui.move', { name }), exact: true });
  }

  tool(name: 'ledger.undo' | 'ledger.redo'): Locator {
    return this.page.getByRole('button', { name: say(name), exact: true });
  }

  /** Chooses from the menu that adds, by keyboard. */
  async add(kind: Key): Promise<void> {
    await new Keys(this.page).press(this.page.getByRole('button', { name: say('ledger.add'), exact: true }));
    const wanted = this.page.getByRole('menuitem', { name: say(kind), exact: true });
    await expect(this.page.getByRole('menuitem').first()).toBeFocused();
    while (!(await wanted.evaluate((item) => item === document.activeElement))) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await expect(this.form.locator('input').first()).toBeFocused();
  }

  /** Waits until the page says that what was typed is on disk. */
  async saved(): Promise<void> {
    await expect(this.form.getByText(say('saveStatus.kept'), { exact: true })).toBeVisible();
  }
}
