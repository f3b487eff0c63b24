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

  /**
   * Puts the caret to one end of the first line. The editor takes the place of the click for
   * it a moment after it got the focus, which is later than the next key of a test.
   */
  async caretAt(end: 'start' | 'end'): Promise<void> {
    await this.line.click();
    await expect(async () => {
      await this.page.keyboard.press(end === 'start' ? 'Control+Home' : 'Control+End');
      for (let frame = 0; frame < 3; frame++) expect(await this.line.evaluate(caretIsAt, end)).toBe(true);
    }).toPass();
  }
}

// In the page: whether the caret is still there when the next frame is drawn.
async function caretIsAt(line: HTMLElement | SVGElement, end: 'start' | 'end'): Promise<boolean> {
  await new Promise(requestAnimationFrame);
  const selection = getSelection();
  if (!selection?.focusNode || !line.contains(selection.focusNode)) return false;
  const rest = document.createRange();
  rest.selectNodeContents(line);
  if (end === 'start') rest.setEnd(selection.focusNode, selection.focusOffset);
  else rest.setStart(selection.focusNode, selection.focusOffset);
  return rest.toString() === '';
}
