// A walk over the renderer's SVG, which is regular enough for a scanner: no comments, no
// entities but in text, transforms that only shift and scale. Runs in a worker, where
// there is no DOM.

/** Where a tag's own coordinates lie on its page, in pt. */
export interface Place {
  x: number;
  y: number;
  scale: number;
}

/** A tag that opens, or stands alone. */
export interface Tag {
  name: string;
  /** An attribute's value, or empty. */
  at(key: string): string;
  /** The attributes as they are written. */
  attributes: string;
  place: Place;
  /** The text that follows up to the next tag. */
  text: string;
  alone: boolean;
}

const pattern = /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;
const origin: Place = { x: 0, y: 0, scale: 1 };

/** Visits every tag in order. A page's coordinates begin at its own corner. */
export function scan(svg: string, open: (tag: Tag) => void, close: (name: string) => void = () => {}): void {
  const places: Place[] = [origin];
  for (const [, closing, name = '', attributes = '', empty, text = ''] of svg.matchAll(pattern)) {
    if (closing) {
      if (name === 'g') places.pop();
      close(name);
      continue;
    }
    const at = (key: string) => attribute(attributes, key);
    let place = places.at(-1)!;
    if (name === 'g') {
      place = at('class') === 'typst-page' ? origin : moved(place, at('transform'));
      if (!empty) places.push(place);
    }
    open({ name, at, attributes, place, text, alone: empty !== '' });
  }
}

const expressions = new Map<string, RegExp>();

function attribute(attributes: string, key: string): string {
  let expression = expressions.get(key);
  if (!expression) {
    expression = new RegExp(`(?:^|\\s)${key}="([^"]*)"`);
    expressions.set(key, expression);
  }
  return expression.exec(attributes)?.[1] ?? '';
}

const shift = /^translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)$/;
const size = /^scale\(([-\d.e]+)[ ,]+[-\d.e]+\)$/;

// What turns or shears gets a scale that is no number, so that nobody takes its place for one.
function moved(place: Place, transform: string): Place {
  if (transform === '') return place;
  const by = shift.exec(transform);
  if (by)
    return { ...place, x: place.x + place.scale * Number(by[1]), y: place.y + place.scale * Number(by[2]) };
  return { ...place, scale: place.scale * Number(size.exec(transform)?.[1] ?? Number.NaN) };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text or an attribute's value without entities. */
export function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}
