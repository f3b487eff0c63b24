import { type Envelope } from '../api/errors';
import { type CaptionsReport, on } from '../api/events';
import { type Mode, type RoomView, rehearsals } from '../api/rehearsals';
import { AnswerEnd, type Heard, heardOf } from './hearing.svelte';
import { type Trouble, troubleOf } from './trouble';

/** How long after the last key a typed answer is saved, in milliseconds. */
const draftMs = 500;

/** How many levels the meter shows. */
const keptLevels = 60;

/** How often the clock of a spoken answer moves on, in milliseconds. */
const tickMs = 250;

/** How soon after a press was heeded the same one is its echo, in milliseconds. */
const echoMs = 400;

/** What leaves a question, or the feedback on it. */
type Press = 'done' | 'skip' | 'next' | 'again';

/** The presses each of these may be the second half of: the button stands where the other stood. */
const echoOf: Record<Press, Press[]> = { done: ['done', 'next'], skip: ['skip', 'again'], next: ['next', 'done'], again: ['again', 'skip'] };

/** The rehearsal room: what the Go side says, and what is being typed. */
export class Room {
  view = $state.raw<RoomView>();
  text = $state('');
  levels = $state.raw<number[]>([]);
  /** Something to know about the microphone or the voice. */
  notice = $state.raw<Trouble>();
  /** Why the last press did nothing. */
  trouble = $state.raw<Trouble>();
  busy = $state(false);
  elapsedMs = $state(0);
  /** What is understood of the answer while it is spoken; undefined where nobody writes along. */
  captions = $state.raw<Heard>();
  /** Why the words of the answer before could not be finished. */
  lateCaptions = $state.raw<Trouble>();
  /** How the answer ends by itself. */
  readonly ending = new AnswerEnd();
  /** The program doesn't answer: what the view says of the microphone is not known to hold. */
  cut = $state(false);
  readonly #id: string;
  /** The question that stands; every press that is about one names it. */
  #turn: number | undefined;
  /** The press that led to this question, and when. */
  #led: { press: Press; at: number } | undefined;
  #draft: ReturnType<typeof setTimeout> | undefined;

  constructor(id: string) {
    this.#id = id;
  }

  /** Reads where the rehearsal stands and follows it until the function given back is called. */
  follow(): () => void {
    void this.refresh();
    const stops = [
      on('rehearsal:changed', ({ id }) => id === this.#id && void this.refresh()),
      on('resync', () => void this.refresh()),
      on('shell:lost', () => this.#cutOff()),
      on('shell:back', () => (this.cut = false)),
      on('turn:changed', (report) => report.id === this.#id && report.turn === this.#turn && this.ending.hear(report)),
      on('captions:changed', (report) => report.id === this.#id && this.#caption(report)),
      on('microphone:level', ({ level }) => (this.levels = [...this.levels, level].slice(-keptLevels))),
      on('microphone:trouble', (envelope) => this.#hear(envelope)),
    ];
    const clock = setInterval(() => this.#tick(), tickMs);
    return () => {
      stops.forEach((stop) => stop());
      clearInterval(clock);
      void this.keepDraft();
    };
  }

  async refresh(): Promise<void> {
    await this.#try(() => rehearsals.room(this.#id));
  }

  get mode(): Mode {
    return this.view?.mode === 'spoken' ? 'spoken' : 'typed';
  }

  get finished(): boolean {
    return this.view?.phase === 'reported' || this.view?.phase === 'closing';
  }

  /** A question is over, and its answers are looked at. */
  get reviewing(): boolean {
    return this.view?.phase === 'reviewing';
  }

  /** It stands still: paused, or cut off. */
  get halted(): boolean {
    return this.view?.phase === 'paused' || this.view?.phase === 'interrupted';
  }

  start = (mode: Mode) => this.#act(() => rehearsals.start(this.#id, mode));
  done = () => this.#leave('done', (turn) => rehearsals.done(this.#id, turn, this.text));
  /** Waits no longer for what is worked out after an answer. */
  pressOn = () => this.#about((turn) => rehearsals.pressOn(this.#id, turn));
  skip = () => this.#leave('skip', (turn) => rehearsals.skip(this.#id, turn, this.text));
  next = () => this.#leave('next', (turn) => rehearsals.next(this.#id, turn));
  tryAgain = () => this.#leave('again', (turn) => rehearsals.tryAgain(this.#id, turn));
  unskip = () => this.#about((turn) => rehearsals.unskip(this.#id, turn));
  pause = () => this.#about((turn) => rehearsals.pause(this.#id, turn, this.text));
  hearAgain = () => this.#act(() => rehearsals.hearAgain(this.#id));
  notYet = () => this.#about((turn) => rehearsals.notYet(this.#id, turn));
  setHandsFree = (on: boolean) => this.#act(() => rehearsals.setHandsFree(this.#id, on));
  hush = () => this.#act(() => rehearsals.hush(this.#id));
  end = () => this.#about((turn) => rehearsals.end(this.#id, turn, this.text));

  /** Answers this way from here on; a rehearsal that stands still goes on with it. */
  answerBy(mode: Mode): Promise<void> {
    // What the microphone was said to lack is another matter now, or is said again.
    this.notice = undefined;
    return this.#act(() => (this.halted ? rehearsals.resume(this.#id, mode) : rehearsals.switchMode(this.#id, mode)));
  }

  /** Something was typed: it is saved a moment later. */
  typed(): void {
    this.#led = undefined;
    clearTimeout(this.#draft);
    this.#draft = setTimeout(() => void this.keepDraft(), draftMs);
  }

  /** Saves what is typed so far. */
  async keepDraft(): Promise<void> {
    clearTimeout(this.#draft);
    if (this.mode !== 'typed' || this.view?.phase !== 'listening' || this.view.draft === this.text) return;
    const { turn } = this.view;
    await this.#try(() => rehearsals.saveDraft(this.#id, turn, this.text));
  }

  dismissNotice(): void {
    this.notice = undefined;
    this.lateCaptions = undefined;
  }

  /** A press about the question that is on the screen. */
  async #about(call: (turn: number) => Promise<RoomView>): Promise<void> {
    const turn = this.view?.turn;
    if (turn !== undefined) await this.#act(() => call(turn));
  }

  /** Leaves a question. The second half of a double press is not about the next one. */
  async #leave(press: Press, call: (turn: number) => Promise<RoomView>): Promise<void> {
    if (this.#led && echoOf[press].includes(this.#led.press) && performance.now() - this.#led.at < echoMs) return;
    const turn = this.#turn;
    await this.#about(call);
    if (turn !== this.#turn) this.#led = { press, at: performance.now() };
  }

  /** One press at a time: a second one while the first is under way does nothing. */
  async #act(call: () => Promise<RoomView>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.#draft);
    await this.#try(call);
    this.busy = false;
  }

  async #try(call: () => Promise<RoomView>): Promise<void> {
    try {
      this.#show(await call());
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  #show(view: RoomView): void {
    if (view.turn !== this.#turn) {
      this.text = view.draft;
      this.levels = [];
      this.notice = undefined;
    }
    this.#turn = view.turn;
    this.view = view;
    this.elapsedMs = view.elapsedMs;
    this.captions = view.captions ? heardOf(view.captions) : undefined;
    this.ending.hear(view.outlook);
  }

  /** Words of another answer are of no use any more; that they never came is. */
  #caption(report: CaptionsReport): void {
    if (report.turn === this.#turn) this.captions = heardOf(report);
    else if (report.trouble) this.lateCaptions = troubleOf(report.trouble);
  }

  #hear(envelope: Envelope): void {
    this.notice = envelope.key === 'audio.heard' ? undefined : troubleOf(envelope);
  }

  #cutOff(): void {
    this.cut = true;
    this.levels = [];
    this.ending.hear();
  }

  #tick(): void {
    if (this.view?.recording && !this.cut) this.elapsedMs += tickMs;
    this.ending.tick();
  }
}
