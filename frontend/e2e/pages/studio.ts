import { type Locator, type Page, expect } from '@playwright/test';
import { type Key, say } from '../fixtures/words';

/** One résumé being worked on, and its page. */
export class Studio {
  constructor(private readonly page: Page) {}

  /** The page beside what is edited; its text is there once nothing changes. */
  get paper(): Locator {
    return this.page.getByRole('region', { name: say('studio.preview') });
  }

  /** Waits until the page shows a text; the first page takes the typesetter's start too. */
  async drawn(text: string): Promise<void> {
    await expect(this.paper).toContainText(text, { timeout: 60_000 });
  }

  section(name: Key): Locator {
    return this.page.getByRole('navigation', { name: say('studio.sections') }).getByRole('link', { name: say(name) });
  }

  /** A button of the toolbar that opens a pane. */
  pane(name: Key): Locator {
    return this.page.getByRole('button', { name: say(name), exact: true });
  }

  /** The field of a line that says this. */
  lineOf(text: string): Locator {
    return this.page.getByRole('textbox', { name: say('studio.line'), exact: true }).filter({ hasText: text });
  }

  /** What marks the field being written on the page. */
  get mark(): Locator {
    return this.paper.locator('.mark').first();
  }

  /** The first line of the entry that is open. */
  get line(): Locator {
    return this.page.getByRole('textbox', { name: say('studio.line'), exact: true }).first();
  }
}
