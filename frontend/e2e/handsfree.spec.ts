import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit, wide } from './fixtures/audit';
import { elevenOfThisFile, heard, key } from './fixtures/eleven';
import { microphoneOfThisFile } from './fixtures/sound';
import { say } from './fixtures/words';
import { chooseRehearsal } from './kills/room';
import { FirstRun } from './pages/firstRun';
import { Providers } from './pages/providers';
import { Rehearsal } from './pages/rehearsal';
import { Report } from './pages/report';

// Somebody answers aloud: their words are shown meanwhile, and silence ends the answer. Of
// the second answer the words break off, as when an account is used up.
const microphone = microphoneOfThisFile('quiet');
const eleven = elevenOfThisFile('/v1/speech-to-text/realtime:2:live-quota');
const here = appOfThisFile(() => ({ ...microphone.environment(), ...eleven.environment() }));

const answer = 'I led the migration of our billing system. It took six months, and nobody lost a single invoice on the way.';

const rehearsal = () => new Rehearsal(here.page);
const toggle = (name: 'settings.handsFree' | 'providers.captions' | 'room.handsFree') =>
  here.page.getByRole('switch', { name: say(name), exact: true });
const words = () => here.page.getByRole('region', { name: say('room.yourWords') });
const notYet = () => here.page.getByRole('button', { name: say('room.notYet') });

test('words while somebody speaks are offered with who can write them, and are off', async ({}, info) => {
  test.slow();
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.next.click();
  await first.choosePassphrase();
  await first.button(say('recovery.later')).click();
  await first.button(say('first.skip')).click();
  await first.button(say('first.startEmpty')).click();
  const providers = new Providers(here.page);
  await providers.open();
  await expect(toggle('providers.captions')).toHaveCount(0);
  await providers.button('providers.pasteKey').last().click();
  await here.page.getByLabel(say('providers.keyOf', { name: 'ElevenLabs' }), { exact: true }).fill(key);
  await providers.button('providers.saveKey').click();
  await providers.part('providers.scribe').selectOption({ label: 'ElevenLabs' });
  await expect(toggle('providers.captions')).not.toBeChecked();
  await toggle('providers.captions').check();
  await audit(here.page, 'providers-captions', info);
});

test('silence ends nothing unless that is chosen', async ({}, info) => {
  await here.page.getByRole('link', { name: say('settings.rehearsal'), exact: true }).click();
  const silence = here.page.getByLabel(say('settings.silence'), { exact: true });
  await expect(toggle('settings.handsFree')).not.toBeChecked();
  await expect(silence).toHaveCount(0);
  await toggle('settings.handsFree').check();
  await silence.selectOption('6000');
  await audit(here.page, 'settings-handsfree', info);
});

test('words are shown while somebody speaks', async ({}, info) => {
  test.slow();
  await chooseRehearsal(here.page);
  await rehearsal().beginSpeaking();
  await expect(words()).toContainText(say('room.captionsWait'));
  await expect(rehearsal().state).toContainText(say('room.handsFreeNote'));
  const spoken = microphone.say(`${answer} ${answer} ${answer}`);
  await expect(words()).toContainText(heard.split('.')[0]!); // the rest is guessed at while it is said
  await expect(words()).toContainText(say('room.provisional'));
  await audit(here.page, 'room-captions', info);
  await expect(rehearsal().at(1)).toBeVisible();
  await spoken;
});

test('the end of an answer is shown before it comes, and a key keeps it away', async () => {
  await expect(notYet()).toBeVisible();
  await expect(rehearsal().state).toContainText(say('room.ending'));
  await here.page.keyboard.press('w');
  await expect(rehearsal().state).toContainText(say('room.listening'));
  await expect(notYet()).toBeHidden();
});

test('a word more, and silence ends the answer', async ({}, info) => {
  test.slow();
  const asked = (await rehearsal().question.textContent()) ?? '';
  await microphone.say(answer);
  await expect(rehearsal().state).toContainText(say('room.ending'));
  await audit(here.page, 'room-ending', info, [{ width: 1024, height: 700 }]); // the answer doesn't wait for the end of it
  await expect(rehearsal().question.filter({ hasText: asked })).toBeHidden();
  await expect(rehearsal().state).toContainText(say('room.listening'));
});

test('words that break off are told, and the answer is recorded all the same', async ({}, info) => {
  test.slow();
  const spoken = microphone.say(`${answer} ${answer}`);
  await expect(words().getByRole('status')).toContainText(say('room.captionsGone'));
  await expect(words().getByRole('status')).toContainText(say('elevenlabs.quotaExceeded'));
  await expect(rehearsal().state).toContainText(say('room.listening'));
  await audit(here.page, 'room-captions-gone', info, wide);
  await spoken;
});

test('silence ends nothing once that is switched off in the room, by keyboard', async () => {
  test.slow();
  await toggle('room.handsFree').focus();
  await here.page.keyboard.press('Space');
  await expect(toggle('room.handsFree')).not.toBeChecked();
  await expect(rehearsal().state).toContainText(say('room.pausesFine'));
  const asked = (await rehearsal().question.textContent()) ?? '';
  await rehearsal().button(say('room.done')).click();
  await expect(rehearsal().question.filter({ hasText: asked })).toBeHidden();
});

test('the report has the words that came, and offers to have the others written down', async () => {
  test.slow();
  await rehearsal().button(say('room.endEarly')).click();
  await here.page.getByRole('button', { name: say('room.endNow'), exact: true }).click();
  await expect(new Report(here.page).answer).toContainText(heard);
  expect(eleven.elsewhere()).toEqual([]);
});
