// The résumé as a Word document: the same words in the same order as the PDF, with real
// headings, lists and links, in one column, which every word processor can edit.
import { Document, Packer } from 'docx';
import { inputOf } from '../input';
import { templateOf } from '../templates';
import type { PaperJob } from '../typesetter';
import { head } from './head';
import { bulletNumbering, documentStyles, pageProperties } from './look';
import { section } from './sections';

/** The bytes of a .docx file of what is shown. */
export async function docx(job: PaperJob): Promise<Uint8Array> {
  const template = templateOf(job.document.layout.template);
  const input = inputOf(job.document, { picture: job.picture !== undefined });
  const file = new Document({
    title: input.title,
    creator: input.author,
    lastModifiedBy: input.author,
    styles: documentStyles(input.style),
    numbering: bulletNumbering(input.style),
    sections: [
      {
        ...pageProperties(input.style, job.document.layout.paper),
        children: [...head(input, job), ...readingOrder(input.sections, template.columns).flatMap((s) => section(s, input.style))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

// In the text of a PDF with two columns the main one stands first.
function readingOrder<T extends { column: 'main' | 'side' }>(sections: T[], columns: number): T[] {
  if (columns === 1) return sections;
  return [...sections.filter(({ column }) => column === 'main'), ...sections.filter(({ column }) => column === 'side')];
}
