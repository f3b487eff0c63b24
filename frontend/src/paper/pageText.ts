// The text of laid-out pages with its places, read from the renderer's own SVG: for a
// layer over the drawn page that can be selected, and for reading back what a page says.

/** A stretch of text on one line; lengths in pt from the page's top left corner. */
export interface TextRun {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  size: number;
}

/** A place that links somewhere. */
export interface LinkArea {
  href: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageText {
  runs: TextRun[];
  links: LinkArea[];
}

interface Place {
  x: number;
  y: number;
  scale: number;
}

const tag = /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;

/** Reads every page of a document's SVG. */
export function pageTexts(svg: string): PageText[] {
  const pages: PageText[] = [];
  const places: Place[] = [{ x: 0, y: 0, scale: 1 }];
  const from = Math.max(0, svg.indexOf('<g class="typst-page"'));
  let href = '';
  let box = { width: 0, size: 0 };
  for (const [, closing, name, attributes = '', empty, text = ''] of svg.slice(from).matchAll(tag)) {
    if (closing) {
      if (name === 'g') places.pop();
      continue;
    }
    const at = (key: string) => attribute(attributes, key);
    if (name === 'g') {
      const page = at('class') === 'typst-page';
      if (page) pages.push({ runs: [], links: [] });
      // Every page begins at its own corner.
      if (!empty) places.push(page ? { x: 0, y: 0, scale: 1 } : moved(places.at(-1)!, at('transform')));
    }
    const place = places.at(-1)!;
    const into = pages.at(-1);
    if (name === 'a') href = decode(at('href') || at('xlink:href'));
    if (name === 'foreignObject') box = { width: Number(at('width')), size: 0 };
    if (name === 'h5:div' && into) into.runs.push(run(decode(text), place, box.width, at('style')));
    if (name === 'rect' && at('class') === 'pseudo-link' && into) into.links.push(link(href, place, at));
  }
  return pages;
}

function moved(place: Place, transform: string): Place {
  const shift = /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(transform);
  const matrix =
    /matrix\(([-\d.e]+)[ ,]+[-\d.e]+[ ,]+[-\d.e]+[ ,]+[-\d.e]+[ ,]+([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(
      transform,
    );
  const scale = /scale\(([-\d.e]+)/.exec(transform);
  return {
    x: place.x + place.scale * Number(shift?.[1] ?? matrix?.[2] ?? 0),
    y: place.y + place.scale * Number(shift?.[2] ?? matrix?.[3] ?? 0),
    scale: place.scale * Number(scale?.[1] ?? matrix?.[1] ?? 1),
  };
}

function run(text: string, { x, y, scale }: Place, width: number, style: string): TextRun {
  const size = Number(/font-size:\s*([\d.]+)/.exec(style)?.[1] ?? 0);
  return { text, x, y, width: width * scale, size: size * scale };
}

function link(href: string, place: Place, at: (key: string) => string): LinkArea {
  const number = (key: string) => place.scale * Number(at(key) || 0);
  return {
    href,
    x: place.x + number('x'),
    y: place.y + number('y'),
    width: number('width'),
    height: number('height'),
  };
}

function attribute(attributes: string, key: string): string {
  return new RegExp(`(?:^|\\s)${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}
