// The page's side of the painter.
import type { Drawn } from './typesetter';

/** Puts what was drawn onto a page's canvas; the bitmap is gone afterwards. */
export function show(canvas: HTMLCanvasElement, { width, height, top, bitmap }: Drawn): void {
  if (!bitmap) return;
  // Changing a size clears a canvas, even to the same size.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext('2d', { alpha: false })!.drawImage(bitmap, 0, top);
  bitmap.close();
}
