// Draws pages into bitmaps in the worker. The renderer can do that too, but it draws whole
// pages glyph by glyph and knows nothing of the page before: 30 ms in Chromium and 160 ms
// in WebKitGTK for one page, ten times the compile. A key press changes a line or what
// stands below it, so only that band is drawn, with outlines that are kept.
import { type Drawing, type DrawnPage, type Item, difference } from './drawing';
import type { PageSize } from './engine';
import type { Drawn } from './typesetter';

/** A page as it was last drawn. */
interface Kept {
  key: string;
  scale: number;
  items: Item[];
}

/** Draws one document; remembers what every page looked like when it was last drawn. */
export class Painter {
  #kept = new Map<number, Kept>();
  #glyphs = new Map<string, { d: string; path: Path2D }>();
  #images = new Map<string, ImageBitmap>();

  /**
   * Draws a page at so many pixels per pt. `known` is the key of what the receiver shows:
   * nothing is drawn if it is the same, and a band only if it is the last one drawn.
   */
  async paint(drawing: Drawing, page: number, size: PageSize, scale: number, known: string): Promise<Drawn> {
    const { items, key: content } = drawing.pages[page]!;
    const key = `${content}@${scale}`;
    const width = Math.ceil(size.width * scale);
    const height = Math.ceil(size.height * scale);
    const drawn = { page, key, width, height, top: 0 };
    if (key === known) return drawn;
    const kept = this.#kept.get(page);
    // Of another size nothing can stay, even if nothing on it changed.
    const same = kept && kept.key === known && kept.scale === scale;
    const band = same ? difference(kept.items, items) : { top: 0, bottom: size.height };
    this.#kept.set(page, { key, scale, items });
    if (!band) return drawn;
    const top = Math.max(0, Math.floor(band.top * scale) - 1);
    const bottom = Math.min(height, Math.ceil(band.bottom * scale) + 1);
    if (bottom <= top) return drawn;
    return { ...drawn, top, bitmap: await this.#band(drawing, items, scale, width, top, bottom) };
  }

  /** Whether all that is on a page can be drawn here. */
  can(page: DrawnPage | undefined): boolean {
    return page !== undefined && !page.foreign;
  }

  async #band(drawing: Drawing, items: Item[], scale: number, width: number, top: number, bottom: number) {
    const canvas = new OffscreenCanvas(width, bottom - top);
    const context = canvas.getContext('2d', { alpha: false })!;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, bottom - top);
    for (const item of items) {
      if (item.bottom * scale < top || item.top * scale > bottom) continue;
      context.save();
      this.#cut(context, item, scale, top);
      if (item.glyphs) this.#text(context, drawing, item, scale, top);
      else if (item.shape) this.#shape(context, item, scale, top);
      else await this.#image(context, item, scale, top);
      context.restore();
    }
    return canvas.transferToImageBitmap();
  }

  #cut(context: OffscreenCanvasRenderingContext2D, item: Item, scale: number, top: number): void {
    for (const { d, place } of item.clips) {
      const s = place.scale * scale;
      context.setTransform(s, 0, 0, s, place.x * scale, place.y * scale - top);
      context.clip(new Path2D(d));
    }
  }

  #text(
    context: OffscreenCanvasRenderingContext2D,
    drawing: Drawing,
    item: Item,
    scale: number,
    top: number,
  ): void {
    const s = item.place.scale * scale;
    const x = item.place.x * scale;
    const y = item.place.y * scale - top;
    context.fillStyle = item.fill;
    for (const glyph of item.glyphs!) {
      // Outlines grow upwards.
      context.setTransform(s, 0, 0, -s, x + s * glyph.x, y - s * glyph.y);
      context.fill(this.#outline(glyph.id, drawing.glyphs.get(glyph.id)!));
    }
  }

  #shape(context: OffscreenCanvasRenderingContext2D, item: Item, scale: number, top: number): void {
    const s = item.place.scale * scale;
    context.setTransform(s, 0, 0, s, item.place.x * scale, item.place.y * scale - top);
    const path = new Path2D(item.shape!.d);
    if (item.fill !== '' && item.fill !== 'none') {
      context.fillStyle = item.fill;
      context.fill(path);
    }
    if (item.stroke === '' || item.stroke === 'none') return;
    context.strokeStyle = item.stroke;
    context.lineWidth = item.strokeWidth;
    context.stroke(path);
  }

  async #image(
    context: OffscreenCanvasRenderingContext2D,
    item: Item,
    scale: number,
    top: number,
  ): Promise<void> {
    const { href, width, height } = item.image!;
    const image = await this.#decoded(href);
    const s = item.place.scale * scale;
    context.setTransform(s, 0, 0, s, item.place.x * scale, item.place.y * scale - top);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
  }

  #outline(id: string, d: string): Path2D {
    const kept = this.#glyphs.get(id);
    if (kept?.d === d) return kept.path;
    const path = new Path2D(d);
    this.#glyphs.set(id, { d, path });
    return path;
  }

  async #decoded(href: string): Promise<ImageBitmap> {
    const kept = this.#images.get(href);
    if (kept) return kept;
    const [, type = '', data = ''] = /^data:([^;]+);base64,(.*)$/.exec(href) ?? [];
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type }));
    this.#images.clear();
    this.#images.set(href, image);
    return image;
  }
}
