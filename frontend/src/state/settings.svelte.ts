import { on } from '../api/events';
import { type Appearance, type Device, type Settings, settings } from '../api/settings';
import { locale, speak } from '../i18n/messages';
import type { Toasts } from './toasts.svelte';
import { troubleOf } from './trouble';

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
      await this.#show(await settings.appearance());
    });
  }

  /** Reads the sealed part, once the profile is open, and follows it. */
  async load(): Promise<void> {
    await this.#try(async () => {
      [this.current, this.device] = await Promise.all([settings.get(), settings.device()]);
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
    await this.#try(
      async () => {
        await this.#show({ ...before, ...change });
        await settings.updateAppearance(this.appearance);
      },
      () => void this.#show(before),
    );
  }

  async change(change: Partial<Settings>): Promise<void> {
    const before = this.current;
    this.current = { ...before, ...change };
    await this.#try(
      async () => {
        this.current = await settings.update(this.current);
      },
      () => (this.current = before),
    );
  }

  async changeDevice(change: Partial<Device>): Promise<void> {
    const before = this.device;
    this.device = { ...before, ...change };
    await this.#try(
      () => settings.updateDevice(this.device),
      () => (this.device = before),
    );
  }

  /** The theme at once, the language as soon as its sentences are read. */
  async #show(appearance: Appearance): Promise<void> {
    this.appearance = appearance;
    await speak(appearance.language);
  }

  async #try(work: () => Promise<void>, takeBack: () => void = () => {}): Promise<void> {
    try {
      await work();
    } catch (reason) {
      takeBack();
      this.#toasts.trouble(troubleOf(reason));
    }
  }
}
