// Pages for the system's printer: as the renderer's own shapes, which are sharp at any size.
// Runs in the page; on screen nothing of it is seen.

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Puts the pages of the renderer's SVG where printing finds them, and nothing else. The function given back takes them away. */
export function layOutForPrint(svg: string): () => void {
  const source = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (source.querySelector('parsererror')) throw new Error('the pages are no SVG');
  const pages = [...source.querySelectorAll('.typst-page')].map(pageOf);
  pages[0]?.prepend(...[...source.querySelectorAll('defs')].map((defs) => document.importNode(defs, true)));
  const sheets = document.createElement('div');
  sheets.className = 'printed';
  sheets.append(...pages);
  const style = styleOf(pages[0]);
  document.body.append(sheets);
  document.adoptedStyleSheets.push(style);
  return () => {
    sheets.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== style);
  };
}

/** A page by itself, without what lies over it to be selected and followed on screen. */
function pageOf(group: Element): SVGSVGElement {
  const page = document.createElementNS(svgNamespace, 'svg');
  const size = ['width', 'height'].map((name) => group.getAttribute(`data-page-${name}`) ?? '0');
  page.setAttribute('viewBox', `0 0 ${size.join(' ')}`);
  const content = document.importNode(group, true);
  content.removeAttribute('transform'); // from the page before
  content.querySelectorAll('foreignObject, .pseudo-link').forEach((part) => part.remove());
  page.append(content);
  return page;
}

// As large as the printer's own margins leave room, which WebKit keeps whatever is said here.
// In percent, for there 1vh is of the screen.
function styleOf(page: SVGSVGElement | undefined): CSSStyleSheet {
  const [, , width, height] = (page?.getAttribute('viewBox') ?? '0 0 595 842').split(' ');
  const style = new CSSStyleSheet();
  style.replaceSync(`
    @page { size: ${width}pt ${height}pt; margin: 0 }
    @media screen { .printed { display: none } }
    @media print {
      html, body, .printed { height: 100% !important; overflow: visible !important; background: #fff !important }
      body > :not(.printed) { display: none !important }
      .printed svg { display: block; width: 100%; height: 99.8%; break-after: page; break-inside: avoid }
      .printed svg:last-child { break-after: auto }
    }
  `);
  return style;
}
