import { on } from '../api/events';
import { type MicrophoneView, microphones } from '../api/microphones';
import { type Trouble, troubleOf } from './trouble';

/** How many levels the meter remembers. */
const keptLevels = 40;

/** Trying out a microphone: its level is shown, nothing is recorded. */
export class MicrophoneCheck {
  list = $state.raw<MicrophoneView[]>();
  levels = $state.raw<number[]>([]);
  running = $state(false);
  trouble = $state.raw<Trouble>();

  /** Reads the list and listens, until the function given back closes the microphone again. */
  follow(): () => void {
    void this.load();
    const stops = [
      on('microphone:level', ({ level }) => this.#hear(level)),
      on('microphone:trouble', (envelope) => (this.trouble = troubleOf(envelope))),
    ];
    return () => {
      stops.forEach((stop) => stop());
      if (this.running) void this.stop();
    };
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      this.list = await microphones.list();
    });
  }

  /** Opens a microphone; empty is the system's choice. */
  async start(id: string): Promise<void> {
    this.levels = [];
    await this.#try(async () => {
      await microphones.startCheck(id);
      this.running = true;
    });
  }

  /** Closes the microphone. */
  async stop(): Promise<void> {
    this.running = false;
    this.levels = [];
    await this.#try(() => microphones.stopCheck());
  }

  #hear(level: number): void {
    if (this.running) this.levels = [...this.levels, level].slice(-keptLevels);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.trouble = undefined;
    try {
      await work();
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }
}
