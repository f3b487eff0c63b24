import { SvelteMap } from 'svelte/reactivity';
import { on } from '../api/events';
import { recordings } from '../api/privacy';
import { type AnswerReport, type QuestionReport, type ReportView, rehearsals } from '../api/rehearsals';
import type { Shapes } from './player.svelte';
import type { Tasks } from './tasks.svelte';
import { type Trouble, troubleOf } from './trouble';
import { Turns } from './turns';

/** The report of one rehearsal, and the question being looked at. */
export class Report {
  view = $state.raw<ReportView>();
  trouble = $state.raw<Trouble>();
  at = $state(0);
  /** What a provider is doing for this rehearsal. */
  assessing = $state<'' | 'write' | 'score'>('');
  assessTrouble = $state.raw<Trouble>();
  /** The recordings looked at so far, so that going back to an answer fetches no sound again. */
  readonly shapes: Shapes = {};
  readonly #id: string;
  readonly #turns = new Turns();
  /** A reading waits for its turn; one is enough for all that is heard of meanwhile. */
  #toRead = false;
  /** Levels chosen and not yet kept, so that what was read meanwhile moves no choice back. */
  readonly #chosen = new SvelteMap<string, { level: number }>();

  constructor(id: string, at = 0) {
    this.#id = id;
    this.at = at;
  }

  get id(): string {
    return this.#id;
  }

  follow(): () => void {
    void this.load();
    const stops = [
      on('rehearsal:changed', ({ id }) => id === this.#id && void this.load()),
      on('recordings:changed', () => void this.load()),
      on('resync', () => void this.load()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    if (this.#toRead) return;
    this.#toRead = true;
    await this.#try(() => this.#turns.take(() => this.#read()));
  }

  get question(): QuestionReport | undefined {
    return this.view?.questions[this.at];
  }

  /** The level the person gave themselves: 1 to 5, 0 for "can't say", undefined for not yet. */
  levelOf = (answer: AnswerReport, criterion: string): number | undefined =>
    (this.#chosen.get(`${answer.id} ${criterion}`) ?? answer.selfRating.find((r) => r.criterion === criterion))?.level;

  /** Keeps a level. It shows at once; arrows through a group give several, which are kept in their order. */
  rate = (answer: AnswerReport, criterion: string, level: number) => {
    const key = `${answer.id} ${criterion}`;
    const choice = { level };
    this.#chosen.set(key, choice);
    return this.#try(() =>
      this.#turns.take(async () => {
        try {
          await rehearsals.rate(answer.id, criterion, level);
          await this.#read();
        } finally {
          if (this.#chosen.get(key) === choice) this.#chosen.delete(key);
        }
      }),
    );
  };

  /** Has what was said written down: in all answers, or in those to one question. */
  writeDown = (tasks: Tasks, question?: number) =>
    this.#assess('write', () => tasks.run('score.writing', () => rehearsals.startWriteDown(this.#id, question)));

  /** Has the answers scored that aren't yet: all, or those to one question. */
  score = (tasks: Tasks, question?: number) =>
    this.#assess('score', () => tasks.run('score.running', () => rehearsals.startScore(this.#id, question)));

  /** Says which attempt at the question counts from now on. */
  choose = (attempt: number) => this.#try(() => rehearsals.chooseAttempt(this.#id, this.at, attempt));

  saveKeyPoints = (answer: AnswerReport, text: string) => this.#try(() => rehearsals.saveKeyPoints(answer.id, text));

  deleteAnswer = (id: string) => this.#try(() => rehearsals.deleteAnswer(id));

  keepRecording = (id: string, keep: boolean) => this.#try(() => recordings.keep(id, keep));

  deleteRecording = (id: string) => this.#try(() => recordings.delete(id));

  /** Removes the rehearsal with everything in it; true if it is gone. */
  async delete(): Promise<boolean> {
    await this.#try(() => rehearsals.delete(this.#id));
    return this.trouble === undefined;
  }

  /** What was had before it failed is kept, and read with the rest. */
  async #assess(what: 'write' | 'score', work: () => Promise<unknown>): Promise<void> {
    if (this.assessing) return;
    this.assessing = what;
    this.assessTrouble = undefined;
    try {
      await work();
    } catch (reason) {
      this.assessTrouble = troubleOf(reason);
    }
    this.assessing = '';
    await this.load();
  }

  async #read(): Promise<void> {
    this.#toRead = false;
    this.view = await rehearsals.report(this.#id);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }
}
