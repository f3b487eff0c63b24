import type { CaptionsReport, TurnReport } from '../api/events';
import { type Trouble, troubleOf } from './trouble';

/** What is understood of an answer while it is spoken. */
export interface Heard {
  /** What will hardly change. */
  settled: string;
  /** What follows it, and may. */
  guess: string;
  /** Why there are no more words. */
  trouble?: Trouble;
}

export function heardOf({ settled, guess, trouble }: Omit<CaptionsReport, 'id'>): Heard {
  return { settled, guess, trouble: trouble ? troubleOf(trouble) : undefined };
}

/** The end of an answer by silence, counted down between what the Go side says of it. */
export class AnswerEnd {
  /** How much more silence ends the answer, in milliseconds; undefined while it isn't near. */
  remainingMs = $state<number>();
  /** How long it was when it was first shown. */
  fromMs = $state(0);
  #at = 0;

  get near(): boolean {
    return this.remainingMs !== undefined;
  }

  /** What the Go side says; without a report, nobody knows. */
  hear(report?: Pick<TurnReport, 'state' | 'remainingMs'>): void {
    if (report?.state !== 'ending') {
      this.remainingMs = undefined;
      return;
    }
    if (!this.near || report.remainingMs > this.remainingMs!) this.fromMs = report.remainingMs;
    this.#at = performance.now() + report.remainingMs;
    this.remainingMs = report.remainingMs;
  }

  /** Time has passed. */
  tick(): void {
    if (this.near) this.remainingMs = Math.max(0, this.#at - performance.now());
  }
}
