// A long list is on screen in part: thousands of rows at once would take a slow computer
// many seconds, and nobody reads them at once.

/** How many rows come at a time. */
const step = 40;
/** So few more are not worth a press. */
const slack = 20;

/** How many of those that are left come at one press. */
const coming = (left: number) => (left < step + slack ? left : step);

/** Which rows of a list are on screen: from a place on, up to another, which is not among them. */
export class Portion {
  #length: () => number;
  #from = $state(0);
  #to = $state(step);

  /** length tells how long the list is now. */
  constructor(length: () => number) {
    this.#length = length;
  }

  get from(): number {
    const from = Math.min(this.#from, this.#length() - 1);
    return from < slack ? 0 : from;
  }

  get to(): number {
    const length = this.#length();
    return length - this.#to < slack ? length : this.#to;
  }

  /** How many come before the first one if they are asked for. */
  get earlier(): number {
    return coming(this.from);
  }

  /** How many come after the last one if they are asked for. */
  get later(): number {
    return coming(this.#length() - this.to);
  }

  showEarlier(): void {
    this.#from = this.from - this.earlier;
  }

  showLater(): void {
    this.#to = this.to + this.later;
  }

  /** Puts a row on screen: beside those that are there if it is near, in their place if it isn't. */
  show(at: number): void {
    if (at >= this.from - step && at < this.from) this.showEarlier();
    else if (at >= this.to && at < this.to + step) this.showLater();
    else if (at < this.from || at >= this.to) [this.#from, this.#to] = [at - (at % step), at - (at % step) + step];
  }
}
