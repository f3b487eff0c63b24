import type { Modules } from './engine';
import type { LoadFont } from './fonts';

/** What a typesetter needs from its surroundings: a page's server, or a disk. */
export interface Assets {
  modules(): Promise<Modules>;
  font: LoadFont;
}
