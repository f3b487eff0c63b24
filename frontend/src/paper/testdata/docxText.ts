import JSZip from 'jszip';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of a Word file, a line for each paragraph. */
export async function docxText(file: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(file);
  const xml = await zip.file('word/document.xml')!.async('string');
  return [...xml.matchAll(/<\/w:p>|<w:tab\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([tag, text]) => (text === undefined ? (tag === '</w:p>' ? '\n' : ' ') : unescaped(text)))
    .join('');
}

function unescaped(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
