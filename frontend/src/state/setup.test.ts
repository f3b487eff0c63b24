import { expect, test } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Providers } from './providers.svelte';
import { Setup } from './setup.svelte';
import { Tasks } from './tasks.svelte';

const english = { code: 'en', name: 'English', builtIn: true, hasVoice: true, heard: true, checklist: true };
const german = { code: 'de', name: 'Deutsch', builtIn: false, hasVoice: false, heard: false, checklist: false };

/** What System.Task says of the work that puts questions into another language. */
type Ending = { state: 'done' } | { state: 'running' } | { state: 'failed'; error: object };

/** A set-up that has read what there is, and its Go side. */
async function over(ending: Ending, hasTranslator = true, cast: object = {}) {
  const shell = new FakeShell({
    Rehearsals: {
      Setup: () => ({ personas: [{ id: 'imogen', name: 'Imogen', description: '' }], lengths: [], hasVoice: true, languages: [english, german], hasTranslator }),
      Microphones: () => [],
      StopMicrophoneCheck: () => {},
      Plan: () => ({ id: 'ours' }),
      StartPlan: () => 't1',
      Planned: () => ({ id: 'theirs' }),
    },
    Postings: { List: () => [] },
    Career: { Get: () => ({ work: [] }) },
    System: { Task: () => ending, CancelTask: () => {} },
    Providers: { Get: () => ({ entries: [], choices: {}, captions: false, ...cast }) },
  });
  const tasks = new Tasks();
  const providers = new Providers(tasks);
  await providers.load();
  const setup = new Setup(tasks, providers);
  const leave = setup.follow();
  await setup.load('', '');
  return { shell, setup, leave };
}

test('without somebody who translates only our own language is offered', async () => {
  const { setup } = await over({ state: 'done' }, false);
  expect(setup.languages.map(({ code }) => code)).toEqual(['en']);
  expect(setup.foreign).toBe(false);
});

test('with somebody who translates every language is offered, and what it lacks is known', async () => {
  const { setup } = await over({ state: 'done' });
  expect(setup.languages.map(({ code }) => code)).toEqual(['en', 'de']);
  expect([setup.foreign, setup.hasVoice, setup.unheard]).toEqual([false, true, false]);
  setup.mode = 'spoken';
  setup.language = 'de';
  expect([setup.foreign, setup.hasVoice, setup.unheard]).toEqual([true, false, true]);
  setup.mode = 'typed';
  expect(setup.unheard).toBe(false);
});

test('our own questions are planned without asking anybody', async () => {
  const { shell, setup } = await over({ state: 'done' });
  setup.difficulty = 'gentle';
  expect(await setup.plan()).toBe('ours');
  expect(shell.argsOf('Rehearsals.Plan')).toEqual([
    [{ postingId: '', personaId: 'imogen', length: 6, factIds: [], feedback: 'real', language: 'en', difficulty: 'gentle', live: false, competencies: [] }],
  ]);
  expect(shell.argsOf('Rehearsals.StartPlan')).toEqual([]);
});

test('questions in another language are waited for', async () => {
  const { shell, setup } = await over({ state: 'running' });
  setup.language = 'de';
  setup.difficulty = 'probing';
  const planned = setup.plan();
  await settle();
  shell.emit('task:progress', { taskId: 't1', kind: 'plan', done: 20, total: 60, error: null });
  expect([setup.busy, setup.translating?.done, setup.translating?.total]).toEqual([true, 20, 60]);
  shell.emit('task:done', { taskId: 't1', kind: 'plan', done: 60, total: 60, error: null });
  expect(await planned).toBe('theirs');
  expect(shell.argsOf('Rehearsals.StartPlan')[0]).toEqual([expect.objectContaining({ language: 'de', difficulty: 'probing' })]);
  expect(shell.argsOf('Rehearsals.Planned')).toEqual([['t1']]);
  expect(shell.argsOf('Rehearsals.Plan')).toEqual([]);
  expect([setup.busy, setup.translating]).toEqual([false, undefined]);
});

test('a provider that fails is told of, and our own questions can be had instead', async () => {
  const { setup } = await over({ state: 'failed', error: envelope('offline', 'ai.unreachable') });
  setup.language = 'de';
  expect(await setup.plan()).toBeUndefined();
  expect([setup.trouble?.key, setup.untranslated, setup.busy]).toEqual(['ai.unreachable', true, false]);
  setup.askOurOwn();
  expect([setup.trouble, setup.untranslated, setup.language]).toEqual([undefined, false, 'en']);
  expect(await setup.plan()).toBe('ours');
});

test.each(['a cancel', 'leaving'] as const)('%s calls it off, which is no trouble', async (how) => {
  const { shell, setup, leave } = await over({ state: 'running' });
  setup.language = 'de';
  const planned = setup.plan();
  await settle();
  if (how === 'leaving') leave();
  else await setup.cancel();
  expect(shell.argsOf('System.CancelTask')).toEqual([['t1']]);
  shell.emit('task:failed', { taskId: 't1', kind: 'plan', done: 0, total: 0, error: envelope('canceled', 'fault.canceled') });
  expect(await planned).toBeUndefined();
  expect([setup.trouble, setup.busy, setup.language]).toEqual([undefined, false, 'de']);
});

const coach = { choices: { coach: { providerId: 'openrouter', model: 'm' } } };
const withScribe = { choices: { ...coach.choices, scribe: { providerId: 'elevenlabs', model: 's' } } };

/** Whether helpers take part, as it is shown and as it is planned. */
async function live({ shell, setup }: Awaited<ReturnType<typeof over>>): Promise<boolean> {
  await setup.plan();
  const [wish] = shell.argsOf('Rehearsals.Plan').at(-1) as [{ live: boolean }];
  expect(wish.live).toBe(setup.live);
  return setup.live;
}

test('a coach takes part by itself where it gets anything, and only there', async () => {
  const planned = await over({ state: 'done' }, true, coach);
  const { setup } = planned;
  expect(setup.mode).toBe('typed'); // there is no microphone
  expect(await live(planned)).toBe(true);
  setup.mode = 'spoken';
  expect(await live(planned)).toBe(false);
  setup.mode = 'typed';
  setup.difficulty = 'gentle';
  expect(await live(planned)).toBe(false);
});

test('helpers that were declined stay away, and those that were wanted get nothing they could not use', async () => {
  const planned = await over({ state: 'done' }, true, withScribe);
  const { setup } = planned;
  setup.mode = 'spoken';
  expect(await live(planned)).toBe(true);
  setup.live = false;
  expect(await live(planned)).toBe(false);
  setup.live = true;
  setup.mode = 'typed';
  setup.difficulty = 'gentle';
  expect(await live(planned)).toBe(false);
  setup.mode = 'spoken';
  expect(await live(planned)).toBe(true); // to be written down
});

test('captions hear what is spoken, whether helpers were wanted or not', async () => {
  const { setup } = await over({ state: 'done' }, true, { ...withScribe, captions: true });
  setup.mode = 'spoken';
  setup.live = false;
  expect([setup.partners.hears, setup.partners.writes]).toEqual(['elevenlabs', '']);
  setup.mode = 'typed';
  expect(setup.partners.hears).toBe('');
});

test('there is nothing to call off where nothing goes on', async () => {
  const { shell, setup } = await over({ state: 'done' });
  await setup.cancel();
  expect(shell.argsOf('System.CancelTask')).toEqual([]);
});
