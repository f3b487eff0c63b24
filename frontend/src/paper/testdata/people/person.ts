// What the invented people of the tests are made of.
import type { Block, Document, Layout } from '../../document';
import { block, contact, documentOf, entry, words } from '../../sample';

/** An invented person and what it takes to set the résumé. */
export interface Person {
  id: string;
  document: Document;
  /** Whether letters are needed that no bundled family has. */
  otherScripts?: boolean;
  picture?: boolean;
}

interface About {
  name: string;
  label?: string;
  language?: string;
  contacts?: string[];
  layout?: Partial<Layout>;
  sections: Block[];
  otherScripts?: boolean;
  picture?: boolean;
}

/** A person; ways to reach are told apart by how they look. */
export function person(id: string, about: About): Person {
  const document = documentOf(about.name, about.sections, about.layout, about.language);
  document.head.label = words(about.label);
  document.head.contacts = (about.contacts ?? []).map(contactOf);
  if (about.picture) document.head.picture = { id: 'picture', width: 8, height: 10, description: about.name };
  return {
    id,
    document,
    ...(about.otherScripts && { otherScripts: true }),
    ...(about.picture && { picture: true }),
  };
}

function contactOf(text: string) {
  if (/^https?:/.test(text)) return contact('url', text, text);
  if (text.includes('@')) return contact('email', text, `mailto:${text}`);
  if (/^\+?[\d ()/-]+$/.test(text)) return contact('phone', text, `tel:${text.replace(/[^\d+]/g, '')}`);
  return contact('place', text);
}

type Entries = Parameters<typeof entry>[0];

const unnamed = { work: 'w', education: 'e', projects: 'p' } as Record<string, string>;

/** A section of entries in the order given. */
export function entries(key: string, list: Entries[], title = ''): Block {
  return block(
    key,
    'entries',
    list.map((parts, i) => entry({ id: `${unnamed[key] ?? key}${i}`, ...parts })),
    title,
  );
}

/** Abilities by group: name, then words. */
export function skills(groups: Record<string, string[]>, key = 'skills'): Block {
  return block(
    key,
    'tags',
    Object.entries(groups).map(([title, tags], i) => entry({ id: `${key}${i}`, title, tags })),
  );
}

/** Languages and how well they are spoken. */
export function languages(levels: Record<string, string>): Block {
  return block(
    'languages',
    'levels',
    Object.entries(levels).map(([title, detail], i) => entry({ id: `l${i}`, title, detail })),
  );
}
