import { type Page, expect } from '@playwright/test';
import type { app } from '../../wailsjs/go/models';
import { call } from '../fixtures/calls';
import { say } from '../fixtures/words';
import { Rehearsal } from '../pages/rehearsal';
import { Shell } from '../pages/shell';

/** Where a rehearsal stands. */
export type Room = Omit<app.RoomView, 'convertValues'>;

/** What a rehearsal that is over has of its answers. */
interface Report {
  questions: { answers: { text: string }[] }[];
}

/** Goes to where a new rehearsal is chosen. */
export async function chooseRehearsal(page: Page): Promise<Rehearsal> {
  const rehearsal = new Rehearsal(page);
  await new Shell(page).open('nav.rehearsals');
  await rehearsal.button(say('rehearsals.new')).click();
  return rehearsal;
}

/** Reads where the rehearsal in the room stands; the address has its id. */
export async function standing(page: Page): Promise<Room> {
  const room = await call<Room>(page, 'Rehearsals.Room', idOf(page));
  if (!room) throw new Error('The program is gone.');
  return room;
}

/** The rehearsal in the address. */
export function idOf(page: Page): string {
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())?.[0];
  if (!id) throw new Error(`No rehearsal in ${page.url()}.`);
  return id;
}

/**
 * Opens the rehearsal that was interrupted and resumes it. It must be at the question it
 * was killed at, unless it may have gone on to the next just then.
 */
export async function resume(page: Page, before: Room, moving: boolean): Promise<Room> {
  const rehearsal = new Rehearsal(page);
  await new Shell(page).open('nav.rehearsals');
  await page
    .getByRole('list', { name: say('nav.rehearsals') })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText(say('room.interruptedText'))).toBeVisible();
  const now = await standing(page);
  if (!moving)
    expect([now.question, now.probe, now.words]).toEqual([before.question, before.probe, before.words]);
  await expect(rehearsal.question).toHaveText(now.words);
  await rehearsal.button(say('room.resume')).click();
  await expect(page.getByText(say('room.interruptedText'))).toBeHidden();
  await expect(rehearsal.question).toHaveText(now.words);
  return now;
}

/** Ends the rehearsal early and gives the words of its answers. */
export async function endEarly(page: Page): Promise<string[]> {
  const rehearsal = new Rehearsal(page);
  await rehearsal.button(say('room.endEarly')).click();
  await page.getByRole('button', { name: say('room.endNow'), exact: true }).click();
  await expect(rehearsal.report).toBeVisible();
  const report = await call<Report>(page, 'Rehearsals.Report', idOf(page));
  return report?.questions.flatMap(({ answers }) => answers.map(({ text }) => text)) ?? [];
}

/** Deletes the only rehearsal there is. */
export async function deleteRehearsal(page: Page): Promise<void> {
  await new Shell(page).open('nav.rehearsals');
  await page
    .getByRole('button', { name: say('rehearsals.deleteNamed', { name: say('rehearsals.general') }) })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('rehearsals.delete'), exact: true })
    .click();
  await expect(page.getByText(say('rehearsals.emptyTitle'))).toBeVisible();
}
