import { type Locator, expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit } from './fixtures/audit';
import { germanFollowUp, germanQuestion } from './fixtures/german';
import { FakeModel } from './fixtures/model';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Providers } from './pages/providers';
import { Rehearsal } from './pages/rehearsal';
import { Shell } from './pages/shell';

// A rehearsal in German: without anybody who could translate, with somebody who fails, who is
// called off, and who does it; and how much is asked.
const here = appOfThisFile();
let model: FakeModel;

test.beforeAll(async () => {
  model = await FakeModel.start();
});
test.afterAll(() => model.close());

const language = () => here.page.getByLabel(say('setup.language'), { exact: true });
const difficulty = (key: 'setup.gentle' | 'setup.usual' | 'setup.probing') => here.page.getByRole('radio', { name: say(key), exact: true });
const translations = () => model.asked.filter((asked) => asked.response_format?.json_schema.name === 'translation');

async function setUp(): Promise<Rehearsal> {
  await new Shell(here.page).open('nav.rehearsals');
  await here.page.getByRole('link', { name: say('rehearsals.new') }).or(here.page.getByRole('button', { name: say('rehearsals.new') })).first().click();
  const rehearsal = new Rehearsal(here.page);
  await rehearsal.choice(say('ready.typed')).check();
  await rehearsal.choice(say('rehearsals.questions', { count: 3 })).check();
  return rehearsal;
}

const german = () => language().selectOption({ label: 'Deutsch' });
const story = 'Im März fiel die Maschine aus, und ich habe den Fehler gesucht und nach zwei Tagen auch gefunden.';

/** Comes to something by the keyboard alone. */
async function tabTo(target: Locator): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await here.page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('without a model the bank’s own language is offered, and how to have others', async ({}, info) => {
  test.slow();
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.next.click();
  await first.choosePassphrase();
  await first.makeRecoveryKey();
  await first.next.click();
  await first.button(say('first.skip')).click();
  await first.button(say('first.startEmpty')).click();
  await setUp();
  await expect(language().locator('option')).toHaveText(['English']);
  await expect(here.page.getByText(say('setup.noTranslator'))).toBeVisible();
  await expect(difficulty('setup.usual')).toBeChecked();
  await audit(here.page, 'languages-none', info);
  await here.page.getByRole('link', { name: say('setup.noTranslatorLink') }).click();
  await expect(here.page.getByRole('heading', { name: say('providers.parts'), exact: true })).toBeVisible();
});

test('with a model ten are offered, and it is said who gets what for how much', async ({}, info) => {
  const providers = new Providers(here.page);
  await providers.open();
  await providers.addServer(model.address.replace('/v1', ''));
  await providers.part('providers.coach').selectOption({ label: model.address.replace('/v1', '') });
  await expect(providers.button('providers.test').first()).toBeEnabled();
  model.asked.length = 0;
  await setUp();
  await expect(language().locator('option')).toHaveCount(10);
  await tabTo(language());
  await here.page.keyboard.type('Deu');
  await here.page.keyboard.press('Tab');
  await expect(language()).toHaveValue('de');
  await expect(here.page.getByText('quiet-3b at')).toContainText('into German');
  await expect(here.page.getByText('quiet-3b at')).toContainText('It costs about $0.0');
  await expect(here.page.getByText(say('setup.lessMeasured', { language: 'German' }))).toBeVisible();
  await expect(difficulty('setup.usual')).toBeFocused();
  await here.page.keyboard.press('ArrowRight');
  await expect(here.page.getByText(say('setup.probingText'))).toBeVisible();
  await audit(here.page, 'languages-german', info);
  expect(model.asked).toHaveLength(0);
});

test('a provider that fails begins nothing, and English is at hand', async ({}, info) => {
  const rehearsal = await setUp();
  await german();
  model.status = 402;
  await rehearsal.button(say('ready.start')).click();
  await expect(here.page.getByText(say('setup.untranslated', { language: 'German' }))).toContainText(say('ai.noCredit'));
  await audit(here.page, 'languages-failed', info);
  model.status = 200;
  await rehearsal.button(say('setup.inEnglish')).click();
  await expect(language()).toHaveValue('en');
  await expect(here.page.getByText(say('ai.noCredit'))).toBeHidden();
  expect(translations()).toHaveLength(0);
});

test('translating is seen, and called off', async ({}, info) => {
  const rehearsal = await setUp();
  await german();
  let go = () => {};
  model.hold = new Promise((resolve) => (go = resolve));
  await rehearsal.button(say('ready.start')).click();
  await expect(here.page.getByText(say('setup.translating')).first()).toBeVisible();
  await audit(here.page, 'languages-translating', info);
  await rehearsal.button(say('ui.cancel')).click();
  await expect(here.page.getByText(say('setup.translating'))).toHaveCount(0);
  await expect(language()).toHaveValue('de');
  go();
  model.hold = undefined;
  await expect(rehearsal.button(say('ready.start'))).toBeEnabled();
});

test('questions arrive in German, and a model asks further in German', async ({}, info) => {
  test.slow();
  const rehearsal = await setUp();
  await german();
  model.asked.length = 0;
  await rehearsal.begin();
  await expect(rehearsal.question).toContainText(germanQuestion);
  await expect(rehearsal.question).toHaveAttribute('lang', 'de');
  await audit(here.page, 'languages-room', info);
  const sent = translations().map((asked) => asked.messages.at(-1)!.content).join('\n');
  expect(sent).toContain('"kind": "question"');
  await rehearsal.answer(story);
  await expect(rehearsal.question).toHaveText(germanFollowUp);
  await rehearsal.answerUntil(rehearsal.report, story);
  await expect(here.page.getByText(say('star.unknown', { language: 'German' })).first()).toBeVisible();
  await expect(here.page.getByText('Questions put into German by quiet-3b').first()).toBeVisible();
  await audit(here.page, 'languages-report', info);
});

test('gentle asks no follow-ups, of an answer that leaves out nearly everything', async () => {
  const rehearsal = await setUp();
  await difficulty('setup.gentle').check();
  model.asked.length = 0;
  await rehearsal.begin();
  await rehearsal.answer('In March our machine broke down and it was a hard week for everybody who worked there.');
  await expect(rehearsal.at(2)).toBeVisible();
  expect(translations()).toHaveLength(0);
});
