import { TaskWatch } from '../api/tasks';
import type { MessageKey } from '../i18n/messages';

/** Work shows itself only once it has taken this long, in milliseconds. */
export const quietMs = 4000;

/** Work that goes on. */
export interface Running {
  id: string;
  title: MessageKey;
  done: number;
  /** 0 if nobody can know. */
  total: number;
  /** It has taken long enough to be shown. */
  visible: boolean;
}

/** The long work of the app: started here, shown as it takes time, cancelled here. */
export class Tasks {
  running = $state<Running[]>([]);
  readonly #watch = new TaskWatch();

  /**
   * Starts work and waits for its end. Gives the id, under which the result can be
   * fetched; rejects when the work failed or was cancelled.
   */
  async run(title: MessageKey, start: () => Promise<string>): Promise<string> {
    const id = await start();
    this.running.push({ id, title, done: 0, total: 0, visible: false });
    const timer = setTimeout(() => this.#change(id, { visible: true }), quietMs);
    try {
      await this.#watch.follow(id, (done, total) => this.#change(id, { done, total }));
      return id;
    } finally {
      clearTimeout(timer);
      this.running = this.running.filter((task) => task.id !== id);
    }
  }

  cancel(id: string): Promise<void> {
    return this.#watch.cancel(id);
  }

  #change(id: string, change: Partial<Running>): void {
    this.running = this.running.map((task) => (task.id === id ? { ...task, ...change } : task));
  }
}
