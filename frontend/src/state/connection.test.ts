import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settle, FakeShell } from '../testkit/shell';
import { Connection } from './connection.svelte';
import { Room } from './room.svelte';

/** Runs the script of the browser shell, which is no module of the page. */
const [runScript] = Object.values(import.meta.glob('../../../app/shell.js'));

/** The stream of events as a browser has it. */
class Stream {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  static get last(): Stream {
    return Stream.all.at(-1)!;
  }
  readyState = 0;
  onopen = (): void => undefined;
  onmessage = (_: { data: string }): void => undefined;
  onerror = async (): Promise<void> => undefined;
  constructor() {
    Stream.all.push(this);
  }
  async breaks(state: number): Promise<void> {
    this.readyState = state;
    await this.onerror();
  }
  opens(): void {
    this.readyState = Stream.OPEN;
    this.onopen();
  }
}

describe('the page of a program', () => {
  let alive = true;
  let connection: Connection;
  let heard: string[];

  beforeEach(async () => {
    vi.resetModules();
    vi.useFakeTimers();
    alive = true;
    Stream.all = [];
    vi.stubGlobal('EventSource', Stream);
    vi.stubGlobal('fetch', () => (alive ? Promise.resolve({ ok: true }) : Promise.reject(new TypeError('gone'))));
    await runScript!();
    connection = new Connection();
    connection.follow();
    heard = [];
    const host = window as unknown as { runtime: { EventsOn: (name: string, tell: () => void) => void } };
    host.runtime.EventsOn('resync', () => heard.push('resync'));
    Stream.last.opens();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('that ended is told of, and read again when it is back', async () => {
    alive = false;
    await Stream.last.breaks(0);
    expect(connection.lost).toBe(true);
    expect(heard).toEqual([]);
    alive = true;
    Stream.last.opens();
    expect(connection.lost).toBe(false);
    expect(heard).toEqual(['resync']);
  });

  test('that answers has only lost its stream', async () => {
    await Stream.last.breaks(0);
    expect(connection.lost).toBe(false);
    Stream.last.opens();
    expect(heard).toEqual([]);
  });

  test('that turned the stream away is asked again', async () => {
    alive = false;
    await Stream.last.breaks(Stream.CLOSED);
    vi.advanceTimersByTime(3000);
    expect(Stream.all).toHaveLength(2);
    Stream.last.opens();
    expect(connection.lost).toBe(false);
    expect(heard).toEqual(['resync']);
  });
});

describe('the room', () => {
  afterEach(() => vi.useRealTimers());

  test('claims to listen no longer when the program is gone', async () => {
    vi.useFakeTimers();
    const view = { id: 'r', phase: 'listening', mode: 'spoken', turn: 1, draft: '', elapsedMs: 1000, recording: true };
    const shell = new FakeShell({ Rehearsals: { Room: () => view } });
    const room = new Room('r');
    const stop = room.follow();
    await settle();
    shell.emit('microphone:level', { level: 0.5 });
    vi.advanceTimersByTime(500);
    expect(room.elapsedMs).toBe(1500);
    shell.emit('shell:lost');
    vi.advanceTimersByTime(5000);
    expect([room.cut, room.elapsedMs, room.levels]).toEqual([true, 1500, []]);
    shell.emit('shell:back');
    shell.emit('resync');
    await settle();
    expect([room.cut, room.elapsedMs]).toEqual([false, 1000]);
    stop();
  });
});
