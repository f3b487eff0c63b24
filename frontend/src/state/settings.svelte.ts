import { on } from '../api/events';
import { type Appearance, type Device, type Settings, settings } from '../api/settings';
import { locale, speak } from '../i18n/messages';
import { Chosen } from './chosen.svelte';
import type { Toasts } from './toasts.svelte';
import { troubleOf } from './trouble';

/** How the app looks and behaves. A change shows at once and is taken back if it can't be kept. */
export class SettingsState {
  readonly #appearance: Chosen<Appearance>;
  /** Until the profile is open, what a new one starts with. */
  readonly #current = new Chosen<Settings>({
    density: 'comfortable',
    motion: 'system',
    uiScale: 1,
    singleKeys: true,
    spokenQuestions: true,
    lockAfterMin: 10,
    recordingDays: 90,
    handsFree: false,
    silenceMs: 3000,
  });
  readonly #device = new Chosen<Device>({ microphoneId: '' });
  readonly #toasts: Toasts;

  /** The page comes with the theme and language of the last time, so that nothing flashes. */
  constructor(toasts: Toasts, theme = document.documentElement.dataset.theme ?? 'system') {
    this.#toasts = toasts;
    this.#appearance = new Chosen<Appearance>({ theme, language: locale() });
  }

  get appearance(): Appearance {
    return this.#appearance.value;
  }

  get current(): Settings {
    return this.#current.value;
  }

  get device(): Device {
    return this.#device.value;
  }

  /** Whether the page is dark just now. */
  get dark(): boolean {
    const { theme } = this.appearance;
    return theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  }

  /** Reads what is readable in every lock state. */
  async loadAppearance(): Promise<void> {
    await this.#try(() => this.#appearance.read(settings.appearance));
    await this.#speak();
  }

  /** Reads the sealed part, once the profile is open, and follows it. */
  async load(): Promise<void> {
    await this.#try(async () => {
      await Promise.all([this.#current.read(settings.get), this.#device.read(settings.device)]);
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
    const kept = this.#try(() =>
      this.#appearance.choose(change, async (whole) => {
        await settings.updateAppearance(whole);
        return whole;
      }),
    );
    await this.#speak();
    await kept;
    await this.#speak(); // the language of before, where this one was taken back
  }

  change(change: Partial<Settings>): Promise<void> {
    return this.#try(() => this.#current.choose(change, settings.update));
  }

  changeDevice(change: Partial<Device>): Promise<void> {
    return this.#try(() =>
      this.#device.choose(change, async (whole) => {
        await settings.updateDevice(whole);
        return whole;
      }),
    );
  }

  /** The theme shows at once, the language as soon as its sentences are read. */
  #speak(): Promise<void> {
    return this.#try(() => speak(this.appearance.language));
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
    }
  }
}
