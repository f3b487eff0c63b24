import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Announcer } from './announcer.svelte';
import { Palette } from './palette.svelte';
import { Session } from './session.svelte';
import { SettingsState } from './settings.svelte';
import { Tasks, quietMs } from './tasks.svelte';
import { Toasts, toastMs } from './toasts.svelte';
import { troubleOf } from './trouble';

const status = (state: string, more: object = {}) => ({
  state,
  hasPassphrase: true,
  needsPassphrase: '',
  hasRecoveryKey: false,
  retryAfterMs: 0,
  trouble: '',
  example: false,
  ...more,
});
const running = { version: '0.1.0', shell: 'browser', platform: 'linux' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('trouble', () => {
  test('speaks the sentence of its key, gaps filled', () => {
    const trouble = troubleOf(envelope('invalid', 'import.tooLarge', { params: { maxMb: '20' }, field: 'file' }));
    expect(trouble.sentence).toContain('20 MB');
    expect(trouble).toMatchObject({ field: 'file', canceled: false });
  });
  test('speaks the sentence of its code where the key has none', () => {
    expect(troubleOf(envelope('offline', 'cloud.unheardOf')).sentence).toContain('no network');
  });
  test('that was asked for is no news', () => {
    const toasts = new Toasts();
    toasts.trouble(troubleOf(envelope('canceled', 'fault.canceled')));
    expect(toasts.items).toEqual([]);
  });
});

describe('the session', () => {
  test.each([
    ['none', 'firstRun'],
    ['locked', 'locked'],
    ['unlocked', 'ready'],
    ['wiping', 'wiping'],
  ])('with the vault %s is %s', async (state, phase) => {
    new FakeShell({ System: { Ready: () => running }, Account: { Status: () => status(state) } });
    const session = new Session();
    expect(session.phase).toBe('boot');
    await session.start();
    expect(session.phase).toBe(phase);
  });
  test('that cannot start says why, and can try again', async () => {
    let broken = true;
    new FakeShell({
      System: { Ready: () => running },
      Account: {
        Status: () => {
          if (broken) throw envelope('unavailable', 'store.readOnly');
          return status('locked');
        },
      },
    });
    const session = new Session();
    await session.start();
    expect(session.phase).toBe('broken');
    expect(session.trouble?.key).toBe('store.readOnly');
    broken = false;
    await session.retry();
    expect(session.phase).toBe('locked');
  });
  test('without an app lock opens by itself', async () => {
    let state = 'locked';
    const shell = new FakeShell({
      System: { Ready: () => running },
      Account: { Status: () => status(state, { hasPassphrase: false }), Unlock: () => void (state = 'unlocked') },
    });
    const session = new Session();
    await session.start();
    expect(shell.argsOf('Account.Unlock')).toEqual([['']]);
    expect(session.phase).toBe('ready');
  });
  test('without an app lock shows no lock on its way in, but does when it stays shut', async () => {
    const seen: string[] = [];
    const session = new Session();
    new FakeShell({
      System: { Ready: () => running },
      Account: {
        Status: () => status('locked', { hasPassphrase: false }),
        Unlock: () => {
          seen.push(session.phase);
          throw envelope('unavailable', 'store.readOnly');
        },
      },
    });
    await session.start();
    expect(seen).toEqual(['boot']);
    expect(session.phase).toBe('locked');
  });
  test('follows the events', async () => {
    let state = 'unlocked';
    const shell = new FakeShell({ System: { Ready: () => running }, Account: { Status: () => status(state) } });
    const session = new Session();
    await session.start();
    state = 'locked';
    shell.emit('account:changed', { state, seq: 1 });
    await settle();
    expect(session.phase).toBe('locked');
  });
});

describe('toasts', () => {
  test('leave after a while, trouble stays', () => {
    const toasts = new Toasts();
    toasts.done('Saved');
    toasts.trouble(troubleOf(envelope('internal', 'fault.internal', { ref: 'ab12' })));
    vi.advanceTimersByTime(toastMs);
    expect(toasts.items.map((toast) => toast.ref)).toEqual(['ab12']);
  });
  test('wait while somebody is among them', () => {
    const toasts = new Toasts();
    toasts.done('Saved');
    toasts.pause();
    toasts.done('Saved too');
    vi.advanceTimersByTime(10 * toastMs);
    expect(toasts.items).toHaveLength(2);
    toasts.resume();
    vi.advanceTimersByTime(toastMs);
    expect(toasts.items).toHaveLength(0);
  });
  test('do their action once and go', () => {
    const toasts = new Toasts();
    const run = vi.fn();
    toasts.done('Removed', { label: 'Undo', run });
    const [toast] = toasts.items;
    if (toast) toasts.act(toast);
    expect(run).toHaveBeenCalledOnce();
    expect(toasts.items).toHaveLength(0);
  });
});

describe('tasks', () => {
  test('show themselves once they take long, with progress, and go at the end', async () => {
    const shell = new FakeShell();
    const tasks = new Tasks();
    const done = tasks.run('app.opening', async () => 'a');
    await settle();
    expect(tasks.running).toMatchObject([{ id: 'a', visible: false }]);
    vi.advanceTimersByTime(quietMs);
    shell.emit('task:progress', { taskId: 'a', kind: '', done: 2, total: 5 });
    expect(tasks.running).toMatchObject([{ visible: true, done: 2, total: 5 }]);
    shell.emit('task:done', { taskId: 'a', kind: '', done: 5, total: 5 });
    await expect(done).resolves.toBe('a');
    expect(tasks.running).toEqual([]);
  });
  test('that fail are gone too, and say so', async () => {
    const shell = new FakeShell();
    const tasks = new Tasks();
    const done = tasks.run('app.opening', async () => 'a');
    await settle();
    shell.emit('task:failed', { taskId: 'a', kind: '', done: 0, total: 0, error: envelope('invalid', 'import.noText') });
    await expect(done).rejects.toMatchObject({ key: 'import.noText' });
    expect(tasks.running).toEqual([]);
  });
});

describe('settings', () => {
  test('show a change at once and take it back if it cannot be kept', async () => {
    new FakeShell({
      Settings: {
        Update: () => {
          throw envelope('unavailable', 'store.diskFull');
        },
      },
    });
    const toasts = new Toasts();
    const settings = new SettingsState(toasts);
    const change = settings.change({ density: 'compact' });
    expect(settings.current.density).toBe('compact');
    await change;
    expect(settings.current.density).toBe('comfortable');
    expect(toasts.items).toHaveLength(1);
  });
  /** Settings that are kept when the test says so, with the event that tells of it. */
  function keeping() {
    let kept = { density: 'comfortable', uiScale: 1 };
    const answers: ((refused?: boolean) => void)[] = [];
    const shell = new FakeShell({
      Settings: {
        Get: () => kept,
        Device: () => ({ microphoneId: '' }),
        Appearance: () => ({ theme: 'dark', language: 'en' }),
        Update: (next: typeof kept) =>
          new Promise((resolve, reject) =>
            answers.push((refused = false) => {
              if (refused) return reject(envelope('unavailable', 'store.diskFull'));
              kept = next;
              shell.emit('settings:changed', { id: '', seq: 1 });
              resolve(next);
            }),
          ),
      },
    });
    const settings = new SettingsState(new Toasts());
    settings.follow(() => true);
    const answer = async (refused?: boolean) => {
      await vi.waitFor(() => expect(answers).toHaveLength(1));
      answers.shift()!(refused);
      for (let turns = 0; turns < 5; turns++) await settle();
    };
    return { settings, answer, kept: () => kept };
  }

  test('are kept in the order they were chosen, and none is moved back by what is read meanwhile', async () => {
    const { settings, answer, kept } = keeping();
    const scales = [1.1, 1.25, 1.5];
    const changes = [settings.change({ density: 'compact' })];
    for (const uiScale of scales) {
      changes.push(settings.change({ uiScale }));
      await answer();
      expect([settings.current.density, settings.current.uiScale]).toEqual(['compact', uiScale]);
    }
    await answer();
    await Promise.all(changes);
    expect(kept()).toMatchObject({ density: 'compact', uiScale: 1.5 });
    expect(settings.current).toMatchObject({ density: 'compact', uiScale: 1.5 });
  });
  test('take back what could not be kept and nothing else', async () => {
    const { settings, answer, kept } = keeping();
    const changes = [settings.change({ uiScale: 1.25 }), settings.change({ uiScale: 1.5 }), settings.change({ density: 'compact' })];
    await answer(true);
    expect(settings.current.uiScale).toBe(1.5);
    await answer();
    await answer(true);
    await Promise.all(changes);
    expect(kept()).toMatchObject({ density: 'comfortable', uiScale: 1.5 });
    expect(settings.current).toMatchObject({ density: 'comfortable', uiScale: 1.5 });
  });
  test('read the sealed part again only while it is open', async () => {
    const shell = new FakeShell({ Settings: { Appearance: () => ({ theme: 'dark', language: 'en' }) } });
    const settings = new SettingsState(new Toasts());
    settings.follow(() => false);
    shell.emit('settings:changed', { id: '', seq: 1 });
    await settle();
    expect(settings.appearance.theme).toBe('dark');
    expect(shell.argsOf('Settings.Get')).toEqual([]);
  });
});

test('the palette heeds only the answer to the last question', async () => {
  const answers: ((hits: unknown[]) => void)[] = [];
  new FakeShell({ System: { Search: () => new Promise((resolve) => answers.push(resolve)) } });
  const palette = new Palette();
  const first = palette.search('co');
  const second = palette.search('cor');
  answers[1]?.([{ kind: 'ledger', record: 'r', item: '', title: 'Corvane', text: '' }]);
  answers[0]?.([]);
  await Promise.all([first, second]);
  expect(palette.hits.map((hit) => hit.title)).toEqual(['Corvane']);
});

test('the same words are told twice', () => {
  const announcer = new Announcer();
  announcer.tell('Saved');
  const once = announcer.polite;
  announcer.tell('Saved');
  expect(announcer.polite).not.toBe(once);
});
