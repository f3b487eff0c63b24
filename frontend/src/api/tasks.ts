// Long work is started by a call that gives an id, and ends with an event. The event may
// come before the id does, so endings nobody has asked for yet are kept.
import { AppError } from './errors';
import { type TaskReport, on } from './events';
import { system } from './system';

/** How one piece of work ended: undefined is well. */
type Ending = AppError | undefined;

/** Follows long work from its id to its end. */
export class TaskWatch {
  readonly #endings = new Map<string, Ending>();
  readonly #waiting = new Map<string, (ending: Ending) => void>();
  readonly #progress = new Map<string, (done: number, total: number) => void>();
  readonly #unsubscribe: (() => void)[];

  constructor() {
    this.#unsubscribe = [
      on('task:progress', (report) => this.#progress.get(report.taskId)?.(report.done, report.total)),
      on('task:done', (report) => this.#end(report, undefined)),
      on('task:failed', (report) => this.#end(report, new AppError(report.error ?? { code: 'internal' }))),
    ];
  }

  /** Resolves when the work is done, rejects with an AppError when it failed or was cancelled. */
  async follow(id: string, progress: (done: number, total: number) => void = () => {}): Promise<void> {
    this.#progress.set(id, progress);
    const ending = await this.#ending(id);
    this.#progress.delete(id);
    if (ending) throw ending;
  }

  /** Asks work to stop; it then ends as cancelled, unless it was done already. */
  cancel(id: string): Promise<void> {
    return system.cancelTask(id);
  }

  /** Stops listening. */
  close(): void {
    for (const end of this.#unsubscribe) end();
  }

  #ending(id: string): Promise<Ending> {
    if (this.#endings.has(id)) {
      const ending = this.#endings.get(id);
      this.#endings.delete(id);
      return Promise.resolve(ending);
    }
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #end(report: TaskReport, ending: Ending): void {
    const resolve = this.#waiting.get(report.taskId);
    if (!resolve) {
      this.#endings.set(report.taskId, ending);
      return;
    }
    this.#waiting.delete(report.taskId);
    resolve(ending);
  }
}
