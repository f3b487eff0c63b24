import { describe, expect, test, vi } from 'vitest';
import { emptyLists } from '../testkit/ledger';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { ClockDoubt } from './clockDoubt.svelte';
import { History } from './history.svelte';
import { MicrophoneCheck } from './microphoneCheck.svelte';
import { Privacy } from './privacy.svelte';
import { ProfileForm } from './profile.svelte';
import { Restoring } from './restore.svelte';
import { Security } from './security.svelte';
import { Session } from './session.svelte';
import { Tasks } from './tasks.svelte';
import { Toasts } from './toasts.svelte';
import { Today } from './today.svelte';

const refuse = (code: string, key: string) => () => {
  throw envelope(code, key);
};

describe('today', () => {
  const ledger = emptyLists();
  const rehearsal = (id: string, phase: string, startedAt = '', finished = phase === 'reported') => ({ id, phase, finished, startedAt, for: '' });
  async function today(holds: { ledger?: object; postings?: object[]; rehearsals?: object[] }) {
    new FakeShell({
      Career: { Get: () => ({ ...ledger, ...holds.ledger }) },
      Postings: { List: () => holds.postings ?? [] },
      Rehearsals: { List: () => ({ items: holds.rehearsals ?? [], total: 0 }) },
    });
    const state = new Today();
    await state.load();
    return state;
  }

  test('asks for facts first', async () => {
    expect((await today({})).next).toBe('facts');
  });
  test('counts entries and achievements as facts', async () => {
    const state = await today({ ledger: { work: [{ highlights: [{}, {}] }], skills: [{}] } });
    expect([state.facts, state.next]).toEqual([4, 'posting']);
  });
  test('takes a rehearsal for done when it has a report', async () => {
    const holds = { ledger: { skills: [{}] }, postings: [{ title: 'Nurse' }] };
    expect((await today({ ...holds, rehearsals: [rehearsal('a', 'planned')] })).next).toBe('rehearsal');
    expect((await today({ ...holds, rehearsals: [rehearsal('a', 'reported')] })).next).toBeUndefined();
    expect((await today({ ...holds, rehearsals: [rehearsal('a', 'interrupted', '2026-01-01', true)] })).next).toBeUndefined();
  });
  test('offers what was interrupted before what was only planned, and both before a report', async () => {
    const all = [
      rehearsal('new', 'planned'),
      rehearsal('broken', 'paused', '2026-01-01'),
      rehearsal('old', 'reported'),
    ];
    const state = await today({ rehearsals: all });
    expect([state.open?.id, state.last?.id]).toEqual(['broken', 'old']);
  });
  test('says why when something cannot be read', async () => {
    new FakeShell({ Career: { Get: refuse('unavailable', 'store.diskError') } });
    const state = new Today();
    await state.load();
    expect([state.loaded, state.trouble?.key]).toEqual([false, 'store.diskError']);
  });
});

describe('security', () => {
  function security(bound: { Account?: object; Privacy?: object } = {}) {
    const shell = new FakeShell({
      Account: { ChangePassphrase: () => undefined, Status: () => ({ state: 'unlocked' }), ...bound.Account },
      Privacy: { StartBackup: () => 'task-1', ...bound.Privacy },
    });
    const toasts = new Toasts();
    return { shell, toasts, state: new Security(new Session(), new Tasks(), toasts) };
  }

  test('an empty new passphrase never removes the lock by accident', async () => {
    const { state, shell } = security();
    state.begin('change');
    state.current = 'old one here';
    await state.apply();
    expect(state.errorAt('passphrase')).not.toBe('');
    expect(shell.argsOf('Account.ChangePassphrase')).toEqual([]);
  });
  test('removing sends no new passphrase, whatever was typed', async () => {
    const { state, shell } = security();
    state.begin('remove');
    [state.current, state.next] = ['old one here', 'left over'];
    await state.apply();
    expect(shell.argsOf('Account.ChangePassphrase')).toEqual([['old one here', '']]);
    expect([state.changing, state.current]).toEqual(['', '']);
  });
  test('a wrong passphrase is told where it was typed', async () => {
    const { state } = security({ Account: { ChangePassphrase: refuse('denied', 'vault.wrongPassphrase') } });
    state.begin('remove');
    await state.apply();
    expect(state.errorAt('current')).toContain('not the passphrase');
  });
  test('a backup without a recovery key leads to making one', async () => {
    const { state, shell, toasts } = security();
    const running = state.backUp();
    await settle();
    shell.emit('task:failed', { taskId: 'task-1', error: envelope('conflict', 'account.backupNeedsKey') });
    await running;
    expect([state.backupNeedsKey, state.backingUp, toasts.items]).toEqual([true, false, []]);
  });
  test('a backup that was called off is not told as written', async () => {
    const { state, shell, toasts } = security();
    const running = state.backUp();
    await settle();
    shell.emit('task:failed', { taskId: 'task-1', error: envelope('canceled', 'fault.canceled') });
    await running;
    expect(toasts.items).toEqual([]);
  });
});

describe('the profile', () => {
  const kept = {
    profession: 'Nurse',
    jobTitle: '',
    level: 'senior',
    industries: ['health'],
    goals: '',
    interests: ['bees'],
  };
  test('is saved only when it changed, and keeps what it does not show', async () => {
    const shell = new FakeShell({ Settings: { Profile: () => kept, UpdateProfile: (next: object) => next } });
    const form = new ProfileForm();
    await form.load();
    expect(await form.save()).toBe(true);
    expect(shell.argsOf('Settings.UpdateProfile')).toEqual([]);
    form.auto.value.industries = ' health ,, care homes';
    expect(await form.save()).toBe(true);
    expect(shell.argsOf('Settings.UpdateProfile')).toEqual([
      [{ ...kept, industries: ['health', 'care homes'] }],
    ]);
  });
});

describe('restoring', () => {
  const file = new File(['x'], 'a.jjbackup');
  test('sends the file once, however often the key is mistyped', async () => {
    const tries = ['vault.recoveryWrong', 'vault.recoveryMalformed'];
    new FakeShell({ Privacy: { Restore: () => refuse('denied', tries.shift() ?? '')() } });
    const sent = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ token: 't' }));
    const state = new Restoring(new Session());
    state.choose(file);
    await state.restore();
    expect(state.errorAt('recoveryKey')).toContain('does not open');
    await state.restore();
    expect(sent).toHaveBeenCalledTimes(1);
    expect(sent.mock.calls[0]?.[0]).toBe('/local/backups');
  });
  test('sends it again when it is gone from the Go side', async () => {
    new FakeShell({ Privacy: { Restore: refuse('not_found', 'file.gone') } });
    const sent = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ token: 't' }));
    const state = new Restoring(new Session());
    state.choose(file);
    await state.restore();
    await state.restore();
    expect(sent).toHaveBeenCalledTimes(2);
  });
});

describe('what is kept', () => {
  test('is read again after each change, and deleting is told', async () => {
    let held = [{ id: 'r1' }];
    new FakeShell({
      Privacy: { Recordings: () => held, DeleteRecording: () => void (held = []) },
      Career: { Documents: () => [] },
    });
    const toasts = new Toasts();
    const state = new Privacy(toasts);
    await state.load();
    expect(state.recordings).toHaveLength(1);
    await state.deleteRecording('r1');
    expect(state.recordings).toEqual([]);
    expect(toasts.items).toHaveLength(1);
  });
});

describe('trying out a microphone', () => {
  test('shows levels only while it is open, and closes it when the screen goes', async () => {
    const shell = new FakeShell({
      Rehearsals: {
        Microphones: () => [],
        StartMicrophoneCheck: () => undefined,
        StopMicrophoneCheck: () => undefined,
      },
    });
    const check = new MicrophoneCheck();
    const leave = check.follow();
    shell.emit('microphone:level', { level: 0.4 });
    expect(check.levels).toEqual([]);
    await check.start('');
    shell.emit('microphone:level', { level: 0.4 });
    expect(check.levels).toEqual([0.4]);
    leave();
    await settle();
    expect(shell.argsOf('Rehearsals.StopMicrophoneCheck')).toHaveLength(1);
  });
});

describe('the history', () => {
  const lines = [{ id: 'a', phase: 'reported' }];

  test.each([
    [[], undefined],
    [['x'], '1 rehearsal'],
    [['x', 'y'], '2 rehearsals'],
  ])('lists the rest and says that %j can not be read', async (unread, said) => {
    new FakeShell({
      Rehearsals: { List: () => ({ items: lines, total: lines.length }), Unread: () => unread },
    });
    const history = new History();
    await history.load();
    expect(history.items).toEqual(lines);
    expect(history.unread).toEqual(unread);
    if (said) expect(history.trouble?.sentence).toContain(said);
    else expect(history.trouble).toBeUndefined();
  });
});

describe('a clock far from what was seen before', () => {
  async function asked(clock: object) {
    const shell = new FakeShell({ Privacy: { Clock: () => clock, AcceptClock: () => undefined } });
    const toasts = new Toasts();
    await new ClockDoubt(toasts).look();
    return { shell, toasts };
  }

  test('is asked about with both dates, and accepted at a press', async () => {
    const { shell, toasts } = await asked({ now: '2040-03-02T10:00:00Z', latest: '2026-03-02T10:00:00Z' });
    const [question] = toasts.items;
    expect(question!.text).toMatch(/2040.*2026/);
    expect(shell.argsOf('Privacy.AcceptClock')).toEqual([]);
    toasts.act(question!);
    await settle();
    expect(shell.argsOf('Privacy.AcceptClock')).toEqual([[]]);
  });
  test('is asked about when it leaps while the profile is open', async () => {
    const shell = new FakeShell({ Privacy: { Clock: () => ({ now: '2040-03-02T10:00:00Z', latest: '2026-03-02T10:00:00Z' }) } });
    const toasts = new Toasts();
    const stop = new ClockDoubt(toasts).follow();
    shell.emit('clock:doubted', { id: '', seq: 1 });
    await settle();
    expect(toasts.items[0]!.text).toMatch(/2040.*2026/);
    stop();
  });
  test('is not asked about when it is right', async () => {
    const { toasts } = await asked({ now: '', latest: '' });
    expect(toasts.items).toEqual([]);
  });
});
