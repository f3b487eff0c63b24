import { expect, test } from '@playwright/test';
import { appOfThisFile, passphrase } from './fixtures/app';
import { Keys } from './fixtures/keys';
import { employer, posting, resume, story } from './fixtures/people';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Importing } from './pages/importing';
import { Ledger } from './pages/ledger';
import { Postings } from './pages/postings';
import { Rehearsal } from './pages/rehearsal';
import { Report } from './pages/report';
import { Shell } from './pages/shell';

// No click, no tap, no pointer anywhere in this file.
const here = appOfThisFile();
const keys = () => new Keys(here.page);

test('the first run', async () => {
  const first = new FirstRun(here.page);
  const { keyboard } = here.page;
  await keys().write(first.input(say('first.day')), '27');
  await keys().tabTo(first.input(say('first.month')));
  await keyboard.type('Mar');
  await keys().write(first.input(say('first.year')), '1975');
  await keyboard.press('Enter');
  await expect(first.heading(say('first.beginTitle'))).toBeFocused();
  await keys().press(first.next);
  await keys().write(first.input(say('lock.passphrase')), passphrase);
  await keys().write(first.input(say('first.again')), passphrase);
  await keyboard.press('Enter');
  await expect(first.heading(say('recovery.offerTitle'))).toBeFocused({ timeout: 30_000 });
});

test('the recovery key', async () => {
  const first = new FirstRun(here.page);
  await keys().press(first.button(say('recovery.make')));
  const groups = await first.recoveryKey();
  await keys().press(first.button(say('recovery.written')));
  await expect(first.heading(say('recovery.checkTitle'))).toBeFocused();
  for (const number of await first.askedGroups()) {
    await keys().write(first.input(say('recovery.group', { number })), groups[number - 1] ?? '');
  }
  await here.page.keyboard.press('Enter');
  await expect(first.heading(say('recovery.doneTitle'))).toBeFocused({ timeout: 30_000 });
  await keys().press(first.next);
  await keys().press(first.button(say('first.skip')));
  await keys().press(first.button(say('first.chooseResume')));
});

test('a résumé', async () => {
  const importing = new Importing(here.page);
  const chooser = here.page.waitForEvent('filechooser');
  await keys().press(here.page.getByRole('button', { name: say('file.choose'), exact: true }));
  await (await chooser).setFiles(resume);
  await keys().write(importing.field(say('field.label')), 'Charge nurse');
  await keys().press(importing.confirm);
  await keys().press(here.page.getByRole('button', { name: say('import.openLedger'), exact: true }));
  await expect(new Ledger(here.page).list).toContainText(employer);
});

test('a posting', async () => {
  const postings = new Postings(here.page);
  await here.page.keyboard.press('Control+4');
  await keys().press(postings.add);
  await keys().tabTo(postings.text);
  await here.page.keyboard.insertText(posting);
  await keys().press(postings.read);
  await expect(postings.requirements.first()).toBeVisible();
});

test('a rehearsal', async () => {
  const rehearsal = new Rehearsal(here.page);
  const radios = (name: string) => here.page.getByRole('radiogroup', { name, exact: true });
  await keys().press(new Postings(here.page).rehearse);
  await keys().choose(radios(say('setup.length')), rehearsal.choice(say('rehearsals.questions', { count: 3 })));
  await keys().choose(radios(say('ready.mode')), rehearsal.choice(say('ready.typed')));
  await keys().press(rehearsal.button(say('ready.start')));
  await expect(rehearsal.words).toBeFocused();
  await sayUntil(rehearsal.at(2));
  await keys().press(rehearsal.button(say('room.skip')));
  await expect(rehearsal.at(3)).toBeVisible();
  await sayUntil(rehearsal.report);
});

test('the report', async () => {
  const report = new Report(here.page);
  await keys().press(report.question(1));
  await expect(report.star).toHaveCount(4);
  const kept = here.page.waitForResponse(/\/Rehearsals\.SaveSelfRating$/);
  await keys().choose(report.level(4).locator('xpath=ancestor::*[@role="radiogroup"]'), report.level(4));
  await kept;
});

test('the lock', async () => {
  const shell = new Shell(here.page);
  await shell.lock();
  await expect(shell.passphrase).toBeFocused();
  await here.page.keyboard.type(passphrase);
  await here.page.keyboard.press('Enter');
  await expect(shell.link('nav.today')).toBeVisible({ timeout: 30_000 });
});

/** Answers the question and its follow-ups; the field takes the focus by itself each time. */
async function sayUntil(next: ReturnType<Rehearsal['at']>): Promise<void> {
  const rehearsal = new Rehearsal(here.page);
  const either = rehearsal.words.or(next).first();
  do {
    const asked = (await rehearsal.question.textContent()) ?? '';
    await expect(rehearsal.words).toBeFocused();
    await here.page.keyboard.insertText(story);
    await here.page.keyboard.press('Control+Enter');
    await expect(rehearsal.question.filter({ hasText: asked })).toBeHidden();
    await expect(either).toBeVisible();
  } while (!(await next.isVisible()));
}
