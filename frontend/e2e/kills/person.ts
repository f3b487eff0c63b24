import type { Page } from '@playwright/test';
import type { Dice } from '../fixtures/dice';

/** Somebody who works in the page until the program is gone, and knows what was confirmed to them. */
export interface Person {
  /** What they do, for the name of the test. */
  readonly does: string;
  /** How often the page said that something is kept. */
  confirmed: number;
  /** Comes to where the work is, in peace. */
  prepare(page: Page): Promise<void>;
  /** Works; ends when the page notices that the program is gone. */
  work(page: Page, dice: Dice): Promise<void>;
  /** Sees in the program that was started again that everything confirmed is there, and goes on. */
  check(page: Page): Promise<void>;
}
