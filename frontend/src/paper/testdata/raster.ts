// Grey pages as pixels, and whether two of them look the same.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

export interface Raster {
  width: number;
  height: number;
  /** A byte a pixel, black is 0. */
  pixels: Uint8Array;
}

/** The pixels of a page as pdftoppm -gray writes it. */
export function fromPgm(bytes: Buffer): Raster {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64))!;
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) };
}

const signature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');

/** The pixels as a PNG: eight bits of grey, no filters. */
export function toPng({ width, height, pixels }: Raster): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** The pixels of a PNG that toPng() made. */
export function fromPng(png: Buffer): Raster {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const start = png.indexOf('IDAT', 0, 'latin1');
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    pixels.set(rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width);
  }
  return { width, height, pixels };
}

const cell = 8;
// Of 255, in the mean grey of a cell: versions of a rasteriser differ at the edges of letters.
const tolerance = 24;

/** What is different, or nothing. Small cells are compared, not pixels. */
export function differs(before: Raster, now: Raster): string | undefined {
  if (before.width !== now.width || before.height !== now.height) {
    return `is ${now.width} by ${now.height}, was ${before.width} by ${before.height}`;
  }
  let changed = 0;
  let first = '';
  for (let y = 0; y + cell <= now.height; y += cell) {
    for (let x = 0; x + cell <= now.width; x += cell) {
      if (Math.abs(mean(before, x, y) - mean(now, x, y)) <= tolerance) continue;
      changed++;
      first ||= `${x},${y}`;
    }
  }
  return changed > 0 ? `differs in ${changed} places, first at ${first}` : undefined;
}

function mean({ width, pixels }: Raster, x: number, y: number): number {
  let sum = 0;
  for (let dy = 0; dy < cell; dy++)
    for (let dx = 0; dx < cell; dx++) sum += pixels[(y + dy) * width + x + dx]!;
  return sum / (cell * cell);
}
