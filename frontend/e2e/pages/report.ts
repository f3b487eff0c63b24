import { type Locator, type Page, expect } from '@playwright/test';
import { say, saying } from '../fixtures/words';

/** The report of a rehearsal. */
export class Report {
  constructor(private readonly page: Page) {}

  /** A question in the list, from 1. */
  question(number: number): Locator {
    return this.page.getByRole('navigation', { name: say('report.questions') }).getByRole('button').nth(number - 1);
  }

  /** The four parts, each with its cues or without. */
  get star(): Locator {
    return this.page.getByRole('region', { name: say('report.star') }).getByRole('listitem');
  }

  get terms(): Locator {
    return this.page.getByRole('heading', { name: saying('delivery.terms') });
  }

  /** A level of the first criterion. */
  level(value: number): Locator {
    return this.page
      .getByRole('region', { name: say('rating.title') })
      .getByRole('radiogroup')
      .first()
      .getByRole('radio', { name: String(value), exact: true });
  }

  get answer(): Locator {
    return this.page.getByRole('region', { name: say('report.answer'), exact: true });
  }

  get deleteAnswer(): Locator {
    return this.page.getByRole('button', { name: say('report.deleteAnswer'), exact: true });
  }

  get unanswered(): Locator {
    return this.page.getByText(say('report.unansweredText'), { exact: true });
  }

  /** Deletes the answer that is shown, says yes to the question, and waits until another or none is there. */
  async removeAnswer(): Promise<void> {
    const asked = (await this.answer.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
    await this.deleteAnswer.click();
    await this.page.getByRole('dialog').getByRole('button', { name: say('report.deleteAnswer'), exact: true }).click();
    await expect(this.answer.getByRole('heading', { level: 2, name: asked, exact: true })).toBeHidden();
    await expect(this.deleteAnswer.or(this.unanswered).first()).toBeVisible();
  }
}
