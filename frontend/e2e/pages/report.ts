import type { Locator, Page } from '@playwright/test';
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

  /** Deletes the answer that is shown, and says yes to the question. */
  async removeAnswer(): Promise<void> {
    await this.deleteAnswer.click();
    await this.page.getByRole('dialog').getByRole('button', { name: say('report.deleteAnswer'), exact: true }).click();
  }
}
