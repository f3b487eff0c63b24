import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { Document } from '../document';
import { sample, words } from '../sample';
import { docx } from '.';

async function parts(document: Document, picture?: Uint8Array) {
  const zip = await JSZip.loadAsync(await docx({ document, ...(picture && { picture }) }));
  const read = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
  return { body: await read('word/document.xml'), links: await read('word/_rels/document.xml.rels'), styles: await read('word/styles.xml'), core: await read('docProps/core.xml') };
}

/** The text of each paragraph. */
function paragraphs(body: string): string[] {
  return [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) =>
    [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g)].map(([t]) => t.replace(/<[^>]*>/g, '')).join(''),
  );
}

describe('docx', () => {
  test('holds every word in the order of the page', async () => {
    const { body } = await parts(sample());
    expect(paragraphs(body)).toMatchInlineSnapshot(`
      [
        "Dana Kowalczyk",
        "Operations manager, warehousing and distribution",
        "Leeds · dana@kowalczyk.example · 07700 900 314 · kowalczyk.example",
        "Profile",
        "Operations lead with nine years in food and parcel distribution. I run safe, calm shifts, and I fix the cause of a problem before it returns.",
        "Experience",
        "Shift Operations Lead	Mar 2021 – present",
        "Brackwell Distribution, Leeds",
        "Lead 46 people across inbound, pick and dispatch on a 24-hour site.",
        "Cut late dispatches from 6.1% to 2.4% in ten months by moving the carrier cut-off and retraining two bays.",
        "Wrote the peak plan that handled 31% more volume with no agency overspend.",
        "Chair the weekly safety walk; 412 days without a lost-time injury.",
        "Ferrow Parcel, Bradford	Jan 2015 – Feb 2021",
        "Warehouse Team Leader	Jun 2017 – Feb 2021",
        "Ran a night team of 18 and trained six new team leaders.",
        "Rebuilt the returns area, halving the time from dock to shelf.",
        "Stock Controller	Jan 2015 – May 2017",
        "Raised cycle-count accuracy from 94% to 99.2%.",
        "Education",
        "Level 5, Operations Management	2022 – 2023",
        "Aire Valley College",
        "Skills",
        "Operations: labour planning, carrier management, WMS set-up, lean problem solving",
        "People: safety leadership, coaching",
        "Languages",
        "English (Native), Polish (B2)",
      ]
    `);
  });

  test('has real headings, lists and live links', async () => {
    const { body, links } = await parts(sample());
    expect(body.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(5);
    expect(body).toContain('<w:numId');
    expect(links).toContain('Target="mailto:dana@kowalczyk.example" TargetMode="External"');
  });

  test('what looks like markup is text', async () => {
    const document = sample();
    document.head.label = words('<w:p/> & #set $x$ "C*"');
    const { body } = await parts(document);
    expect(body).toContain('&lt;w:p/&gt; &amp; #set $x$ ');
  });

  test('says its language, author and title', async () => {
    const { styles, core } = await parts({ ...sample(), language: 'de-CH', name: 'Leitung' });
    expect(styles).toContain('w:lang w:val="de-CH"');
    expect(core).toContain('<dc:title>Leitung</dc:title>');
    expect(core).toContain('<dc:creator>Dana Kowalczyk</dc:creator>');
  });

  test('runs from right to left where the language does', async () => {
    expect((await parts({ ...sample(), language: 'ar' })).body).toContain('<w:bidi/>');
    expect((await parts(sample())).body).not.toContain('<w:bidi/>');
  });

  test.each([
    ['a4', 'w:w="11906" w:h="16838"'],
    ['letter', 'w:w="12240" w:h="15840"'],
    ['a5', 'w:w="8391" w:h="11906"'],
  ])('is on %s', async (paper, size) => {
    expect((await parts(sample({ paper }))).body).toContain(size);
  });
});
