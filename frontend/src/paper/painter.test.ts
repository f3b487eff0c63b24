import { beforeEach, expect, test, vi } from 'vitest';
import { drawingOf } from './drawing';
import { Painter } from './painter';

/** A canvas that only knows its size: what is drawn on it is seen in the rasters. */
class Canvas {
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}
  getContext() {
    return { fillRect() {}, save() {}, restore() {}, setTransform() {}, fill() {}, stroke() {} };
  }
  transferToImageBitmap() {
    return { width: this.width, height: this.height };
  }
}

const size = { width: 600, height: 800 };
const page = (key: string, ...colours: string[]) => {
  const lines = colours.map((fill, i) => `<path d="M 0 ${100 * i} L 9 ${100 * i + 10} " fill="${fill}"/>`);
  return drawingOf(`<svg><g class="typst-page" data-tid="${key}">${lines.join('')}</g></svg>`);
};
const before = page('a', '#111', '#222', '#333');
const after = page('b', '#111', '#aaa', '#333');

let painter: Painter;

beforeEach(() => {
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal('Path2D', class {});
  painter = new Painter();
});

test('a page is drawn whole, then only where it changed', async () => {
  const first = await painter.paint(before, 0, size, 2, '');
  expect(first).toMatchObject({ top: 0, width: 1200, height: 1600, bitmap: { height: 1600 } });
  expect((await painter.paint(before, 0, size, 2, first.key)).bitmap).toBeUndefined();
  const second = await painter.paint(after, 0, size, 2, first.key);
  expect(second).toMatchObject({ top: 199, width: 1200, bitmap: { height: 22 } });
});

test('a page is drawn whole where something else is shown', async () => {
  await painter.paint(before, 0, size, 2, '');
  expect((await painter.paint(after, 0, size, 2, 'another')).bitmap).toMatchObject({ height: 1600 });
});

test('a page of another size is drawn whole even if nothing on it changed', async () => {
  const { key } = await painter.paint(before, 0, size, 2, '');
  expect((await painter.paint(before, 0, size, 3, key)).bitmap).toMatchObject({ height: 2400 });
});
