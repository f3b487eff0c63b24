import { type DraftView, type MergeView, career } from '../api/career';
import { pickFile, upload } from '../api/files';
import { Review } from './review.svelte';
import type { Tasks } from './tasks.svelte';
import { type Trouble, troubleOf } from './trouble';

/** What a file chooser offers. */
const accepted = '.pdf,application/pdf';

/** Bringing in a résumé, from the file to what was added. It stays while other screens are open. */
export class Importing {
  phase = $state<'choose' | 'reading' | 'refused' | 'review' | 'done'>('choose');
  fileName = $state('');
  trouble = $state.raw<Trouble>();
  review = $state.raw<Review>();
  merged = $state.raw<MergeView>();
  readonly #tasks: Tasks;
  #taskId = '';
  /** Counts the files: an answer that comes after another file was chosen is not shown. */
  #turn = 0;

  constructor(tasks: Tasks) {
    this.#tasks = tasks;
  }

  /** Lets the person choose a file and reads it. */
  async choose(): Promise<void> {
    const file = await pickFile(accepted);
    if (file) await this.read(file);
  }

  /** Reads a file that was chosen or dropped. */
  async read(file: File): Promise<void> {
    const turn = ++this.#turn;
    this.#reset('reading');
    this.fileName = file.name;
    try {
      const [taskId, draft] = await this.#understand(file);
      if (turn !== this.#turn) return giveUp(taskId);
      this.review = new Review(taskId, draft, file.name);
      this.phase = 'review';
    } catch (reason) {
      if (turn === this.#turn) this.#refuse(troubleOf(reason));
    }
  }

  /** Stops reading. */
  async cancel(): Promise<void> {
    const taskId = this.#taskId;
    this.discard();
    if (taskId) await this.#tasks.cancel(taskId);
  }

  /** Back to the beginning; what was typed in the review is gone. */
  discard(): void {
    this.#turn++;
    this.#reset('choose');
  }

  /** Takes the reviewed draft into the ledger. */
  async confirm(): Promise<void> {
    const merged = await this.review?.confirm();
    if (!merged) return;
    this.merged = merged;
    this.review = undefined;
    this.phase = 'done';
  }

  async #understand(file: File): Promise<[string, DraftView]> {
    const turn = this.#turn;
    const token = await upload(file);
    const id = await this.#tasks.run('import.reading', async () => {
      this.#taskId = await career.startReading(token);
      // Somebody has cancelled while the file was on its way: there is nothing to wait for.
      if (turn !== this.#turn) await this.#tasks.cancel(this.#taskId);
      return this.#taskId;
    });
    return [id, await career.draft(id)];
  }

  #refuse(trouble: Trouble): void {
    this.trouble = trouble;
    this.phase = trouble.canceled ? 'choose' : 'refused';
  }

  #reset(phase: 'choose' | 'reading'): void {
    if (this.review) giveUp(this.#taskId);
    this.phase = phase;
    this.fileName = '';
    this.#taskId = '';
    this.trouble = undefined;
    this.review = undefined;
    this.merged = undefined;
  }
}

/** The draft and its file needn't wait in memory. If that can't be said, newer ones push them out. */
function giveUp(taskId: string): void {
  void career.discardDraft(taskId).catch(() => {});
}
