import { type Locator, type Page, expect } from '@playwright/test';
import { say } from '../fixtures/words';

/** The rehearsal: setting it up, the room, and leaving it for the report. */
export class Rehearsal {
  constructor(private readonly page: Page) {}

  button(name: string): Locator {
    return this.page.getByRole('button', { name }).first();
  }

  choice(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  /** Chooses three questions to be answered by typing, and begins. */
  async begin(): Promise<void> {
    await this.start('ready.typed');
    await expect(this.words).toBeEditable();
  }

  /** Chooses three questions to be answered aloud, and begins; the microphone is open when it returns. */
  async beginSpeaking(): Promise<void> {
    await this.start('ready.spoken');
    await expect(this.state).toContainText(say('room.listening'));
  }

  private async start(mode: 'ready.typed' | 'ready.spoken'): Promise<void> {
    await this.choice(say('rehearsals.questions', { count: 3 })).check();
    await this.choice(say(mode)).check();
    await this.button(say('ready.start')).click();
  }

  /** What the room is doing: waiting for typing, listening, paused. */
  get state(): Locator {
    return this.page.locator('footer').getByRole('status');
  }

  /** The question being asked. */
  get question(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** Where the answer is typed. */
  get words(): Locator {
    return this.page.getByRole('textbox', { name: say('room.yourWords') });
  }

  get report(): Locator {
    return this.page.getByRole('navigation', { name: say('report.questions') });
  }

  at(question: number): Locator {
    return this.page.getByText(say('room.questionOf', { question, questions: 3 }), { exact: true });
  }

  /** Types without being done, and waits until it is kept. */
  async type(text: string): Promise<void> {
    const kept = this.page.waitForResponse(/\/Rehearsals\.SaveDraft$/);
    await this.words.fill(text);
    await kept;
  }

  /** Answers what is asked, and waits for what comes next. */
  async answer(text: string): Promise<void> {
    const asked = (await this.question.textContent()) ?? '';
    await this.words.fill(text);
    await this.button(say('room.done')).click();
    await expect(this.question.filter({ hasText: asked })).toBeHidden();
  }

  /** Answers this question and its follow-ups, until the next question or the report. */
  async answerUntil(next: Locator, text: string): Promise<void> {
    const here = this.words.or(next).first();
    do {
      await this.answer(text);
      await expect(here).toBeVisible();
    } while (!(await next.isVisible()));
  }
}
