import { setTimeout as pass } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { Dice } from './fixtures/dice';
import { soundOfThisFile } from './fixtures/sound';
import { say } from './fixtures/words';
import { Author } from './kills/author';
import { furnish, inLedger, inStudio } from './kills/desks';
import type { Person } from './kills/person';
import { Speaker } from './kills/speaker';
import { Typist } from './kills/typist';
import { Writer } from './kills/writer';
import { FirstRun } from './pages/firstRun';
import { Shell } from './pages/shell';

// The program is killed while somebody works in the page, and started again. Whatever the
// page had shown as kept must be there; a rehearsal goes on at its question. Who works and
// what is confirmed is told in kills/; KILLS_CHROMIUM says how often, KILLS_SEED at which moments.
const kills = Number(process.env.KILLS_CHROMIUM ?? 6);
const dice = new Dice(process.env.KILLS_SEED);

/** The calls that keep something, or say how much sound there is. */
const keeping = /\/(Career\.(Save\w+|UpdateBasics)|Resumes\.Reword|Rehearsals\.(SaveDraft|Done|Room))$/;

const sound = soundOfThisFile();
const here = appOfThisFile(sound);
const writer = new Writer();
const speaker = new Speaker();
const studio = new Author('wording a résumé', inStudio);
const ledger = new Author('writing about themselves', inLedger);
const people: Person[] = [writer, new Typist(), studio, speaker, ledger, studio];

test('the first run', async () => {
  console.log(`kills with seed ${dice.seed}`);
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.next.click();
  await first.choosePassphrase();
  await first.button(say('recovery.later')).click();
  await first.button(say('first.skip')).click();
  await first.button(say('first.startEmpty')).click();
  await writer.begin(here.page);
  await furnish(here.page);
  here.app.watch.expected = [/net::ERR_/]; // what a page says whose program is gone
});

for (let n = 0; n < kills; n++) {
  const person = people[n % people.length]!;
  test(`kill ${n + 1} of ${kills}, ${person.does}`, async () => {
    test.slow();
    await person.prepare(here.page);
    const over = person.work(here.page, new Dice(`${dice.seed}/${n}`));
    const stopped = over.then(() => Promise.reject(new Error('The work ended before the program did.')));
    await Promise.race([moment(), stopped]);
    stopped.catch(() => undefined);
    await here.app.program.kill();
    await over;
    await reopen();
    await person.check(here.page);
    if (person !== writer) await writer.check(here.page);
  });
}

test('something was confirmed before each kill', () => {
  const confirmed = [...new Set(people)].map(({ does, confirmed }) => `${does}: ${confirmed}`).join(', ');
  console.log(
    `${kills} kills (seed ${dice.seed}), none of what was confirmed lost: ${confirmed};`,
    `${(speaker.heardMs / 1000).toFixed(1)} s of sound, at worst ${speaker.worstMs} ms lost by one kill;`,
    `of letters, at worst those of the last ${Math.max(studio.worstMs, ledger.worstMs)} ms before it`,
  );
  for (const person of people.slice(0, kills)) expect(person.confirmed, person.does).toBeGreaterThan(0);
});

/**
 * Once something has been kept: half the kills come when the next thing has just been sent,
 * where a mistake would show, half at any moment.
 */
async function moment(): Promise<void> {
  let left = 2 + dice.below(4);
  await here.page.waitForRequest((request) => keeping.test(request.url()) && --left === 0, {
    timeout: 60_000,
  });
  await pass(dice.below(dice.below(2) === 0 ? 30 : 4000));
}

/** Starts the program again on the same profile, in a page that remembers nothing. */
async function reopen(): Promise<void> {
  await here.page.context().close();
  await here.app.start();
  await new Shell(here.page).unlock();
}
