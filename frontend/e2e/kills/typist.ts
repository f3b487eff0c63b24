import { type Page, expect } from '@playwright/test';
import { answerTo } from '../fixtures/calls';
import { say } from '../fixtures/words';
import { Rehearsal } from '../pages/rehearsal';
import { type Room, chooseRehearsal, deleteRehearsal, endEarly, resume, standing } from './room';
import type { Person } from './person';

/** How many times something is typed until the answer is done. */
const draftsPerAnswer = 4;

/** Types answers. */
export class Typist implements Person {
  readonly does = 'typing answers';
  confirmed = 0;
  #made = 0;
  #room: Room | undefined;
  #draft = '';
  #attempt = '';
  /** The answers that are done. */
  #done: string[] = [];
  /** The program may have gone on to the next question. */
  #moving = false;

  async prepare(page: Page): Promise<void> {
    const rehearsal = await chooseRehearsal(page);
    await rehearsal.begin();
    this.#room = await standing(page);
    this.#done = [];
    this.#draft = this.#attempt = '';
    this.#moving = false;
  }

  async work(page: Page): Promise<void> {
    const rehearsal = new Rehearsal(page);
    for (;;) {
      this.#attempt = `I did it like this: ${++this.#made}`;
      const room = await answerTo<Room>(page, 'Rehearsals.SaveDraft', () =>
        rehearsal.words.fill(this.#attempt),
      );
      if (!room) return;
      this.#draft = this.#attempt;
      this.confirmed++;
      if (this.#made % draftsPerAnswer === 0 && !(await this.#finish(page, rehearsal))) return;
    }
  }

  /** Is done with the answer, and waits until the next question is there. */
  async #finish(page: Page, rehearsal: Rehearsal): Promise<boolean> {
    this.#moving = true;
    const room = await answerTo<Room>(page, 'Rehearsals.Done', () =>
      rehearsal.button(say('room.done')).click(),
    );
    if (!room) return false;
    this.#done.push(this.#draft);
    [this.#room, this.#draft, this.#attempt, this.#moving] = [room, '', '', false];
    this.confirmed++;
    await expect(rehearsal.question).toHaveText(room.words);
    return true;
  }

  async check(page: Page): Promise<void> {
    const before = this.#room!;
    const now = await resume(page, before, this.#moving);
    const moved = now.question !== before.question || now.probe !== before.probe;
    const draft = new Rehearsal(page).words;
    await expect(draft).toBeEditable();
    expect(moved ? [''] : [this.#draft, this.#attempt]).toContain(await draft.inputValue());
    const answers = await endEarly(page);
    expect(answers).toEqual(expect.arrayContaining(moved ? [...this.#done, this.#draft] : this.#done));
    await deleteRehearsal(page);
  }
}
