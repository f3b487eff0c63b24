import { type Framing, type Size, firstFraming, partOf, shifted, zoomed } from '../domain/crop';
import type { LedgerState } from './ledger.svelte';
import { type Trouble, troubleAt } from './trouble';

/** What a file chooser offers. */
export const pictureTypes = '.png,.jpg,.jpeg,image/png,image/jpeg';

/** The shapes a picture is kept in, width to height: as in a passport, or square. */
export const shapes = { portrait: 35 / 45, square: 1 } as const;

/** The name of a shape. */
export type ShapeName = keyof typeof shapes;

/** How far an arrow key moves the frame, in fractions of it, and how much plus enlarges. */
const nudge = 0.05;
const zoomStep = 0.1;

/** Choosing the part of a picture that is to be kept. */
export class Portrait {
  /** The picture, for as long as it is being cropped. */
  url = $state('');
  size = $state.raw<Size>();
  shape = $state<ShapeName>('portrait');
  framing = $state.raw<Framing>(firstFraming);
  keeping = $state(false);
  trouble = $state.raw<Trouble>();
  readonly #ledger: LedgerState;
  #file: File | undefined;

  constructor(ledger: LedgerState) {
    this.#ledger = ledger;
  }

  /** The part behind the frame, in fractions of the picture. */
  get part() {
    return partOf(this.size ?? { width: 1, height: 1 }, shapes[this.shape], this.framing);
  }

  /** Begins with a file that was chosen or dropped. */
  choose(file: File | undefined): void {
    this.cancel();
    if (!file) return;
    this.trouble = undefined;
    this.#file = file;
    this.url = URL.createObjectURL(file);
  }

  /** The web view can show it. */
  show(size: Size): void {
    this.size = size;
    this.framing = zoomed(size, shapes[this.shape], firstFraming, 1);
  }

  /** The web view can't. */
  refuse(): void {
    this.cancel();
    this.trouble = troubleAt('picture', 'career.pictureFormat');
  }

  setShape(shape: ShapeName): void {
    this.shape = shape;
    this.zoom(this.framing.zoom);
  }

  /** Moves the frame, by fractions of it. */
  shift(dx: number, dy: number): void {
    if (this.size) this.framing = shifted(this.size, shapes[this.shape], this.framing, dx, dy);
  }

  zoom(zoom: number): void {
    if (this.size) this.framing = zoomed(this.size, shapes[this.shape], this.framing, zoom);
  }

  /** Arrows move the frame, plus and minus enlarge; tells whether the key was one of these. */
  press(key: string): boolean {
    const by = { ArrowLeft: [-nudge, 0], ArrowRight: [nudge, 0], ArrowUp: [0, -nudge], ArrowDown: [0, nudge] }[key];
    const larger = { '+': zoomStep, '=': zoomStep, '-': -zoomStep }[key];
    if (by) this.shift(by[0]!, by[1]!);
    else if (larger) this.zoom(this.framing.zoom + larger);
    return by !== undefined || larger !== undefined;
  }

  /** Keeps what is in the frame. */
  async keep(): Promise<void> {
    if (!this.#file || this.keeping) return;
    this.keeping = true;
    this.trouble = await this.#ledger.setPicture(this.#file, this.part);
    this.keeping = false;
    if (!this.trouble) this.cancel();
  }

  /** Lets go of the file. */
  cancel(): void {
    if (this.url) URL.revokeObjectURL(this.url);
    this.#file = undefined;
    this.url = '';
    this.size = undefined;
  }
}
