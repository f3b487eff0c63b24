import { fetchBytes } from '../api/files';
import { resumes } from '../api/resumes';
import type { PaperJob } from '../paper/typesetter';

type Fonts = NonNullable<PaperJob['extraFonts']>;

/** What a page is made of besides its document: fetched once, and again when it failed. */
export class PaperAssets {
  picture = $state.raw<Uint8Array>();
  fonts = $state.raw<Fonts>([]);
  readonly #picture = new Latest<Uint8Array | undefined>((picture) => (this.picture = picture));
  readonly #fonts = new Latest<Fonts>((fonts) => {
    // None again is no reason to draw again.
    if (fonts.length + this.fonts.length > 0) this.fonts = fonts;
  });

  /** Has the picture with this id; empty is none. `again` tries what failed before once more. */
  providePicture(id: string, again = false): Promise<void> {
    return this.#picture.ask(id, async () => (id ? fetchBytes(`/local/pictures/${id}`) : undefined), again);
  }

  /** Has the system's fonts for scripts that the bundled ones don't have. */
  provideFonts(scripts: string[], again = false): Promise<void> {
    return this.#fonts.ask(scripts.join(), () => fontsFor(scripts), again);
  }
}

async function fontsFor(scripts: string[]): Promise<Fonts> {
  const bundled = ['Latn', 'Grek', 'Cyrl'];
  const wanted = scripts.filter((script) => !bundled.includes(script));
  if (wanted.length === 0) return [];
  const found = await resumes.fonts(wanted);
  return Promise.all(found.map(async ({ script, url }) => ({ script, bytes: await fetchBytes(url) })));
}

/** One thing out of many with names: what was asked for last is what counts. */
class Latest<T> {
  readonly #put: (value: T) => void;
  #name = '';
  #failed = false;
  #done: Promise<void> = Promise.resolve();

  constructor(put: (value: T) => void) {
    this.#put = put;
  }

  /** Fetches it unless it is there, or on its way. */
  ask(name: string, fetch: () => Promise<T>, again: boolean): Promise<void> {
    if (name !== this.#name || (again && this.#failed)) {
      this.#name = name;
      this.#failed = false;
      this.#done = this.#fetch(name, fetch);
    }
    return this.#done;
  }

  async #fetch(name: string, fetch: () => Promise<T>): Promise<void> {
    try {
      const value = await fetch();
      if (name === this.#name) this.#put(value);
    } catch (reason) {
      this.#failed ||= name === this.#name;
      throw reason;
    }
  }
}
