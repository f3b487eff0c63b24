import { career, type Ledger } from '../api/career';
import { microphones } from '../api/microphones';
import { on } from '../api/events';
import { postings, type PostingView } from '../api/postings';
import { type Choices, type Difficulty, type Feedback, type Mode, type Wish, rehearsals } from '../api/rehearsals';
import { type Partners, partnersOf } from '../domain/partners';
import { contentLanguage } from '../i18n/messages';
import type { Part, Providers } from './providers.svelte';
import type { Running, Tasks } from './tasks.svelte';
import { type Trouble, troubleOf } from './trouble';

/** How many levels the meter remembers: four seconds at ten a second. */
const keptLevels = 40;

/** The level that is more than the noise of a quiet room, 0 to 1. */
const audible = 0.1;

/** What the work is called that puts questions into another language. */
const translating = 'setup.translating';

/** The choices for a rehearsal about to be planned, and the check that the microphone hears. */
export class Setup {
  choices = $state.raw<Choices>();
  postings = $state.raw<PostingView[]>([]);
  ledger = $state.raw<Ledger>();
  microphones = $state.raw<{ id: string; name: string; default: boolean }[]>([]);
  trouble = $state.raw<Trouble>();
  /** What the microphone check says; empty while it is silent or off. */
  microphoneTrouble = $state.raw<Trouble>();

  postingId = $state('');
  personaId = $state('');
  /** The competency to practise by itself; empty: as posting and profile suggest. */
  competencyId = $state('');
  length = $state('6');
  /** The language of the questions, and how much is asked. */
  language = $state<string>(contentLanguage);
  difficulty = $state<Difficulty>('usual');
  feedback = $state<Feedback>('real');
  mode = $state<Mode>('spoken');
  microphoneId = $state('');
  facts = $state<string[]>([]);
  /** What the person said of helpers; undefined: nothing yet. */
  #wanted = $state<boolean>();
  levels = $state.raw<number[]>([]);
  /** The microphone that is tried has heard somebody. */
  heard = $state(false);
  busy = $state(false);
  /** What went wrong was putting the questions into another language. */
  untranslated = $state(false);
  readonly #tasks: Tasks;
  readonly #providers: Providers;

  constructor(tasks: Tasks, providers: Providers) {
    this.#tasks = tasks;
    this.#providers = providers;
  }

  /** Follow-ups are asked. */
  get probed(): boolean {
    return this.difficulty !== 'gentle';
  }

  /** Who takes part while it goes on, and what they get. */
  get partners(): Partners {
    const chosen = (part: Part) => this.#providers.choice(part)?.providerId ?? '';
    return partnersOf(
      { spoken: this.mode === 'spoken', probed: this.probed, unheard: this.unheard, voiced: this.hasVoice },
      { coach: chosen('coach'), scribe: chosen('scribe'), voice: chosen('voice'), captions: this.#providers.view?.captions === true },
    );
  }

  /**
   * The chosen recogniser and coach take part while it goes on. Somebody who has connected a
   * coach means it to, where it gets anything; who said otherwise is not overruled.
   */
  get live(): boolean {
    const { offered, asks } = this.partners;
    return offered && (this.#wanted ?? asks !== '');
  }

  set live(on: boolean) {
    this.#wanted = on;
  }

  /** What is known of the chosen language. */
  get spoken(): Choices['languages'][number] | undefined {
    return this.choices?.languages.find(({ code }) => code === this.language);
  }

  /** Somebody has to put the questions into the chosen language. */
  get foreign(): boolean {
    return this.spoken?.builtIn === false;
  }

  /** What the questions can be had in: the bank's own, and the others where somebody can put them into those. */
  get languages(): Choices['languages'] {
    return (this.choices?.languages ?? []).filter(({ builtIn }) => builtIn || this.choices?.hasTranslator);
  }

  /** What is said in the chosen language can't be written down by who was chosen for that. */
  get unheard(): boolean {
    return this.mode === 'spoken' && this.spoken?.heard === false;
  }

  /** There is a voice for the chosen language. */
  get hasVoice(): boolean {
    return this.spoken?.hasVoice === true;
  }

  /** The questions being put into another language. */
  get translating(): Running | undefined {
    return this.#tasks.running.find(({ title }) => title === translating);
  }

  /** Reads what there is; posting and competency are chosen beforehand if somebody came for them. */
  async load(postingId: string, microphoneId: string, competencyId = ''): Promise<void> {
    try {
      const [choices, all, ledger] = await Promise.all([rehearsals.setup(), postings.list(), career.get()]);
      this.choices = choices;
      this.postings = all;
      this.ledger = ledger;
      this.personaId = choices.personas[0]?.id ?? '';
      this.competencyId = choices.competencies.some((c) => c.id === competencyId) ? competencyId : '';
      if (this.competencyId) this.length = '3';
      this.postingId = all.some((p) => p.id === postingId) ? postingId : '';
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
    await this.#findMicrophones(microphoneId);
  }

  /** Listens to levels while the screen is there. */
  follow(): () => void {
    const stops = [
      on('microphone:level', ({ level }) => this.#hear(level)),
      on('microphone:trouble', (envelope) => (this.microphoneTrouble = troubleOf(envelope))),
    ];
    return () => {
      stops.forEach((stop) => stop());
      void this.cancel(); // nobody is there any more to begin it
      void microphones.stopCheck();
    };
  }

  async check(id: string): Promise<void> {
    this.levels = [];
    this.heard = false;
    this.microphoneTrouble = undefined;
    try {
      await microphones.startCheck(id);
    } catch (reason) {
      this.microphoneTrouble = troubleOf(reason);
    }
  }

  async stopCheck(): Promise<void> {
    this.levels = [];
    await microphones.stopCheck();
  }

  /** Freezes the plan; gives the rehearsal's id. */
  async plan(): Promise<string | undefined> {
    this.busy = true;
    this.trouble = undefined;
    const foreign = this.foreign;
    try {
      await microphones.stopCheck();
      const room = foreign ? await this.#translated() : await rehearsals.plan(this.#wish());
      return room.id;
    } catch (reason) {
      const trouble = troubleOf(reason);
      this.trouble = trouble.canceled ? undefined : trouble;
      this.untranslated = foreign && !trouble.canceled;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** Calls off what puts the questions into another language. */
  async cancel(): Promise<void> {
    if (this.translating) await this.#tasks.cancel(this.translating.id);
  }

  /** Goes back to our own questions, after they couldn't be put into another language. */
  askOurOwn(): void {
    this.language = contentLanguage;
    this.trouble = undefined;
    this.untranslated = false;
  }

  #wish(): Wish {
    return {
      postingId: this.postingId,
      personaId: this.personaId,
      length: Number(this.length),
      factIds: this.facts,
      language: this.language,
      difficulty: this.difficulty,
      feedback: this.feedback,
      live: this.live,
      competencies: this.competencyId ? [this.competencyId] : [],
    };
  }

  async #translated() {
    return rehearsals.planned(await this.#tasks.run(translating, () => rehearsals.startPlan(this.#wish())));
  }

  /** Begins a further attempt at one question of a rehearsal that is over; true if it has begun. */
  async retry(id: string, question: number): Promise<boolean> {
    this.busy = true;
    this.trouble = undefined;
    try {
      await microphones.stopCheck();
      await rehearsals.retry(id, question, this.mode);
      return true;
    } catch (reason) {
      this.trouble = troubleOf(reason);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #hear(level: number): void {
    this.levels = [...this.levels, level].slice(-keptLevels);
    this.heard ||= level > audible;
  }

  async #findMicrophones(wanted: string): Promise<void> {
    try {
      this.microphones = await microphones.list();
      const known = this.microphones.find((m) => m.id === wanted) ?? this.microphones.find((m) => m.default);
      this.microphoneId = known?.id ?? this.microphones[0]?.id ?? '';
    } catch (reason) {
      this.microphoneTrouble = troubleOf(reason);
    }
    if (this.microphones.length === 0) this.mode = 'typed';
  }
}
