import { type Locator, type Page, expect } from '@playwright/test';
import { type Key, say } from '../fixtures/words';

/** Attempts at a question: looked at with a coach, or in the report. */
export class Attempts {
  constructor(private readonly page: Page) {}

  /** What stands over the feedback on a question of the rehearsal. */
  feedbackOn(question: number): Locator {
    return this.page.getByRole('heading', { level: 1, name: say('review.heading', { question }), exact: true });
  }

  /** Where the room says which attempt is being made. */
  making(question: number, number: number): Locator {
    return this.page.getByText(say('room.attemptAt', { question, number }), { exact: true });
  }

  get choice(): Locator {
    return this.page.getByRole('radiogroup', { name: say('attempt.which'), exact: true });
  }

  /** An attempt, from 1. */
  attempt(number: number): Locator {
    const name = number === 1 ? say('attempt.first') : say('attempt.number', { number });
    return this.choice.getByRole('radio', { name, exact: true });
  }

  get compare(): Locator {
    return this.choice.getByRole('radio', { name: say('attempt.compare'), exact: true });
  }

  get counts(): Locator {
    return this.page.getByText(say('attempt.counts'), { exact: true });
  }

  get letCount(): Locator {
    return this.page.getByRole('button', { name: say('attempt.letCount'), exact: true });
  }

  /** The words of one of the two that are compared. */
  side(number: number): Locator {
    const name = number === 1 ? say('attempt.first') : say('attempt.number', { number });
    return this.page.getByRole('region', { name, exact: true });
  }

  /** A line of the comparison. */
  line(name: string): Locator {
    return this.page.getByRole('table', { name: say('attempt.caption') }).getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /**
   * Leaves the feedback. Just after an answer was ended the room takes a press for the second
   * half of that one, so it is pressed until it leads on.
   */
  async leave(by: Key, to: Locator): Promise<void> {
    await expect(async () => {
      if (!(await to.isVisible())) await this.page.getByRole('button', { name: say(by) }).click({ timeout: 1_000 });
      await expect(to).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  /** Waits until two attempts stand beside one another. */
  async compared(): Promise<void> {
    await expect(this.page.getByRole('table', { name: say('attempt.caption') })).toBeVisible();
  }
}
