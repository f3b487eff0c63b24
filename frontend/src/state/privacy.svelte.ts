import { type DocumentView, career } from '../api/career';
import { on } from '../api/events';
import { recordings as held } from '../api/privacy';
import type { RecordingView } from '../api/rehearsals';
import { type MessageKey, say } from '../i18n/messages';
import type { Toasts } from './toasts.svelte';
import { type Trouble, troubleOf } from './trouble';

export type { DocumentView, RecordingView };

/** What is kept besides the ledger: recordings with their clocks, and files somebody asked to keep. */
export class Privacy {
  recordings = $state.raw<RecordingView[]>();
  documents = $state.raw<DocumentView[]>();
  trouble = $state.raw<Trouble>();
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  /** Reads now and after every change, until the function given back is called. */
  follow(): () => void {
    void this.load();
    const reload = () => void this.load();
    const stops = [
      on('recordings:changed', reload),
      on('rehearsal:changed', reload),
      on('career:changed', reload),
      on('resync', reload),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    try {
      [this.recordings, this.documents] = await Promise.all([held.list(), career.documents()]);
      this.trouble = undefined;
    } catch (reason) {
      this.trouble = troubleOf(reason);
    }
  }

  /** Stops or starts the clock of a recording. */
  keepRecording(id: string, keep: boolean): Promise<void> {
    return this.#change(() => held.keep(id, keep));
  }

  /** Removes a recording for good. */
  deleteRecording(id: string): Promise<void> {
    return this.#change(() => held.delete(id), 'privacy.recordingDeleted');
  }

  /** Writes a kept file where the person wants it. */
  saveDocument(id: string): Promise<void> {
    return this.#change(async () => void (await career.saveDocument(id)));
  }

  /** Removes a kept file for good; the facts read from it stay. */
  deleteDocument(id: string): Promise<void> {
    return this.#change(() => career.deleteDocument(id), 'privacy.documentDeleted');
  }

  async #change(work: () => Promise<void>, done?: MessageKey): Promise<void> {
    try {
      await work();
      if (done) this.#toasts.done(say(done));
    } catch (reason) {
      this.#toasts.trouble(troubleOf(reason));
    }
    await this.load();
  }
}
