/** How near an edge the pointer has to be, and how fast things go by there, in pixels and pixels per frame. */
const edge = 40;
const pace = 9;

/** Scrolls what an element lies in while the pointer is held near its upper or lower edge. */
export class EdgeScroll {
  readonly #box: HTMLElement | null;
  readonly #onscroll: () => void;
  #by = 0;
  #frame = 0;

  constructor(element: HTMLElement, onscroll: () => void) {
    this.#box = scrolling(element.parentElement);
    this.#onscroll = onscroll;
  }

  /** The pointer is at this height now. */
  at(y: number): void {
    const box = this.#box?.getBoundingClientRect();
    this.#by = !box ? 0 : y < box.top + edge ? -pace : y > box.bottom - edge ? pace : 0;
    if (this.#by !== 0 && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#step());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#by = 0;
  }

  #step(): void {
    this.#frame = 0;
    if (this.#by === 0 || !this.#box) return;
    this.#box.scrollTop += this.#by;
    this.#onscroll();
    this.#frame = requestAnimationFrame(() => this.#step());
  }
}

function scrolling(element: HTMLElement | null): HTMLElement | null {
  if (!element || /auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
  return scrolling(element.parentElement);
}
