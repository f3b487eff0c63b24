// Which part of a picture is kept. The frame has a fixed shape; the picture is moved and
// enlarged behind it, and never leaves a part of it empty.

/** The size of a picture as it is seen upright, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The middle of the frame in fractions of the picture, and how much it is enlarged. */
export interface Framing {
  x: number;
  y: number;
  /** 1 is the largest frame the picture holds. */
  zoom: number;
}

/** A part of a picture, in fractions of it. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The most a picture is enlarged. */
export const largestZoom = 4;

/** Where a frame begins: the middle, and a little above it, where faces are. */
export const firstFraming: Framing = { x: 0.5, y: 0.45, zoom: 1 };

/** The part behind a frame of this shape (width to height). */
export function partOf(size: Size, shape: number, { x, y, zoom }: Framing): Part {
  const wide = size.width / size.height / shape; // above 1: the picture is wider than the frame
  const width = Math.min(1, 1 / wide) / zoom;
  const height = Math.min(1, wide) / zoom;
  return { x: within(x - width / 2, 1 - width), y: within(y - height / 2, 1 - height), width, height };
}

/** Moves the frame by fractions of itself. */
export function shifted(size: Size, shape: number, framing: Framing, dx: number, dy: number): Framing {
  const part = partOf(size, shape, framing);
  return settled(size, shape, {
    ...framing,
    x: part.x + part.width / 2 + dx * part.width,
    y: part.y + part.height / 2 + dy * part.height,
  });
}

/** Enlarges the picture behind the frame, whose middle stays if it can. */
export function zoomed(size: Size, shape: number, framing: Framing, zoom: number): Framing {
  return settled(size, shape, { ...framing, zoom: Math.min(largestZoom, Math.max(1, zoom)) });
}

function settled(size: Size, shape: number, framing: Framing): Framing {
  const part = partOf(size, shape, framing);
  return { x: part.x + part.width / 2, y: part.y + part.height / 2, zoom: framing.zoom };
}

function within(n: number, most: number): number {
  return Math.min(Math.max(0, n), Math.max(0, most));
}
