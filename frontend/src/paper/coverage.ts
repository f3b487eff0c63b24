// Which characters a font has: its cmap, tables of format 4 and 12 (OpenType 1.9, "cmap").
// Typst draws an empty box for what no font has and says nothing, so we look ourselves.

/** Ranges of code points, both ends included, in rising order. */
export type Ranges = [number, number][];

/** The characters of a font file; of a collection, those of its first font. Empty if it can't be read. */
export function coverage(font: Uint8Array): Ranges {
  try {
    return rangesOf(new DataView(font.buffer, font.byteOffset, font.byteLength));
  } catch {
    return [];
  }
}

/** Whether one of the fonts has the character. */
export function covers(fonts: Ranges[], code: number): boolean {
  return fonts.some((ranges) => has(ranges, code));
}

function has(ranges: Ranges, code: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle]!;
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

function rangesOf(view: DataView): Ranges {
  const start = view.getUint32(0) === 0x74746366 /* ttcf */ ? view.getUint32(12) : 0;
  const cmap = tableOf(view, start, 0x636d6170);
  const table = cmap + bestSubtable(view, cmap);
  const ranges = view.getUint16(table) === 12 ? format12(view, table) : format4(view, table);
  return ranges.sort((a, b) => a[0] - b[0]);
}

function tableOf(view: DataView, start: number, tag: number): number {
  const count = view.getUint16(start + 4);
  for (let i = 0; i < count; i++) {
    const record = start + 12 + i * 16;
    if (view.getUint32(record) === tag) return view.getUint32(record + 8);
  }
  throw new Error('no such table');
}

// Full Unicode before the basic plane.
function bestSubtable(view: DataView, cmap: number): number {
  const offsets = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) =>
    view.getUint32(cmap + 8 + i * 8),
  );
  const ofFormat = (format: number) => offsets.find((offset) => view.getUint16(cmap + offset) === format);
  const offset = ofFormat(12) ?? ofFormat(4);
  if (offset === undefined) throw new Error('no table of Unicode');
  return offset;
}

function format12(view: DataView, table: number): Ranges {
  return Array.from({ length: view.getUint32(table + 12) }, (_, i) => {
    const group = table + 16 + i * 12;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });
}

function format4(view: DataView, table: number): Ranges {
  const double = view.getUint16(table + 6);
  const ends = table + 14;
  const starts = ends + double + 2;
  const ranges: Ranges = [];
  for (let at = 0; at < double; at += 2) {
    const first = view.getUint16(starts + at);
    if (first !== 0xffff) ranges.push([first, view.getUint16(ends + at)]);
  }
  return ranges;
}
