import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit } from './fixtures/audit';
import { FakeModel } from './fixtures/model';
import { story } from './fixtures/people';
import { say, saying } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Providers } from './pages/providers';
import { Rehearsal } from './pages/rehearsal';
import { Report } from './pages/report';
import { Shell } from './pages/shell';

// A language model on this computer is set up, scores a rehearsal, fails and lies.
const here = appOfThisFile();
let model: FakeModel;

test.beforeAll(async () => {
  model = await FakeModel.start();
});
test.afterAll(() => model.close());

const scores = () => here.page.getByRole('region', { name: say('score.title'), exact: true });
const haveScored = (key: 'score.have' | 'score.again') => here.page.getByRole('button', { name: say(key), exact: true });

test('nothing is set up at first, and nobody was asked', async ({}, info) => {
  test.slow();
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.next.click();
  await first.choosePassphrase();
  await first.makeRecoveryKey();
  await first.next.click();
  await first.button(say('first.skip')).click();
  await first.button(say('first.startEmpty')).click();
  await new Providers(here.page).open();
  await audit(here.page, 'providers', info);
  expect(model.asked).toHaveLength(0);
});

test('an address that is none is refused at its field', async () => {
  await new Providers(here.page).addServer('not an address');
  await expect(here.page.getByText(say('ai.badAddress'), { exact: true })).toBeVisible();
});

test('a server is added, given a part, and tried', async ({}, info) => {
  const providers = new Providers(here.page);
  await here.page.getByLabel(say('providers.address'), { exact: true }).fill(model.address.replace('/v1', ''));
  await here.page.locator('form').getByRole('button', { name: say('providers.addServer'), exact: true }).click();
  await providers.part('providers.coach').selectOption({ label: model.address.replace('/v1', '') });
  await expect(providers.button('providers.test').first()).toBeEnabled(); // it has one model that can talk
  await providers.button('providers.test').first().click();
  await expect(here.page.getByText(say('providers.works'), { exact: true }).first()).toBeVisible();
  await audit(here.page, 'providers-set', info);
});

test('a rehearsal is scored by it, with the words each level rests on', async ({}, info) => {
  test.slow();
  const rehearsal = new Rehearsal(here.page);
  const report = new Report(here.page);
  await new Shell(here.page).open('nav.rehearsals');
  await here.page.getByRole('link', { name: say('rehearsals.new') }).or(here.page.getByRole('button', { name: say('rehearsals.new') })).first().click();
  await rehearsal.begin();
  await rehearsal.answerUntil(rehearsal.report, story);
  model.asked.length = 0;
  await expect(here.page.getByText(saying('score.estimate')).or(here.page.getByText('It costs about $')).first()).toBeVisible();
  await haveScored('score.have').click();
  await expect(scores()).toContainText(say('score.insufficient'), { timeout: 30_000 });
  await expect(haveScored('score.have')).toBeHidden();
  await expect(report.answer.locator('mark').first()).toContainText(story.split(/\s+/).slice(0, 6).join(' '));
  await expect(here.page.getByRole('region', { name: say('score.advice') })).toContainText('Say first what was at stake');
  expect(model.asked.filter((a) => a.response_format?.json_schema.name === 'rating').length % 3).toBe(0);
  await audit(here.page, 'report-scored', info);
});

test('its levels are in Progress, with what they were made with', async ({}, info) => {
  const report = here.page.url();
  await new Shell(here.page).open('nav.progress');
  const levels = here.page.getByRole('region', { name: say('progress.levels'), exact: true }).first();
  await expect(levels.getByRole('row').filter({ hasText: 'quiet-3b' }).first()).toBeVisible();
  await audit(here.page, 'progress-one-scored', info);
  await here.page.goto(report);
});

test('levels outlive a new page', async () => {
  await here.page.reload();
  await expect(scores()).toContainText(say('score.insufficient'));
});

test('what can not be scored says why, and what was lied about has no level', async () => {
  test.slow();
  const rehearsal = new Rehearsal(here.page);
  await here.page.getByRole('button', { name: say('report.again'), exact: true }).click();
  await rehearsal.begin();
  await rehearsal.answerUntil(rehearsal.report, story);
  model.status = 402;
  await haveScored('score.have').click();
  await expect(here.page.getByText(say('ai.noCredit'), { exact: true }).first()).toBeVisible();
  model.status = 200;
  model.lie = 'I won the company a prize it never had';
  await haveScored('score.again').click();
  await expect(scores()).toContainText(say('scoring.notHeld'), { timeout: 30_000 });
  await expect(here.page.getByText(model.lie)).toHaveCount(0);
  await expect(here.page.getByRole('region', { name: say('score.advice') })).toHaveCount(0);
});

test('a limit stops before it is passed', async () => {
  test.slow();
  const providers = new Providers(here.page);
  const rehearsal = new Rehearsal(here.page);
  await providers.open();
  const limit = here.page.getByLabel(say('providers.limit'), { exact: true });
  await limit.fill('much');
  await providers.button('providers.setLimit').click();
  await expect(here.page.getByText(say('provider.badLimit'), { exact: true })).toBeVisible();
  await limit.fill('0.2'); // less than the most that the next question can cost, beside what was spent
  await providers.button('providers.setLimit').click();
  await expect(providers.button('providers.setLimit')).toBeDisabled();
  await new Shell(here.page).open('nav.rehearsals');
  await here.page.getByRole('link', { name: say('rehearsals.new') }).or(here.page.getByRole('button', { name: say('rehearsals.new') })).first().click();
  await rehearsal.begin();
  await rehearsal.answerUntil(rehearsal.report, story);
  model.asked.length = 0;
  await haveScored('score.have').click();
  await expect(here.page.getByText(say('provider.limitReached'), { exact: true }).first()).toBeVisible();
  expect(model.asked).toHaveLength(0);
});

test('removing the server takes it out of its part', async () => {
  const providers = new Providers(here.page);
  await providers.open();
  await here.page.getByRole('button', { name: saying('providers.removeOne') }).click();
  await expect(providers.part('providers.coach')).toHaveValue('');
  await expect(here.page.getByRole('button', { name: saying('providers.removeOne') })).toHaveCount(0);
});
