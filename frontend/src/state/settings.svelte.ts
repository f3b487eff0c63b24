import { on } from '../api/events';
import { type Appearance, type Device, type Settings, settings } from '../api/settings';
import { locale, speak } from '../i18n/messages';
import type { Toasts } from './toasts.svelte';
import { troubleOf } from './trouble';
import { Turns } from './turns';

/** How the app looks and behaves. A change shows at once and is taken back if it can't be kept. */
export class SettingsState {
  appearance = $state.raw<Appearance>({ theme: 'system', language: '' });
  /** Until the profile is open, what a new one starts with. */
  current = $state.raw<Settings>({
    density: 'comfortable',
    motion: 'system',
    uiScale: 1,
    singleKeys: true,
    spokenQuestions: true,
    lockAfterMin: 10,
    recordingDays: 90,
  });
  device = $state.raw<Device>({ microphoneId: '' });
  readonly #toasts: Toasts;
  /** Each call sends everything that is chosen by then, so that the last one kept is the last one made. */
  readonly #turns = new Turns();

  /** The page comes with the theme and language of the last time, so that nothing flashes. */
  constructor(toasts: Toasts, theme = document.documentElement.dataset.theme ?? 'system') {
    this.#toasts = toasts;
    this.appearance = { theme, language: locale() };
  }

  /** Whether the page is dark just now. */
  get dark(): boolean {
    const { theme } = this.appearance;
    return theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  }

  /** Reads what is readable in every lock state. */
  async loadAppearance(): Promise<void> {
    await this.#try(async () => {
      const before = this.appearance;
      const kept = await settings.appearance();
      if (this.appearance === before) await this.#show(kept);
    });
  }

  /** Reads the sealed part, once the profile is open, and follows it. */
  async load(): Promise<void> {
    await this.#try(async () => {
      const [before, deviceBefore] = [this.current, this.device];
      const [current, device] = await Promise.all([settings.get(), settings.device()]);
      if (this.current === before) this.current = current;
      if (this.device === deviceBefore) this.device = device;
    });
  }

  /** Reads again when something else changed a setting; the sealed part only while it is open. */
  follow(isOpen: () => boolean): () => void {
    return on('settings:changed', () => {
      void this.loadAppearance();
      if (isOpen()) void this.load();
    });
  }

  async changeAppearance(change: Partial<Appearance>): Promise<void> {
    const before = this.appearance;
    this.appearance = { ...before, ...change };
    await this.#try(
      async () => {
        await speak(this.appearance.language);
        await settings.updateAppearance(this.appearance);
      },
      () => void this.#show({ ...this.appearance, ...only(change, before) }),
    );
  }

  async change(change: Partial<Settings>): Promise<void> {
    const before = this.current;
    this.current = { ...before, ...change };
    await this.#try(
      async () => {
        const sent = this.current;
        const kept = await settings.update(sent);
        if (this.current === sent) this.current = kept;
      },
      () => (this.current = { ...this.current, ...only(change, before) }),
    );
  }

  async changeDevice(change: Partial<Device>): Promise<void> {
    const before = this.device;
    this.device = { ...before, ...change };
    await this.#try(
      () => settings.updateDevice(this.device),
      () => (this.device = { ...this.device, ...only(change, before) }),
    );
  }

  /** The theme at once, the language as soon as its sentences are read. */
  async #show(appearance: Appearance): Promise<void> {
    this.appearance = appearance;
    await speak(appearance.language);
  }

  async #try(work: () => Promise<void>, takeBack: () => void = () => {}): Promise<void> {
    try {
      await this.#turns.take(work);
    } catch (reason) {
      takeBack();
      this.#toasts.trouble(troubleOf(reason));
    }
  }
}

/** Of `before` what `change` changed. */
function only<T extends object>(change: Partial<T>, before: T): Partial<T> {
  const names = Object.keys(change) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, before[name]])) as Partial<T>;
}
