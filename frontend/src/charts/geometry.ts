// Where the parts of a chart lie. Pure: sizes are handed in, in CSS pixels.
import { scaleLinear, scalePoint } from 'd3-scale';
import { line as lineThrough } from 'd3-shape';

/** One rehearsal on a line. */
export interface ChartPoint {
  /** Names the place on the time axis; points of one rehearsal share it. */
  key: string;
  /** RFC 3339. */
  at: string;
  value: number;
  /** How far it may lie off to either side; both the value where that isn't known. */
  low: number;
  high: number;
  /** All of it in a sentence. */
  label: string;
  /** Where it came from. */
  href: string;
}

/** A line of a chart. */
export interface ChartLine {
  id: string;
  name: string;
  /** Of the name, where it isn't in the language of the app. */
  lang?: string;
  /** The newest value, as it is written. */
  last: string;
  points: ChartPoint[];
  /** Indexes of the points that the line doesn't lead to from the one before. */
  breaks: number[];
}

/** A place to draw in, and what of it is left for words. */
export interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What chart components draw by. */
export interface Scales {
  x: (point: ChartPoint) => number;
  y: (value: number) => number;
  /** The places on the time axis in order, each with the moment of its rehearsal. */
  places: { key: string; at: string; x: number }[];
}

/** The pieces of a line between its breaks. No piece goes over a break. */
function pieces(line: ChartLine): ChartPoint[][] {
  const out: ChartPoint[][] = [];
  line.points.forEach((point, i) => {
    if (i === 0 || line.breaks.includes(i)) out.push([]);
    out.at(-1)?.push(point);
  });
  return out;
}

/** Rehearsals stand side by side in the order of time, each as far from the next. */
export function scales(lines: readonly ChartLine[], domain: readonly [number, number], box: Box): Scales {
  const moments = new Map(lines.flatMap((line) => line.points).map((p) => [p.key, p.at]));
  const keys = [...moments].sort((a, b) => Date.parse(a[1]) - Date.parse(b[1]) || a[0].localeCompare(b[0])).map(([key]) => key);
  const across = scalePoint(keys, [box.left, Math.max(box.left, box.width - box.right)]);
  const up = scaleLinear(domain, [box.height - box.bottom, box.top]);
  const x = (key: string) => across(key) ?? box.left;
  return {
    x: (point) => x(point.key),
    y: (value) => up(value),
    places: keys.map((key) => ({ key, at: moments.get(key) ?? '', x: x(key) })),
  };
}

/** The path of each piece of a line that has two points or more. */
export function paths(line: ChartLine, { x, y }: Scales): string[] {
  const draw = lineThrough<ChartPoint>(x, (point) => y(point.value));
  return pieces(line)
    .filter((piece) => piece.length > 1)
    .map((piece) => draw(piece) ?? '');
}

/** Where lines break: the middle between two places, once for all lines that break there. */
export function breakPlaces(lines: readonly ChartLine[], { x }: Scales): number[] {
  const found = lines.flatMap((line) =>
    line.breaks.flatMap((i) => {
      const [before, after] = [line.points[i - 1], line.points[i]];
      return before && after ? [Math.round((x(before) + x(after)) / 2)] : [];
    }),
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

/** At most so many places that get a date: the first, the last, and some between. */
export function dated<T>(places: readonly T[], most: number): T[] {
  if (places.length <= most) return [...places];
  const step = (places.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => places[Math.round(i * step)] as T);
}

/** From the least to the greatest of the values, with a tenth of room; never nothing. */
export function domainOf(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) / 10;
  return [low - room, high + room];
}
