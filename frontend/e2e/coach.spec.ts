import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit } from './fixtures/audit';
import { Keys } from './fixtures/keys';
import { story } from './fixtures/people';
import { say } from './fixtures/words';
import { Attempts } from './pages/attempts';
import { FirstRun } from './pages/firstRun';
import { Rehearsal } from './pages/rehearsal';
import { Report } from './pages/report';
import { Shell } from './pages/shell';

// Rehearsing with a coach, and trying answers again. From the set-up to the first feedback
// nobody uses a pointer.
const here = appOfThisFile();
const keys = () => new Keys(here.page);

/** An answer that lacks a result, and says what it has in other words. */
const vague = 'When I was charge nurse, our ward had too many medication errors. My task was to cut them.';

test('somebody begins without a résumé', async () => {
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.next.click();
  await first.choosePassphrase();
  await first.makeRecoveryKey();
  await first.next.click();
  await first.button(say('first.skip')).click();
  await first.button(say('first.startEmpty')).click();
  await expect(new Shell(here.page).link('nav.rehearsals')).toBeVisible();
});

test('feedback after each question is chosen in the set-up', async ({}, info) => {
  test.slow();
  const rehearsal = new Rehearsal(here.page);
  const radios = (name: string) => here.page.getByRole('radiogroup', { name, exact: true });
  await here.page.goto(new URL('#/rehearsals/new', here.page.url()).href);
  const feedback = here.page.getByRole('group', { name: say('setup.feedback'), exact: true });
  await keys().choose(feedback, feedback.getByRole('radio', { name: say('setup.coach') }));
  await audit(here.page, 'coach-setup', info);
  await keys().choose(radios(say('setup.length')), rehearsal.choice(say('rehearsals.questions', { count: 3 })));
  await keys().choose(radios(say('ready.mode')), rehearsal.choice(say('ready.typed')));
  await keys().press(rehearsal.button(say('ready.start')));
  await expect(rehearsal.words).toBeFocused();
});

test('a question that is over is looked at, and tried again', async ({}, info) => {
  test.slow();
  const rehearsal = new Rehearsal(here.page);
  const attempts = new Attempts(here.page);
  const question = (await rehearsal.question.textContent()) ?? '';
  await answerByKeys(attempts.feedbackOn(1), vague);
  await expect(attempts.feedbackOn(1)).toBeFocused();
  await expect(rehearsal.state).toContainText(say('room.reviewing'));
  const report = new Report(here.page);
  await expect(report.star).toHaveCount(4);
  await expect(report.answer).toContainText('too many medication errors');
  await expect(report.deleteAnswer).toBeHidden();
  await audit(here.page, 'coach-review', info);
  await attempts.feedbackOn(1).focus();
  await here.page.keyboard.press('a');
  await expect(attempts.making(1, 2)).toBeVisible();
  await expect(rehearsal.question).toHaveText(question);
  await expect(rehearsal.words).toBeFocused();
  await expect(rehearsal.words).toHaveValue('');
  await answerByKeys(attempts.feedbackOn(1), story);
  await expect(attempts.attempt(2)).toBeChecked();
  await expect(report.answer).toContainText('I introduced a second check');
});

test('the two attempts are compared, and one is said to count', async ({}, info) => {
  test.slow();
  const attempts = new Attempts(here.page);
  await expect(attempts.counts).toBeVisible();
  await keys().choose(attempts.choice, attempts.compare);
  await attempts.compared();
  await expect(attempts.side(2).getByText(say('attempt.counts'))).toBeVisible();
  await expect(attempts.side(1).locator('p')).toHaveText(vague);
  await expect(attempts.side(2).locator('mark', { hasText: 'introduced' })).toBeVisible();
  await expect(attempts.line(say('star.result'))).toContainText(say('attempt.new'));
  await audit(here.page, 'coach-compare', info);
  await keys().choose(attempts.choice, attempts.attempt(1));
  await keys().press(attempts.letCount);
  await expect(attempts.counts).toBeFocused();
  await expect(attempts.letCount).toBeHidden();
});

test('the next question is put, and what was chosen lasts', async () => {
  const rehearsal = new Rehearsal(here.page);
  const attempts = new Attempts(here.page);
  await keys().press(rehearsal.button(say('room.next')));
  await expect(rehearsal.at(2)).toBeVisible();
  await expect(rehearsal.words).toBeFocused();
  await here.page.reload();
  await expect(rehearsal.at(2)).toBeVisible();
  await rehearsal.answerUntil(attempts.feedbackOn(2), story);
  await attempts.leave('room.next', rehearsal.at(3));
  await rehearsal.answerUntil(attempts.feedbackOn(3), story);
  await attempts.leave('room.toReport', rehearsal.report);
  await new Report(here.page).question(1).click();
  await attempts.attempt(1).check();
  await expect(attempts.counts).toBeVisible();
});

test('an answer is tried again from the report', async ({}, info) => {
  test.slow();
  const rehearsal = new Rehearsal(here.page);
  const attempts = new Attempts(here.page);
  const report = new Report(here.page);
  await report.question(3).click();
  await audit(here.page, 'report-retry', info);
  await rehearsal.button(say('retry.again')).click();
  await expect(here.page.getByRole('heading', { level: 1, name: say('retry.heading') })).toBeVisible();
  await audit(here.page, 'retry', info);
  await rehearsal.choice(say('ready.typed')).check();
  await rehearsal.button(say('retry.start')).click();
  await expect(attempts.making(3, 2)).toBeVisible();
  await rehearsal.answerUntil(rehearsal.report, `${story} The board took it up for every ward.`);
  await expect(report.question(3)).toHaveAttribute('aria-current', 'true');
  await expect(report.answer).toContainText('The board took it up');
  await attempts.compare.check();
  await attempts.compared();
  await expect(attempts.side(2).locator('mark', { hasText: 'board' })).toBeVisible();
  await audit(here.page, 'report-compare', info);
});

test('everything is there after a start anew', async () => {
  await here.app.quit();
  await here.app.start();
  await new Shell(here.page).unlock();
  await new Shell(here.page).open('nav.rehearsals');
  await here.page.getByRole('list', { name: say('nav.rehearsals') }).getByRole('link').first().click();
  const attempts = new Attempts(here.page);
  await new Report(here.page).question(1).click();
  await expect(attempts.attempt(2)).toBeChecked();
  await expect(attempts.letCount).toBeVisible();
  await attempts.attempt(1).check();
  await expect(attempts.counts).toBeVisible();
});

/** Answers the question and its follow-ups without a pointer. */
async function answerByKeys(next: ReturnType<Rehearsal['at']>, text: string): Promise<void> {
  const rehearsal = new Rehearsal(here.page);
  do {
    const asked = (await rehearsal.question.textContent()) ?? '';
    await expect(rehearsal.words).toBeFocused();
    await here.page.keyboard.insertText(text);
    await here.page.keyboard.press('Control+Enter');
    await expect(rehearsal.question.filter({ hasText: asked })).toBeHidden();
    await expect(rehearsal.words.or(next).first()).toBeVisible();
  } while (!(await next.isVisible()));
}
