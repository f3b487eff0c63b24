import { expect, test, vi } from 'vitest';
import { type Bound, FakeShell, envelope, settle } from '../testkit/shell';
import { Providers } from './providers.svelte';
import { Tasks } from './tasks.svelte';

const none = { entries: [], choices: {}, privacy: { allowTraining: false, zeroRetention: false }, sealed: false, monthlyUsd: 0, spentUsd: 0 };

/** Providers over a Go side whose tasks are done at once, or fail with an error. */
function over(answers: Bound['Providers'], error?: object) {
  const shell = new FakeShell({
    Providers: { Get: () => none, ...answers },
    System: { Task: () => ({ state: error ? 'failed' : 'done', error }) },
  });
  return { shell, providers: new Providers(new Tasks()) };
}

test('nobody is asked anything by looking', async () => {
  const { shell, providers } = over({});
  const stop = providers.follow();
  await settle();
  shell.emit('providers:changed', { id: '', seq: 1 });
  await settle();
  stop();
  expect(shell.calls.map(({ method }) => method)).toEqual(['Providers.Get', 'Providers.Get']);
  expect(providers.view).toEqual(none);
  expect(providers.outcome('openrouter')).toEqual({ busy: false, done: false });
});

test('a key that works shows what is left of it', async () => {
  const { providers } = over({ StartSaveKey: () => 't1', Account: () => ({ label: 'mine', leftUsd: 2, free: false }) });
  expect(await providers.saveKey('openrouter', 'sk-1')).toBe(true);
  expect(providers.outcome('key openrouter').account?.leftUsd).toBe(2);
  expect(providers.last).toBe('key openrouter');
});

test('a refused key says why, and nothing of the last good one', async () => {
  const { providers } = over({ StartSaveKey: () => 't1' }, envelope('denied', 'ai.invalidKey'));
  expect(await providers.saveKey('openrouter', 'sk-1')).toBe(false);
  const { done, account, trouble } = providers.outcome('key openrouter');
  expect([done, account, trouble?.key]).toEqual([false, undefined, 'ai.invalidKey']);
});

test('a provider is asked for its models once, and again when it is to be', async () => {
  const models = vi.fn(() => [{ id: 'm', name: '', structured: true, mustThink: false, rough: false }]);
  const { shell, providers } = over({ StartModels: () => 't1', Models: models });
  await providers.list('p', 'coach');
  await providers.list('p', 'coach');
  expect(shell.argsOf('Providers.StartModels')).toEqual([['p', 'coach']]);
  await providers.list('p', 'scribe');
  providers.forget('p', 'coach');
  await providers.list('p', 'coach');
  expect(models).toHaveBeenCalledTimes(3);
});

test('a choice that can not be kept says so at its part', async () => {
  const { providers } = over({
    Choose: () => {
      throw envelope('unavailable', 'store.diskFull');
    },
  });
  await providers.choose('coach', { providerId: 'p', model: 'm', mustThink: false });
  expect(providers.outcome('coach').trouble?.key).toBe('store.diskFull');
});

test('what nobody tells a price of has no estimate', async () => {
  const { providers } = over({ Estimate: () => null });
  expect(await providers.estimate([100])).toBeUndefined();
});
