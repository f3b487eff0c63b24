import { type TestInfo, expect, test } from '@playwright/test';
import type { appOfThisFile } from './fixtures/app';
import { changeAnswer } from './fixtures/calls';
import { posting, resume, story } from './fixtures/people';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Importing } from './pages/importing';
import { Ledger } from './pages/ledger';
import { Postings } from './pages/postings';
import { Rehearsal } from './pages/rehearsal';
import { Report } from './pages/report';
import { Shell } from './pages/shell';
import { Studio as StudioPage } from './pages/studio';

// Every screen in each of its states; the refusal of the date question is in age.spec.ts.

/** What is done on each screen: its name, and where a test keeps its pictures. */
type Look = (name: string, info: TestInfo) => Promise<void>;

/** One test on the way: the open page, what to do where it stops, and the test itself. */
interface Walk {
  here: ReturnType<typeof appOfThisFile>;
  look: Look;
  info: TestInfo;
}

const settingsParts = [
  'settings.rehearsal',
  'settings.privacy',
  'settings.security',
  'settings.profile',
  'settings.language',
  'settings.about',
] as const;

/** Goes through every screen on one page, in English, and looks at each. */
export function everyScreen(here: Walk['here'], look: Look): void {
  const way = {
    'first run': firstRun,
    'recovery key and profile': recoveryKeyAndProfile,
    'ledger and import': ledgerAndImport,
    'review and a filled ledger': reviewAndAFilledLedger,
    'résumés and the studio': resumesAndStudio,
    postings,
    rehearsal,
    'report and history': reportAndHistory,
    'today, settings, palette and lock': todaySettingsPaletteAndLock,
  };
  for (const [name, walk] of Object.entries(way)) test(name, ({}, info) => walk({ here, look, info }));
}

/** What happens when something is broken; after every screen, for the program has ended then. */
export function everyTrouble(here: Walk['here'], look: Look): void {
  const way = { 'what cannot be read': whatCannotBeRead, 'the program has ended': theProgramHasEnded };
  for (const [name, walk] of Object.entries(way)) test(name, ({}, info) => walk({ here, look, info }));
}

async function firstRun({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const first = new FirstRun(here.page);
  await expect(first.heading(say('first.ageTitle'))).toBeVisible();
  await look('first-age', info);
  await first.bornOn('27', '3', '1975');
  await expect(first.heading(say('first.beginTitle'))).toBeVisible();
  await look('first-begin', info);
  await first.choice(say('first.beginRestore')).check();
  await first.next.click();
  await expect(first.heading(say('first.restoreTitle'))).toBeVisible();
  await look('first-restore', info);
  await first.button(say('first.back')).click();
  await first.choice(say('first.beginNew')).check();
  await first.next.click();
  await expect(first.heading(say('first.lockTitleNeeded'))).toBeVisible();
  await look('first-lock', info);
  await first.choosePassphrase();
  await look('recovery-offer', info);
}

async function recoveryKeyAndProfile({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const first = new FirstRun(here.page);
  await first.button(say('recovery.make')).click();
  await expect(first.heading(say('recovery.shownTitle'))).toBeVisible();
  await look('recovery-shown', info);
  await first.button(say('recovery.written')).click();
  await first.button(say('recovery.confirm')).click();
  await expect(here.page.getByRole('alert')).toBeVisible();
  await look('recovery-check', info);
  await first.button(say('recovery.later')).click();
  await expect(first.heading(say('first.profileTitle'))).toBeVisible();
  await look('first-profile', info);
  await first.button(say('first.skip')).click();
  await expect(first.heading(say('first.resumeTitle'))).toBeVisible();
  await look('first-resume', info);
  await first.button(say('first.startEmpty')).click();
  await expect(here.page.getByText(say('today.kept'))).toBeVisible();
  await look('today-empty', info);
}

async function ledgerAndImport({ here, look, info }: Walk): Promise<void> {
  test.slow();
  await new Shell(here.page).open('nav.ledger');
  await here.page.getByRole('button', { name: say('ledger.import'), exact: true }).click();
  await expect(here.page.getByRole('heading', { name: say('import.heading'), exact: true })).toBeVisible();
  await look('import-choose', info);
  const chooser = here.page.waitForEvent('filechooser');
  await here.page.getByRole('button', { name: say('file.choose'), exact: true }).click();
  await (await chooser).setFiles({ name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('notes') });
  await expect(here.page.getByRole('heading', { name: say('import.refused', { name: 'notes.pdf' }) })).toBeVisible();
  await look('import-refused', info);
  await here.page.getByRole('link', { name: say('nav.ledger') }).first().click();
  await expect(new Ledger(here.page).list).toBeVisible();
  await look('ledger-empty', info);
}

async function reviewAndAFilledLedger({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const importing = new Importing(here.page);
  await here.page.getByRole('button', { name: say('ledger.import'), exact: true }).click();
  const chooser = here.page.waitForEvent('filechooser');
  await here.page.getByRole('button', { name: say('import.another'), exact: true }).click();
  await (await chooser).setFiles(resume);
  await expect(importing.fields).toBeVisible({ timeout: 30_000 });
  await look('import-review', info);
  await importing.add();
  await look('import-done', info);
  await importing.openLedger();
  const ledger = new Ledger(here.page);
  await expect(ledger.list).toContainText('Charge Nurse');
  await look('ledger', info);
  await ledger.facts('Charge Nurse').getByRole('link').first().click();
  await expect(here.page.getByRole('textbox', { name: say('field.fact') })).toBeVisible();
  await look('ledger-fact', info);
  await here.page.keyboard.press('Escape');
}

async function resumesAndStudio({ here, look, info }: Walk): Promise<void> {
  test.slow();
  await new Shell(here.page).open('nav.resumes');
  const add = here.page.getByRole('button', { name: say('resumes.new'), exact: true });
  await expect(add.first()).toBeVisible();
  await look('resumes-empty', info);
  await add.first().click();
  await here.page.getByRole('dialog').getByRole('textbox', { name: say('resumes.name'), exact: true }).fill('Charge Nurse');
  await look('resume-new', info);
  await here.page.getByRole('button', { name: say('resumes.create'), exact: true }).click();
  const studio = new StudioPage(here.page);
  await studio.drawn('Mara Lindqvist');
  await studio.section('studio.head').click();
  await expect(here.page.getByRole('heading', { level: 2, name: say('studio.head'), exact: true })).toBeVisible();
  await look('studio-head', info);
  await studio.section('section.work').click();
  await here.page.locator('summary').first().click();
  await expect(studio.line).toBeVisible();
  await look('studio-work', info);
  for (const pane of ['studio.design', 'studio.versions', 'studio.check'] as const) {
    await studio.pane(pane).click();
    await expect(here.page.getByRole('heading', { level: 2, name: say(pane), exact: true })).toBeVisible();
    if (pane === 'studio.check') await expect(here.page.getByRole('table')).toBeVisible({ timeout: 60_000 });
    await look(pane.replace('.', '-'), info);
  }
  await new Shell(here.page).open('nav.resumes');
  await expect(here.page.getByRole('list', { name: say('nav.resumes') })).toBeVisible();
  await look('resumes', info);
}

async function postings({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const postings = new Postings(here.page);
  await new Shell(here.page).open('nav.postings');
  await expect(postings.add).toBeVisible();
  await look('postings-empty', info);
  await postings.add.click();
  await expect(postings.text).toBeVisible();
  await look('posting-new', info);
  await postings.text.fill(posting);
  await postings.read.click();
  await postings.requirements.first().getByRole('button', { name: say('postings.from') }).click();
  await expect(postings.pointed).toBeVisible();
  await look('posting', info);
  await new Shell(here.page).open('nav.postings');
  await expect(postings.list).toBeVisible();
  await look('postings', info);
}

async function rehearsal({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const rehearsal = new Rehearsal(here.page);
  await new Shell(here.page).open('nav.rehearsals');
  await expect(here.page.getByText(say('rehearsals.emptyTitle'))).toBeVisible();
  await look('rehearsals-empty', info);
  await rehearsal.button(say('rehearsals.new')).click();
  await expect(rehearsal.button(say('ready.start'))).toBeVisible();
  await look('rehearsal-setup', info);
  await rehearsal.begin();
  await look('room-typing', info);
  await rehearsal.button(say('room.pause')).click();
  await expect(here.page.getByText(say('room.pausedTypedText'))).toBeVisible();
  await look('room-paused', info);
  await rehearsal.button(say('room.endEarly')).click();
  await expect(here.page.getByRole('dialog')).toBeVisible();
  await look('room-end', info);
  await here.page.getByRole('dialog').getByRole('button', { name: say('room.goOn'), exact: true }).click();
}

async function reportAndHistory({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const rehearsal = new Rehearsal(here.page);
  const report = new Report(here.page);
  await rehearsal.button(say('room.resume')).click();
  await rehearsal.answer(story);
  await rehearsal.button(say('room.endEarly')).click();
  await here.page.getByRole('button', { name: say('room.endNow'), exact: true }).click();
  await expect(report.star.first()).toBeVisible();
  await look('report', info);
  await report.deleteAnswer.click();
  await expect(here.page.getByRole('dialog')).toBeVisible();
  await look('report-delete', info);
  await here.page.getByRole('dialog').getByRole('button', { name: say('ui.cancel'), exact: true }).click();
  await new Shell(here.page).open('nav.rehearsals');
  await expect(here.page.getByRole('list', { name: say('nav.rehearsals') })).toBeVisible();
  await look('rehearsals', info);
}

async function todaySettingsPaletteAndLock({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const shell = new Shell(here.page);
  await shell.open('nav.today');
  await expect(here.page.getByText(say('today.kept'))).toBeVisible();
  await look('today', info);
  await shell.open('nav.settings');
  await expect(here.page.getByRole('heading', { level: 2, name: say('settings.appearance'), exact: true })).toBeVisible();
  await look('settings', info);
  for (const part of settingsParts) {
    await here.page.getByRole('navigation', { name: say('settings.title') }).getByRole('link', { name: say(part), exact: true }).click();
    await expect(here.page.getByRole('heading', { level: 2, name: say(part), exact: true })).toBeVisible();
    await look(part.replace('.', '-'), info);
  }
  await here.page.keyboard.press('Control+K');
  await expect(here.page.getByPlaceholder(say('palette.placeholder'))).toBeVisible();
  await look('palette', info);
  await here.page.keyboard.press('Escape');
  await shell.lock();
  await look('lock', info);
}

// What can't be read is proved in store and app, on records that are damaged; here stands how it is told.
async function whatCannotBeRead({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const shell = new Shell(here.page);
  await shell.unlock();
  const readAll = await changeAnswer<string[]>(here.page, 'Rehearsals.Unread', () => ['one', 'two']);
  await shell.open('nav.rehearsals');
  await expect(here.page.getByRole('alert')).toContainText(say('rehearsals.someUnread', { count: 2 }));
  await look('rehearsals-unread', info);
  await here.page.getByRole('button', { name: say('rehearsals.deleteUnread'), exact: true }).click();
  await expect(here.page.getByRole('dialog')).toBeVisible();
  await look('rehearsals-unread-delete', info);
  await here.page.getByRole('dialog').getByRole('button', { name: say('ui.cancel'), exact: true }).click();
  await readAll();
  const readReport = await changeAnswer<object>(here.page, 'Rehearsals.Report', (report) => ({ ...report, unread: 2 }));
  await here.page.getByRole('list', { name: say('nav.rehearsals') }).getByRole('link').first().click();
  await expect(here.page.getByText(say('report.someUnread', { count: 2 }))).toBeVisible();
  await expect(new Report(here.page).star.first()).toBeInViewport();
  await look('report-unread', info);
  await readReport();
}

async function theProgramHasEnded({ here, look, info }: Walk): Promise<void> {
  test.slow();
  const rehearsal = new Rehearsal(here.page);
  await here.page.getByRole('button', { name: say('report.again'), exact: true }).click();
  await rehearsal.begin();
  here.app.watch.expected = [/net::ERR_/]; // what a page says whose program is gone
  await here.app.program.kill();
  await expect(here.page.getByRole('alert').filter({ hasText: say('connection.lostTitle') })).toBeVisible();
  await look('lost', info);
}
