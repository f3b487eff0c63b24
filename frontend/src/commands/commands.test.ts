import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../state/app.svelte';
import { FakeShell } from '../testkit/shell';
import type { Command } from './command';
import { placeOf } from './hits';
import { listen } from './keyboard';
import { cyclePane } from './panes';
import { isPressed, isSingleKey, keysOf } from './shortcuts';
import { commands, sidebarCommands } from './table';

const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

afterEach(() => document.body.replaceChildren());

describe('the table', () => {
  test('names every command once', () => {
    const ids = commands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('gives a shortcut to one command only, unless their conditions part them', () => {
    const open = commands.filter((command) => command.shortcut && !command.when);
    const keys = open.map((command) => keysOf(command.shortcut, 'linux').join('+'));
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('puts Settings at the foot of the sidebar', () => {
    expect(sidebarCommands('foot').map((command) => command.route)).toEqual(['settings']);
    expect(sidebarCommands('main')[0]?.route).toBe('today');
  });
});

test.each([
  [{ key: 'k', mod: true }, 'linux', ['Ctrl', 'K']],
  [{ key: 'k', mod: true }, 'mac', ['⌘', 'K']],
  [{ key: 'F6', shift: true }, 'windows', ['Shift', 'F6']],
  [{ key: ' ' }, 'linux', ['Space']],
] as const)('%j on %s is shown as %j', (shortcut, platform, keys) => {
  expect(keysOf(shortcut, platform)).toEqual(keys);
});

test('a shortcut is pressed exactly', () => {
  const k = { key: 'k', mod: true };
  const event = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { key: 'k', ...init });
  expect(isPressed(event({ ctrlKey: true }), k, 'linux')).toBe(true);
  expect(isPressed(event({ metaKey: true }), k, 'mac')).toBe(true);
  expect(isPressed(event({ metaKey: true }), k, 'linux')).toBe(false);
  expect(isPressed(event({ ctrlKey: true, shiftKey: true }), k, 'linux')).toBe(false);
  expect(isPressed(event({ ctrlKey: true, altKey: true }), k, 'linux')).toBe(false);
  expect(isSingleKey({ key: ' ' })).toBe(true);
  expect(isSingleKey({ key: 'F6' })).toBe(false);
});

describe('keys', () => {
  let app: App;
  const ran = vi.fn();
  const table: Command[] = [
    { id: 'x.pause', title: 'ui.pause', icon: undefined as never, group: 'do', shortcut: { key: 'p' }, run: () => ran('p') },
    { id: 'x.done', title: 'ui.on', icon: undefined as never, group: 'do', shortcut: { key: ' ' }, run: () => ran('space') },
    { id: 'x.never', title: 'ui.off', icon: undefined as never, group: 'do', shortcut: { key: 'F9' }, when: () => false, run: () => ran('never') },
  ];
  let end = () => {};

  beforeEach(() => {
    new FakeShell({ Settings: { Update: (next: object) => next } });
    app = new App();
    ran.mockReset();
    end = listen(app, table, 'linux');
  });
  afterEach(() => end());

  test('run their command', () => {
    press('p');
    press('F9');
    expect(ran.mock.calls).toEqual([['p']]);
  });
  test('of one letter can be switched off', async () => {
    await app.settings.change({ singleKeys: false });
    press('p');
    expect(ran).not.toHaveBeenCalled();
  });
  test('of one letter belong to a text while typing, and Space to a button', () => {
    document.body.innerHTML = '<input id="i"><button id="b">B</button>';
    press('p', {}, document.getElementById('i') as HTMLElement);
    press(' ', {}, document.getElementById('b') as HTMLElement);
    expect(ran).not.toHaveBeenCalled();
    press('p', {}, document.getElementById('b') as HTMLElement);
    expect(ran.mock.calls).toEqual([['p']]);
  });
  test('of one letter rest while a dialog is open', () => {
    document.body.innerHTML = '<div role="dialog"></div>';
    press('p');
    expect(ran).not.toHaveBeenCalled();
  });
});

test.each([
  ['ledger', 'w1', { route: 'ledger.item', params: { id: 'w1' } }],
  ['ledger', '', { route: 'ledger.item', params: { id: 'basics' } }],
  ['posting', '', { route: 'postings.one', params: { id: 'r' } }],
  ['rehearsal', '', { route: 'rehearsals.report', params: { id: 'r' } }],
])('a hit in a %s (%s) is shown at its place', (kind, item, place) => {
  expect(placeOf({ kind, record: 'r', item, title: '', text: '' })).toMatchObject(place);
});

test('a hit in a kind of record without a screen has no place', () => {
  expect(placeOf({ kind: 'settings', record: 'r', item: '', title: '', text: '' })).toBeUndefined();
});

test('F6 goes round the panes, to what is current in each', () => {
  document.body.innerHTML = `
    <nav data-pane><a href="#1">1</a><a href="#2" aria-current="page">2</a></nav>
    <header data-pane><button>search</button></header>
    <section data-pane>nothing to focus</section>
    <div data-pane tabindex="0">work</div>`;
  const where = () => document.activeElement?.textContent;
  const seen = [1, 1, 1, 1].map(() => (cyclePane(1), where()));
  expect(seen).toEqual(['2', 'search', 'work', '2']);
  cyclePane(-1);
  expect(where()).toBe('work');
});
