// What is on a page as a list of things to draw, read from the renderer's SVG. Two lists
// can be compared, so that only what changed is drawn again; see painter.ts for why.
import { fontSize } from './pageText';
import { type Place, type Tag, decode, scan } from './svgScan';

/** A stretch of glyphs, a shape or an image. Equal keys draw the same at the same place. */
export interface Item {
  key: string;
  /** How far it may reach, in pt. */
  top: number;
  bottom: number;
  place: Place;
  /** Paths that it is cut by. */
  clips: Shape[];
  glyphs?: { id: string; x: number; y: number }[];
  shape?: Shape;
  image?: { href: string; width: number; height: number };
  fill: string;
  stroke: string;
  strokeWidth: number;
}

interface Shape {
  d: string;
  place: Place;
}

export interface DrawnPage {
  /** Of all that is on it. */
  key: string;
  items: Item[];
  /** Whether there is something on it that this file does not know how to draw. */
  foreign: boolean;
}

export interface Drawing {
  pages: DrawnPage[];
  /** Outlines by id. */
  glyphs: Map<string, string>;
}

/** Reads a document's SVG with its definitions. */
export function drawingOf(svg: string): Drawing {
  const reader = new Reader();
  scan(
    svg,
    (tag) => reader.open(tag),
    (name) => reader.close(name),
  );
  return reader.drawing;
}

// Tags that draw nothing themselves.
const silent = new Set(['svg', 'style', 'defs', 'a', 'rect', 'foreignObject', 'h5:div', 'clipPath']);

// There are thousands of them; taken apart at once.
const use = /x="([^"]*)" y="([^"]*)" href="#([^"]*)"/;

class Reader {
  readonly drawing: Drawing = { pages: [], glyphs: new Map() };
  #clips = new Map<string, string>();
  /** Glyphs that are no outlines, as those of emoji. */
  #strange = new Set<string>();
  #clipId = '';
  /** For every open group: what it is cut by. */
  #groups: Shape[][] = [];
  /** The text that is being read, and how deep its group lies. */
  #text?: Item;
  #textDepth = 0;

  open(tag: Tag): void {
    const { name, at } = tag;
    const defined = this.drawing.pages.length === 0 && name !== 'path' && at('id');
    if (defined && name !== 'clipPath') this.#strange.add(at('id'));
    if (name === 'g') this.#group(tag);
    else if (name === 'path' && at('class') === 'outline_glyph') this.drawing.glyphs.set(at('id'), at('d'));
    else if (name === 'clipPath') this.#clipId = at('id');
    else if (name === 'path' && this.#clipId !== '') this.#clips.set(this.#clipId, at('d'));
    else if (name === 'path') this.#shape(tag);
    else if (name === 'use') this.#glyph(tag);
    else if (name === 'image') this.#image(tag);
    else if (!silent.has(name)) this.#foreign();
    if (name === 'h5:div' && this.#text) this.#reach(this.#text, fontSize(at('style')) * tag.place.scale);
  }

  close(name: string): void {
    if (name === 'clipPath') this.#clipId = '';
    if (name === 'g') {
      this.#groups.pop();
      if (this.#text && this.#groups.length < this.#textDepth) this.#text = undefined;
    }
  }

  #group({ at, place, alone }: Tag): void {
    if (at('class') === 'typst-page')
      this.drawing.pages.push({ key: at('data-tid'), items: [], foreign: false });
    const clip = this.#clips.get(/^url\(#(.+)\)$/.exec(at('clip-path'))?.[1] ?? '');
    const around = this.#groups.at(-1) ?? [];
    if (!alone) this.#groups.push(clip === undefined ? around : [...around, { d: clip, place }]);
    if (at('class') !== 'typst-text') return;
    this.#text = { ...this.#item(place, at), glyphs: [] };
    this.#textDepth = this.#groups.length;
    this.#add(this.#text);
  }

  #glyph({ attributes }: Tag): void {
    const [, x, y, id = ''] = use.exec(attributes) ?? [];
    if (!this.#text || this.#strange.has(id)) return this.#foreign();
    // A space has no outline.
    if (!this.drawing.glyphs.has(id)) return;
    this.#text.glyphs!.push({ id, x: Number(x), y: Number(y) });
    this.#text.key += `${id} ${x} ${y} `;
  }

  #shape({ at, place }: Tag): void {
    const d = at('d');
    const item = { ...this.#item(place, at), shape: { d, place } };
    const reach = ordinates(d);
    item.top = place.y + place.scale * Math.min(...reach) - item.strokeWidth;
    item.bottom = place.y + place.scale * Math.max(...reach) + item.strokeWidth;
    item.key += d;
    this.#add(item);
  }

  #image({ at, place }: Tag): void {
    const [width, height, href] = [Number(at('width')), Number(at('height')), decode(at('xlink:href'))];
    const item = { ...this.#item(place, at), image: { href, width, height } };
    item.bottom = place.y + place.scale * height;
    item.key += `${width} ${height} ${href}`;
    this.#add(item);
  }

  #item(place: Place, at: Tag['at']): Item {
    const [fill, stroke] = [at('fill'), at('stroke')];
    if (!Number.isFinite(place.scale) || fill.startsWith('url') || stroke.startsWith('url')) this.#foreign();
    const clips = this.#groups.at(-1) ?? [];
    const strokeWidth = Number(at('stroke-width') || 0);
    const cut = clips.map((clip) => clip.d).join();
    const key = `${place.x} ${place.y} ${place.scale} ${fill} ${stroke} ${strokeWidth} ${cut} `;
    return { key, top: place.y, bottom: place.y, place, clips, fill, stroke, strokeWidth };
  }

  // Generous: accents and descenders of any font.
  #reach(text: Item, size: number): void {
    text.top = Math.min(text.top, text.place.y - 1.6 * size);
    text.bottom = Math.max(text.bottom, text.place.y + 0.8 * size);
  }

  #add(item: Item): void {
    this.drawing.pages.at(-1)?.items.push(item);
  }

  #foreign(): void {
    const page = this.drawing.pages.at(-1);
    if (page) page.foreign = true;
  }
}

// Every second number of an absolute path is a y; any other path may reach anywhere.
function ordinates(d: string): number[] {
  if (/[^MLCQZ\d\s.,e-]/.test(d)) return [-1e4, 1e4];
  const numbers = d.match(/-?[\d.]+(?:e-?\d+)?/g) ?? ['0', '0'];
  return numbers.filter((_, i) => i % 2 === 1).map(Number);
}

/** From where to where two pages differ, in pt; undefined: nowhere. */
export function difference(before: Item[], after: Item[]): { top: number; bottom: number } | undefined {
  let start = 0;
  while (start < before.length && before[start]!.key === after[start]?.key) start++;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before.at(-1 - end)!.key === after.at(-1 - end)!.key) end++;
  const changed = [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
  if (changed.length === 0) return undefined;
  return {
    top: Math.min(...changed.map(({ top }) => top)),
    bottom: Math.max(...changed.map(({ bottom }) => bottom)),
  };
}
