import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { asked, employer, posting, resume, story } from './fixtures/people';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Importing } from './pages/importing';
import { Ledger } from './pages/ledger';
import { Postings } from './pages/postings';
import { Rehearsal } from './pages/rehearsal';
import { Report } from './pages/report';
import { Shell } from './pages/shell';

const here = appOfThisFile();
const corrected = 'Charge nurse on a surgical ward';

test('the first run makes a profile, a passphrase and a recovery key', async () => {
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await expect(first.heading(say('first.beginTitle'))).toBeFocused();
  await first.next.click();
  await first.choosePassphrase();
  await first.makeRecoveryKey();
  await first.next.click();
  await first.button(say('first.skip')).click();
  await first.button(say('first.chooseResume')).click();
  await expect(first.heading(say('import.heading'))).toBeVisible();
});

test('a résumé is read, corrected and taken into the ledger', async () => {
  const importing = new Importing(here.page);
  await importing.choose(resume);
  await expect(importing.field(say('field.employer')).first()).toHaveValue(employer);
  await importing.field(say('field.label')).fill(corrected);
  expect(await importing.add()).not.toBe(say('import.added', { count: 0 }));
  await importing.openLedger();
  const ledger = new Ledger(here.page);
  await expect(ledger.list).toContainText(corrected);
  await expect(ledger.list).toContainText(employer);
  await expect(ledger.facts('Charge Nurse')).toContainText('14 nurses');
});

test('the same résumé again adds nothing', async () => {
  await here.page.getByRole('button', { name: say('ledger.import'), exact: true }).click();
  const importing = new Importing(here.page);
  await here.page.getByRole('button', { name: say('import.another'), exact: true }).click();
  await importing.choose(resume);
  expect(await importing.add()).toBe(say('import.added', { count: 0 }));
  await importing.openLedger();
  await expect(new Ledger(here.page).list).toContainText(corrected);
});

test('a posting shows what it asks for, with the sentence it was read from', async () => {
  await new Shell(here.page).open('nav.postings');
  const postings = new Postings(here.page);
  await postings.paste(posting);
  const requirement = postings.requirements.filter({ hasText: asked }).first();
  await expect(requirement.locator('q')).toContainText(asked);
  await requirement.getByRole('button', { name: say('postings.from') }).click();
  await expect(postings.pointed).toContainText(asked);
});

test('a question is paused and taken up again', async () => {
  const rehearsal = new Rehearsal(here.page);
  await new Postings(here.page).rehearse.click();
  await rehearsal.begin();
  const question = await rehearsal.question.textContent();
  await rehearsal.type('It began on a night shift');
  await rehearsal.button(say('room.pause')).click();
  await expect(here.page.getByText(say('room.pausedTypedText'))).toBeVisible();
  await rehearsal.button(say('room.resume')).click();
  await expect(rehearsal.question).toHaveText(question ?? '');
  await expect(rehearsal.words).toHaveValue('It began on a night shift');
});

test('a page loaded anew is at the same question, with the same words', async () => {
  const rehearsal = new Rehearsal(here.page);
  const question = await rehearsal.question.textContent();
  await rehearsal.type('It began on a night shift, as it often does');
  await here.page.reload();
  await expect(rehearsal.question).toHaveText(question ?? '');
  await expect(rehearsal.words).toHaveValue('It began on a night shift, as it often does');
});

test('a skipped question can be gone back to', async () => {
  const rehearsal = new Rehearsal(here.page);
  await rehearsal.answerUntil(rehearsal.at(2), story);
  const second = (await rehearsal.question.textContent()) ?? '';
  await rehearsal.button(say('room.skip')).click();
  await expect(rehearsal.at(3)).toBeVisible();
  await rehearsal.button(say('room.unskip')).click();
  await expect(rehearsal.at(2)).toBeVisible();
  await expect(rehearsal.question).toHaveText(second);
});

test('the report quotes the answers', async () => {
  const rehearsal = new Rehearsal(here.page);
  const report = new Report(here.page);
  await rehearsal.answerUntil(rehearsal.at(3), story);
  await rehearsal.answerUntil(rehearsal.report, story);
  await report.question(1).click();
  await expect(report.answer).toContainText('I introduced a second check');
  await expect(report.star).toHaveCount(4);
  await expect(report.star.filter({ hasText: '“' })).toHaveCount(4);
  await expect(report.terms).toBeVisible();
});

test('an own rating is kept', async () => {
  const report = new Report(here.page);
  const kept = here.page.waitForResponse(/\/Rehearsals\.SaveSelfRating$/);
  await report.level(3).check();
  await kept;
  await here.page.reload();
  await report.question(1).click();
  await expect(report.level(3)).toBeChecked();
});

test('an answer is deleted for good', async () => {
  const report = new Report(here.page);
  await report.question(3).click();
  while (!(await report.unanswered.isVisible())) await report.removeAnswer();
  await here.page.reload();
  await report.question(3).click();
  await expect(report.unanswered).toBeVisible();
});

test('a wrong passphrase opens nothing, the right one everything', async () => {
  const shell = new Shell(here.page);
  await shell.lock();
  await shell.tryPassphrase('not the passphrase');
  await expect(here.page.getByRole('alert')).toContainText(say('vault.wrongPassphrase'), { timeout: 30_000 });
  await shell.unlock();
  await everythingIsThere();
});

test('everything is there after the program was quit and started again', async () => {
  expect(await here.app.quit()).toBe(0);
  await here.app.start();
  await new Shell(here.page).unlock();
  await everythingIsThere();
});

/** Facts, posting and rehearsal, each with what only this journey has put there. */
async function everythingIsThere(): Promise<void> {
  const shell = new Shell(here.page);
  const report = new Report(here.page);
  await shell.open('nav.ledger');
  await expect(new Ledger(here.page).list).toContainText(corrected);
  await shell.open('nav.postings');
  await expect(new Postings(here.page).list).toContainText('Senior Ward Nurse');
  await shell.open('nav.rehearsals');
  await here.page.getByText(say('rehearsals.answered', { answered: 2, questions: 3 })).click();
  await report.question(1).click();
  await expect(report.answer).toContainText('I introduced a second check');
  await expect(report.level(3)).toBeChecked();
  await report.question(3).click();
  await expect(report.unanswered).toBeVisible();
}
