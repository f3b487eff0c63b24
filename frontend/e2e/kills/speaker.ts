import { type Page, expect } from '@playwright/test';
import type { app } from '../../wailsjs/go/models';
import { answerTo, call } from '../fixtures/calls';
import type { Dice } from '../fixtures/dice';
import { say } from '../fixtures/words';
import { Rehearsal } from '../pages/rehearsal';
import { type Room, chooseRehearsal, deleteRehearsal, endEarly, idOf, resume, standing } from './room';
import type { Person } from './person';

/** How much sound may be missing of a recording: two of the frames that are made durable one by one. */
const mostLostMs = 1000;

/** Answers aloud. */
export class Speaker implements Person {
  readonly does = 'speaking answers';
  confirmed = 0;
  /** How much sound had arrived, in all rounds together. */
  heardMs = 0;
  /** The most that one kill took, in milliseconds of sound. */
  worstMs = 0;
  #room: Room | undefined;
  /** The sound of the answers that are done. */
  #doneMs = 0;
  #moving = false;

  async prepare(page: Page): Promise<void> {
    const rehearsal = await chooseRehearsal(page);
    await rehearsal.beginSpeaking();
    await expect.poll(async () => (this.#room = await standing(page)).elapsedMs).toBeGreaterThan(0);
    this.#doneMs = 0;
    this.#moving = false;
  }

  /** The program hears by itself, and is asked how much; now and then an answer is done. */
  async work(page: Page, dice: Dice): Promise<void> {
    for (;;) {
      const room = await call<Room>(page, 'Rehearsals.Room', idOf(page));
      if (!room) return;
      this.#room = room;
      this.confirmed++;
      if (room.elapsedMs > 500 && dice.below(100) === 0 && !(await this.#finish(page))) return;
    }
  }

  async #finish(page: Page): Promise<boolean> {
    this.#moving = true;
    const done = () => new Rehearsal(page).button(say('room.done')).click();
    const room = await answerTo<Room>(page, 'Rehearsals.Done', done);
    if (!room) return false;
    this.#doneMs += this.#room!.elapsedMs;
    [this.#room, this.#moving] = [room, false];
    return room.phase === 'listening';
  }

  async check(page: Page): Promise<void> {
    await this.#measure(page);
    await resume(page, this.#room!, this.#moving);
    await expect(new Rehearsal(page).state).toContainText(say('room.listening'));
    const left = (await standing(page)).elapsedMs;
    await expect
      .poll(async () => (await standing(page)).elapsedMs, 'the microphone is heard')
      .toBeGreaterThan(left);
    await endEarly(page);
    await deleteRehearsal(page);
    expect(await recordings(page)).toEqual([]);
  }

  /** Holds what is left of the recordings against what had arrived when the program was last seen alive. */
  async #measure(page: Page): Promise<void> {
    let leftMs = 0;
    for (const { url, durationMs } of await recordings(page)) {
      const sound = await listen(page, url);
      expect(sound.ms).toBe(durationMs);
      if (sound.ms > 0) expect(sound.silent, 'something was heard all the time').toBe(false);
      leftMs += sound.ms;
    }
    const arrivedMs = this.#doneMs + this.#room!.elapsedMs;
    this.heardMs += arrivedMs;
    this.worstMs = Math.max(this.worstMs, arrivedMs - leftMs);
    expect(arrivedMs - leftMs, `of ${arrivedMs} ms that had arrived`).toBeLessThanOrEqual(mostLostMs);
  }
}

async function recordings(page: Page): Promise<app.RecordingView[]> {
  const held = await call<app.RecordingView[]>(page, 'Privacy.Recordings');
  if (!held) throw new Error('The program is gone.');
  return held;
}

/** How long a WAV file is, by the bytes a second takes (at 28 in its header of 44), and whether it is silence. */
function listen(page: Page, url: string): Promise<{ ms: number; silent: boolean }> {
  return page.evaluate(async (address) => {
    const file = await (await fetch(address)).arrayBuffer();
    const samples = new Int16Array(file.slice(44));
    const ms = Math.floor((samples.byteLength * 1000) / new DataView(file).getUint32(28, true));
    return { ms, silent: samples.every((sample) => sample === 0) };
  }, url);
}
