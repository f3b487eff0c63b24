import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Announcer } from './announcer.svelte';
import { AutoLock } from './autoLock.svelte';
import { Countdown } from './countdown.svelte';
import { FirstRun } from './firstrun.svelte';
import { LockScreen } from './lock.svelte';
import { Router } from './router.svelte';
import { Session } from './session.svelte';
import { SettingsState } from './settings.svelte';
import { Toasts } from './toasts.svelte';

const status = (more: object = {}) => ({
  state: 'none',
  hasPassphrase: false,
  needsPassphrase: '',
  hasRecoveryKey: false,
  retryAfterMs: 0,
  trouble: '',
  example: false,
  ...more,
});

const refuse =
  (code: string, key: string, more: object = {}) =>
  () => {
    throw envelope(code, key, more);
  };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session that has read its state once. */
async function sessionOf(view: object): Promise<Session> {
  const session = new Session();
  session.account = status(view);
  return session;
}

async function firstRun(bound: object = {}, view: object = {}) {
  let now = status(view);
  const shell = new FakeShell({
    Account: {
      Status: () => now,
      ConfirmAge: () => undefined,
      Create: (passphrase: string) =>
        void (now = status({ state: 'unlocked', hasPassphrase: passphrase !== '' })),
      ...bound,
    },
  });
  const session = await sessionOf(view);
  return { run: new FirstRun(session, new Router()), session, shell };
}

describe('the date question', () => {
  test('sends year, month and day, and goes on', async () => {
    const { run, shell } = await firstRun();
    [run.day, run.month, run.year] = ['5', '3', '1980'];
    await run.confirmAge();
    expect(shell.argsOf('Account.ConfirmAge')).toEqual([[1980, 3, 5]]);
    expect(run.step).toBe('begin');
  });
  test.each([
    ['', '', ''],
    ['five', '3', '1980'],
    ['-1', '3', '1980'],
  ])('sends %s.%s.%s as no day of any calendar', async (day, month, year) => {
    const { run, shell } = await firstRun({
      ConfirmAge: refuse('invalid', 'account.noSuchDay', { field: 'birthday' }),
    });
    [run.day, run.month, run.year] = [day, month, year];
    await run.confirmAge();
    expect(shell.argsOf('Account.ConfirmAge')[0]).toContain(0);
    expect(run.step).toBe('age');
    expect(run.trouble?.sentence).toContain('no such day');
  });
  test('refuses kindly, forgets the date and offers no way on or back', async () => {
    const { run, shell } = await firstRun({ ConfirmAge: refuse('denied', 'account.underAge') });
    [run.day, run.month, run.year] = ['5', '3', '2018'];
    await run.confirmAge();
    expect(run.step).toBe('refused');
    expect([run.day, run.month, run.year]).toEqual(['', '', '']);
    run.back();
    expect(run.step).toBe('refused');
    expect(shell.calls.map((call) => call.method)).toEqual(['Account.ConfirmAge']);
  });
});

describe('the first run', () => {
  test.each([
    ['new', 'lock'],
    ['restore', 'restore'],
  ] as const)('begins %s with %s', async (beginning, step) => {
    const { run } = await firstRun();
    run.beginning = beginning;
    await run.begin();
    expect(run.step).toBe(step);
    run.back();
    expect(run.step).toBe('begin');
  });
  test('makes no profile while the two passphrases differ', async () => {
    const { run, shell } = await firstRun();
    run.locks = true;
    [run.passphrase, run.again] = ['correct horse', 'correct house'];
    await run.create();
    expect(run.errorAt('again')).not.toBe('');
    expect(shell.argsOf('Account.Create')).toEqual([]);
  });
  test('makes a profile without a lock unless one is wanted', async () => {
    const { run, shell, session } = await firstRun();
    run.passphrase = 'typed before changing my mind';
    await run.create();
    expect(shell.argsOf('Account.Create')).toEqual([['']]);
    expect(run.step).toBe('recovery');
    expect(session.phase).toBe('firstRun');
    expect(run.passphrase).toBe('');
  });
  test('sends the passphrase where there must be one', async () => {
    const { run, shell } = await firstRun({}, { needsPassphrase: 'vault.keyringUnavailable' });
    [run.passphrase, run.again] = ['correct horse', 'correct horse'];
    await run.create();
    expect(shell.argsOf('Account.Create')).toEqual([['correct horse']]);
  });
  test('never goes back to the lock once the profile is made', async () => {
    const { run } = await firstRun();
    await run.create();
    run.back();
    expect(run.step).toBe('recovery');
    run.leaveRecovery();
    expect(run.step).toBe('profile');
  });
  test('asks for the two groups and hands them over', async () => {
    const { run, shell } = await firstRun({
      NewRecoveryKey: () => ({ groups: ['AAAA', 'BBBB', 'CCCC'], ask: [0, 2] }),
      ConfirmRecoveryKey: () => undefined,
    });
    await run.recovery.make();
    run.recovery.check();
    run.recovery.typed[0] = 'AAAA';
    run.recovery.typed[2] = 'CCCC';
    await run.recovery.confirm();
    expect(shell.argsOf('Account.ConfirmRecoveryKey')).toEqual([
      [
        [
          { group: 0, text: 'AAAA' },
          { group: 2, text: 'CCCC' },
        ],
      ],
    ]);
    expect(run.recovery).toMatchObject({ stage: 'done', key: undefined });
  });
  test('keeps the key on screen when a group is wrong', async () => {
    const { run } = await firstRun({
      NewRecoveryKey: () => ({ groups: ['AAAA'], ask: [0] }),
      ConfirmRecoveryKey: refuse('invalid', 'vault.recoveryMismatch', { field: 'recoveryKey' }),
    });
    await run.recovery.make();
    run.recovery.check();
    await run.recovery.confirm();
    expect(run.recovery.stage).toBe('check');
    expect(run.recovery.trouble?.sentence).toContain('not the ones shown');
    run.leaveRecovery();
    expect(run.recovery.key).toBeUndefined();
  });
});

describe('a countdown', () => {
  test('counts whole seconds and ends once', () => {
    let over = 0;
    const countdown = new Countdown(() => over++);
    countdown.start(1500);
    expect(countdown.seconds).toBe(2);
    vi.advanceTimersByTime(1000);
    expect(countdown.seconds).toBe(1);
    vi.advanceTimersByTime(5000);
    expect([countdown.seconds, over]).toEqual([0, 1]);
  });
  test('that is stopped is not over', () => {
    const over = vi.fn();
    const countdown = new Countdown(over);
    countdown.start(1000);
    countdown.stop();
    vi.advanceTimersByTime(5000);
    expect(over).not.toHaveBeenCalled();
  });
});

describe('the lock screen', () => {
  async function locked(unlock: () => unknown, retryAfterMs = 0) {
    const shell = new FakeShell({
      Account: {
        Status: () => status({ state: 'locked', hasPassphrase: true, retryAfterMs }),
        Unlock: unlock,
        Recover: () => undefined,
      },
    });
    const announcer = new Announcer();
    const lock = new LockScreen(await sessionOf({ state: 'locked', hasPassphrase: true }), announcer);
    return { lock, shell, announcer };
  }

  test('keeps a wrong passphrase to be put right, and waits as long as it is told', async () => {
    const { lock, shell, announcer } = await locked(refuse('denied', 'vault.wrongPassphrase'), 4000);
    lock.passphrase = 'wrong';
    await lock.unlock();
    expect(lock.passphrase).toBe('wrong');
    expect(lock.errorAt('passphrase')).toContain('not the passphrase');
    expect(lock.wait.seconds).toBe(4);
    expect(announcer.polite).toContain('4 s');
    await lock.unlock();
    expect(shell.argsOf('Account.Unlock')).toHaveLength(1);
    vi.advanceTimersByTime(4000);
    expect(announcer.polite).toContain('now');
    await lock.unlock();
    expect(shell.argsOf('Account.Unlock')).toHaveLength(2);
  });
  test('is silent between the beginning and the end of the wait', async () => {
    const { lock, announcer } = await locked(refuse('rate_limited', 'vault.tooSoon', { retryAfterMs: 8000 }));
    await lock.unlock();
    const told = announcer.polite;
    vi.advanceTimersByTime(5000);
    expect(lock.wait.seconds).toBe(3);
    expect(announcer.polite).toBe(told);
  });
  test('forgets the passphrase once it was right', async () => {
    const { lock } = await locked(() => undefined);
    lock.passphrase = 'right';
    await lock.unlock();
    expect(lock.passphrase).toBe('');
  });
  test('does not carry the word about a passphrase over to the recovery key', async () => {
    const { lock } = await locked(refuse('denied', 'vault.wrongPassphrase'));
    const trying = lock.unlock();
    lock.choose('recovery');
    await trying;
    expect(lock.trouble).toBeUndefined();
  });
  test('recovers only when the two new passphrases agree', async () => {
    const { lock, shell } = await locked(() => undefined);
    lock.choose('recovery');
    [lock.recoveryKey, lock.nextPassphrase, lock.again] = ['KEY', 'one passphrase', 'another'];
    await lock.recover();
    expect(lock.errorAt('again')).not.toBe('');
    lock.again = 'one passphrase';
    await lock.recover();
    expect(shell.argsOf('Account.Recover')).toEqual([['KEY', 'one passphrase']]);
  });
});

describe('locking by itself', () => {
  async function open(view: object = {}, lockAfterMin = 10) {
    const shell = new FakeShell({
      Account: { Lock: () => undefined, Status: () => status({ state: 'locked', hasPassphrase: true }) },
      Settings: { Update: (next: object) => next },
    });
    const toasts = new Toasts();
    const settings = new SettingsState(toasts);
    await settings.change({ lockAfterMin });
    const session = await sessionOf({ state: 'unlocked', hasPassphrase: true, ...view });
    const auto = new AutoLock(session, settings, toasts);
    const stop = auto.start();
    auto.opened();
    return { auto, shell, session, stop, locks: () => shell.argsOf('Account.Lock').length };
  }
  const minutes = (n: number) => vi.advanceTimersByTime(n * 60_000);

  test('happens after the minutes without input, and says so', async () => {
    const { auto, locks, session, stop } = await open();
    minutes(9.9);
    expect(locks()).toBe(0);
    minutes(0.2);
    await settle();
    expect(locks()).toBe(1);
    expect(session.phase).toBe('locked');
    expect(auto.lockedAfterMin).toBe(10);
    stop();
  });
  test.each(['keydown', 'pointerdown', 'pointermove', 'wheel'])('is put off by a %s', async (sign) => {
    const { locks, stop } = await open();
    minutes(9);
    window.dispatchEvent(new Event(sign));
    minutes(9);
    expect(locks()).toBe(0);
    stop();
  });
  test('is put off by a voice and not by silence', async () => {
    const { locks, shell, stop } = await open();
    minutes(9);
    shell.emit('microphone:level', { level: 0.5 });
    minutes(9);
    expect(locks()).toBe(0);
    shell.emit('microphone:level', { level: 0.01 });
    minutes(2);
    expect(locks()).toBe(1);
    stop();
  });
  test('is not put off by the first touch after a long sleep', async () => {
    const { locks, stop } = await open();
    vi.setSystemTime(Date.now() + 3_600_000);
    window.dispatchEvent(new Event('keydown'));
    minutes(0.1);
    expect(locks()).toBe(1);
    stop();
  });
  test.each([
    ['without a passphrase', { hasPassphrase: false }, 10],
    ['when it is locked already', { state: 'locked' }, 10],
    ['when it is switched off', {}, 0],
  ])('does not happen %s', async (_, view, after) => {
    const { locks, stop } = await open(view, after);
    minutes(300);
    expect(locks()).toBe(0);
    stop();
  });
});
