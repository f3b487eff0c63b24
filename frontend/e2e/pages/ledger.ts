import type { Locator, Page } from '@playwright/test';
import { say } from '../fixtures/words';

/** The list of facts. */
export class Ledger {
  constructor(private readonly page: Page) {}

  get list(): Locator {
    return this.page.getByRole('region', { name: say('ledger.list') });
  }

  /** The list of one job's facts. */
  facts(job: string): Locator {
    return this.page.getByRole('list', { name: say('ledger.factsOf', { job }) });
  }
}
