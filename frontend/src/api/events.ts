// Every event of the Go side with its payload: the mirror of app/events.go.
import { EventsOn } from '../../wailsjs/runtime/runtime';
import type { Envelope } from './errors';

/** Something changed; id is empty where there is only one. seq counts events of this run. */
interface Change {
  id: string;
  seq: number;
}

/** What became of long work; total is 0 if nobody can know. */
interface TaskReport {
  taskId: string;
  kind: string;
  done: number;
  total: number;
  error?: Envelope | null;
}

/** Where the answer being spoken stands; it comes when that changes, not as time passes. */
export interface TurnReport {
  id: string;
  turn: number;
  state: string;
  remainingMs: number;
  waitMs: number;
  reason: string;
}

/** What is understood of the answer being spoken: the guess comes after what is settled. */
export interface CaptionsReport {
  id: string;
  turn: number;
  settled: string;
  guess: string;
  trouble?: Envelope | null;
}

/** Event names and what they carry. */
export interface EventMap {
  'account:changed': { state: string; seq: number };
  'career:changed': Change;
  'posting:changed': Change;
  'resume:changed': Change;
  'profile:changed': Change;
  'settings:changed': Change;
  'rehearsal:changed': Change;
  'providers:changed': Change;
  'recordings:changed': Change;
  'microphone:level': { level: number };
  'microphone:trouble': Envelope;
  'turn:changed': TurnReport;
  'captions:changed': CaptionsReport;
  'clock:doubted': Change;
  'task:progress': TaskReport;
  'task:done': TaskReport;
  'task:failed': TaskReport;
  'file:ready': { url: string; name: string };
  resync: undefined;
  /** The program ended, or doesn't answer: from the script of the browser shell, in no other shell. */
  'shell:lost': undefined;
  /** It answers again; resync follows. */
  'shell:back': undefined;
}

/** Subscribes to an event; the function given back ends it. */
export function on<N extends keyof EventMap>(name: N, handle: (payload: EventMap[N]) => void): () => void {
  return EventsOn(name, handle);
}
