import type { Block, Document, Entry } from './document';

/** The document without what is hidden, and without sections that have nothing left. */
export function shown(document: Document): Document {
  return {
    ...document,
    sections: document.sections
      .filter((block) => !block.hidden)
      .map(shownBlock)
      .filter(hasContent),
  };
}

function shownBlock(block: Block): Block {
  const entries: Entry[] = [];
  for (const entry of block.entries ?? []) {
    if (entry.hidden) continue;
    const before = entries.at(-1);
    // What it was joined to may be hidden; then it stands for itself.
    const joined = entry.joined && before !== undefined && before.organisation === entry.organisation;
    entries.push({ ...entry, joined, lines: (entry.lines ?? []).filter((line) => !line.hidden) });
  }
  return { ...block, entries };
}

function hasContent(block: Block): boolean {
  return block.kind === 'prose' ? block.summary.text.trim() !== '' : block.entries.length > 0;
}
