import { upload } from '../api/files';
import { type CheckView, resumes } from '../api/resumes';
import type { PaperView } from './paperView.svelte';
import type { Studio } from './studio.svelte';
import type { Tasks } from './tasks.svelte';
import { type Trouble, troubleOf } from './trouble';

export type { CheckView } from '../api/resumes';

/** What programs that read résumés get from this one: its own file, read by our own reader. */
export class ResumeCheck {
  result = $state.raw<CheckView>();
  trouble = $state.raw<Trouble>();
  busy = $state(false);
  readonly #studio: Studio;
  readonly #paper: PaperView;
  readonly #tasks: Tasks;

  constructor(studio: Studio, paper: PaperView, tasks: Tasks) {
    this.#studio = studio;
    this.#paper = paper;
    this.#tasks = tasks;
  }

  /** Makes the file, has it read in a process of its own, and shows what came of it. */
  async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = undefined;
    try {
      const pdf = await this.#paper.pdf();
      const token = await upload(new Blob([pdf as BlobPart], { type: 'application/pdf' }));
      const task = await this.#tasks.run('check.reading', () => resumes.startCheck(this.#studio.id, token));
      this.result = await resumes.check(task);
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
    this.busy = false;
  }
}
