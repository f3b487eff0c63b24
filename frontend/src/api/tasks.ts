// Long work is started by a call that gives an id, and ends with an event. The event may
// come before the id does, or be missed: whoever follows work asks how it stands as well.
import { AppError, type Envelope } from './errors';
import { on } from './events';
import { system } from './system';

/** How one piece of work ended: undefined is well. */
type Ending = AppError | undefined;

/** Somebody who waits for an end. */
interface Follower {
  end: (ending: Ending) => void;
  progress: (done: number, total: number) => void;
}

/** Follows long work from its id to its end. */
export class TaskWatch {
  readonly #following = new Map<string, Follower>();
  readonly #unsubscribe: (() => void)[];

  constructor() {
    this.#unsubscribe = [
      on('task:progress', (report) => this.#following.get(report.taskId)?.progress(report.done, report.total)),
      on('task:done', (report) => this.#end(report.taskId, undefined)),
      on('task:failed', (report) => this.#end(report.taskId, failure(report.error))),
      on('resync', () => this.#following.forEach((_, id) => void this.#ask(id))),
    ];
  }

  /** Resolves when the work is done, rejects with an AppError when it failed or was cancelled. */
  async follow(id: string, progress: Follower['progress'] = () => {}): Promise<void> {
    const ending = await new Promise<Ending>((end) => {
      this.#following.set(id, { end, progress });
      void this.#ask(id);
    });
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

  /** A question that gets no answer is no end: the event still comes, or a resync after it. */
  async #ask(id: string): Promise<void> {
    const task = await system.task(id).catch(() => undefined);
    if (task?.state === 'done') this.#end(id, undefined);
    if (task?.state === 'failed') this.#end(id, failure(task.error));
    if (task?.state === 'unknown') this.#end(id, new AppError({ code: 'not_found', key: 'task.noResult' }));
  }

  #end(id: string, ending: Ending): void {
    const follower = this.#following.get(id);
    this.#following.delete(id);
    follower?.end(ending);
  }
}

function failure(error: Envelope | null | undefined): AppError {
  return new AppError(error ?? { code: 'internal' });
}
