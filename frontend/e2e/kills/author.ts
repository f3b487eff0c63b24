import { setTimeout as pass } from 'node:timers/promises';
import { type Locator, type Page, type Request, expect } from '@playwright/test';
import type { Dice } from '../fixtures/dice';
import { say } from '../fixtures/words';
import type { Desk } from './desks';
import type { Person } from './person';
import { type Written, watch, written } from './written';

const wording = 'introduced a second check at every handover, and errors fell by 23 % in nine months; ';

/** After so many letters somebody looks up until they are saved, however busy the computer is. */
const pause = 8;

/** Writes a long text at a desk, key by key, with pauses as somebody makes them who thinks. */
export class Author implements Person {
  confirmed = 0;
  /** How long before a kill the first letter was typed that it took, at worst, in milliseconds. */
  worstMs = 0;
  #made = 0;
  #field: Locator | undefined;
  #status: Locator | undefined;
  #seen: Written | undefined;
  #goneAt = 0;

  constructor(
    readonly does: string,
    private readonly desk: Desk,
  ) {}

  /** Begins a text that is no part of one before. */
  async prepare(page: Page): Promise<void> {
    const field = (this.#field = await this.desk(page));
    await field.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(`Text ${++this.#made}: `);
    const status = (this.#status = page.getByText(say('saveStatus.kept'), { exact: true }));
    await expect(status).toBeVisible();
    await watch(field, status, say('saveStatus.kept'));
  }

  async work(page: Page, dice: Dice): Promise<void> {
    this.#goneAt = 0;
    const gone = (request: Request) => {
      if (!request.failure()?.errorText.includes('ERR_ABORTED')) this.#goneAt ||= Date.now();
    };
    page.on('requestfailed', gone);
    for (let n = 0; !this.#goneAt; n++) {
      const letter = wording[n % wording.length]!;
      await page.keyboard.type(letter);
      if (n === pause) await this.#status!.waitFor({ timeout: 15_000 }).catch(() => undefined); // or the program is gone
      const thinks = letter === ' ' && dice.below(3) === 0;
      await pass(thinks ? 300 + dice.below(500) : 30 + dice.below(90));
    }
    page.off('requestfailed', gone);
    this.#seen = await written(page);
    this.confirmed += this.#seen.times;
    await expect(page.getByText(say('connection.lostTitle'))).toBeVisible();
    await expect(this.#field!, 'what was typed stays, to be copied').toHaveText(this.#seen.texts.at(-1)!.text);
  }

  /** What is there is what the page has shown as saved, or more of what was typed since. */
  async check(page: Page): Promise<void> {
    const { texts, kept } = this.#seen!;
    const found = (await (await this.desk(page)).textContent())?.trim();
    const at = texts.findLastIndex(({ text }) => text === found);
    expect(at, `"${found}" was typed; shown as saved was "${texts[kept]!.text}"`).toBeGreaterThanOrEqual(kept);
    const lost = texts[at + 1];
    if (lost) this.worstMs = Math.max(this.worstMs, this.#goneAt - lost.at);
  }
}
