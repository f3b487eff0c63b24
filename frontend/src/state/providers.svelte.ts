import { on } from '../api/events';
import {
  type Choice,
  type Forecast,
  type FoundServer,
  type ModelView,
  type Part,
  type ProviderAccount,
  type ProviderPrivacy,
  type ProvidersView,
  type ProviderView,
  providers,
} from '../api/providers';
import { rehearsals } from '../api/rehearsals';
import type { MessageKey } from '../i18n/messages';
import type { Tasks } from './tasks.svelte';
import { type Trouble, troubleOf } from './trouble';

export type { Choice, FoundServer, ModelView, Part, ProvidersView, ProviderView };

/** How a question to a provider went. */
export interface Outcome {
  busy: boolean;
  trouble?: Trouble;
  account?: ProviderAccount;
  /** It worked. */
  done: boolean;
}

const idle: Outcome = { busy: false, done: false };

/** Who takes part in rehearsals: what is set up, who plays which part, and what providers answer. */
export class Providers {
  view = $state.raw<ProvidersView>();
  trouble = $state.raw<Trouble>();
  /** How the last question went, by what it was about: a provider's id, "key kind", "server" or a part. */
  outcomes = $state.raw<Record<string, Outcome>>({});
  /** What a provider has for a part, by "id part", once somebody asked. */
  models = $state.raw<Record<string, ModelView[]>>({});
  /** What the last question was about. */
  last = $state('');
  found = $state.raw<FoundServer[]>();
  finding = $state(false);
  readonly #tasks: Tasks;

  constructor(tasks: Tasks) {
    this.#tasks = tasks;
  }

  /** Reads now and after every change, until the function given back is called. */
  follow(): () => void {
    void this.load();
    const stops = [on('providers:changed', () => void this.load()), on('resync', () => void this.load())];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    try {
      this.view = await providers.get();
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  outcome(about: string): Outcome {
    return this.outcomes[about] ?? idle;
  }

  /** Who plays a part, if anybody does. */
  choice(part: Part): Choice | undefined {
    return this.view?.choices[part];
  }

  /** The provider of an id; the programs of this computer have no entry. */
  entry(id: string): ProviderView | undefined {
    return this.view?.entries.find((entry) => entry.id === id);
  }

  saveKey = (kind: string, key: string) => this.#ask(`key ${kind}`, 'providers.asking', () => providers.startSaveKey(kind, key), true);

  signIn = () => this.#ask('key openrouter', 'providers.signingIn', () => providers.startSignIn(), true);

  addServer = (name: string, baseUrl: string, dialect: string, key: string, model: string) =>
    this.#ask('server', 'providers.asking', () => providers.startAddServer(name, baseUrl, dialect, key, model), false);

  check = (id: string) => this.#ask(id, 'providers.asking', () => providers.startCheck(id), true);

  /** Shows whether a part can be played. */
  try = (part: Part) => this.#ask(part, 'providers.asking', () => providers.startTry(part), false);

  /** Lets the interviewer's voice say a sentence. */
  hear = () => this.#ask('voice', 'providers.speaking', () => rehearsals.startHearVoice(), false);

  /** Looks around on this computer, because somebody asked. */
  async find(): Promise<void> {
    this.finding = true;
    try {
      const task = await this.#tasks.run('providers.finding', () => providers.startFindServers());
      this.found = await providers.servers(task);
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
    this.finding = false;
  }

  /** Asks what a provider has for a part, once. */
  async list(id: string, part: Part): Promise<void> {
    const about = `${id} ${part}`;
    if (this.models[about]) return;
    this.#tell(about, { busy: true, done: false });
    try {
      const task = await this.#tasks.run('providers.asking', () => providers.startModels(id, part));
      this.models = { ...this.models, [about]: await providers.models(task) };
      this.#tell(about, { busy: false, done: true });
    } catch (reason) {
      this.#tell(about, { busy: false, done: false, trouble: troubleOf(reason) });
    }
  }

  /** Lets a provider be asked anew. */
  forget(id: string, part: Part): void {
    this.models = Object.fromEntries(Object.entries(this.models).filter(([about]) => about !== `${id} ${part}`));
  }

  choose = (part: Part, choice: Choice) => this.#change(part, () => providers.choose(part, choice));

  setPrivacy = (privacy: ProviderPrivacy) => this.#change('privacy', () => providers.setPrivacy(privacy));

  /** Has whoever writes down do so while somebody speaks, or not. */
  setCaptions = (on: boolean) => this.#change('captions', () => providers.setCaptions(on));

  setLimit = (usd: number) => this.#change('limit', () => providers.setLimit(usd));

  /** About what scoring answers of so many letters costs; undefined where nobody tells prices. */
  async estimate(letters: number[]): Promise<number | undefined> {
    return (await providers.estimate(letters).catch(() => null)) ?? undefined;
  }

  /** About what a rehearsal of so many questions costs; undefined where that can't be read. */
  async forecast(questions: number): Promise<Forecast | undefined> {
    return await providers.forecast(questions).catch(() => undefined);
  }

  remove = (id: string) => this.#change(id, () => providers.remove(id));

  /** Whether it worked. A key that nobody could check just now is kept all the same. */
  async #ask(about: string, title: MessageKey, start: () => Promise<string>, withAccount: boolean): Promise<boolean> {
    this.last = about;
    this.#tell(about, { busy: true, done: false });
    try {
      const task = await this.#tasks.run(title, start);
      this.#tell(about, { busy: false, done: true, account: withAccount ? await providers.account(task) : undefined });
    } catch (reason) {
      this.#tell(about, { busy: false, done: false, trouble: troubleOf(reason) });
    }
    await this.load();
    return this.outcome(about).done;
  }

  async #change(about: string, work: () => Promise<void>): Promise<void> {
    this.#tell(about, idle);
    try {
      await work();
      await this.load();
    } catch (reason) {
      this.#tell(about, { busy: false, done: false, trouble: troubleOf(reason) });
    }
  }

  #tell(about: string, outcome: Outcome): void {
    this.outcomes = { ...this.outcomes, [about]: outcome };
  }
}
