// A résumé put together: the facts of the ledger under the wording, the order and the
// layout of one résumé. The shapes are those of the Go package resume, declared by hand
// so that paper needs nothing of the application and also runs in Node.

/** A year, a month or a day: "2021", "2021-09", "2021-09-01"; empty: not known. */
export type PartialDate = string;

/** One text as shown, with where it comes from. */
export interface Words {
  /** Names the field, for example "work/<id>/position". */
  field: string;
  /** Marked text (domain/marked). */
  text: string;
  /** Whether this résumé words it in its own way. */
  worded: boolean;
  /** The ledger's own text, where worded. */
  ledger: string;
}

/** A line of an entry: one thing done. */
export interface LineWords extends Words {
  id: string;
  hidden: boolean;
}

type ContactKind = 'email' | 'phone' | 'url' | 'place' | 'profile';

/** One way to reach the person. */
export interface Contact {
  kind: ContactKind | string;
  text: string;
  url: string;
  network: string;
}

/** The person's photograph; its bytes come with the job, not with the document. */
interface Picture {
  id: string;
  /** In pixels, as is height. */
  width: number;
  height: number;
  description: string;
}

interface Head {
  name: string;
  label: Words;
  contacts: Contact[];
  picture?: Picture | null;
}

/** One item of a section. What a section has no field for is empty. */
export interface Entry {
  id: string;
  hidden: boolean;
  /** Whether a new page starts before it. */
  break: boolean;
  /** Same employer as the entry before. */
  joined: boolean;
  title: Words;
  degree: string;
  organisation: string;
  place: string;
  url: string;
  start: PartialDate;
  end: PartialDate;
  current: boolean;
  detail: Words;
  score: string;
  summary: Words;
  lines: LineWords[];
  tags: Words[];
}

export type BlockKind = 'prose' | 'entries' | 'tags' | 'levels';

/** A section: its title and what stands under it. */
export interface Block {
  key: string;
  kind: BlockKind | string;
  /** An empty text means the language's own title for the key. */
  title: Words;
  /** "main", "side", or empty: the template's choice. */
  column: string;
  break: boolean;
  hidden: boolean;
  /** Of kind prose only. */
  summary: Words;
  entries: Entry[];
}

/** How the résumé looks. A zero or an empty text is the template's own choice. */
export interface Layout {
  template: string;
  /** "a4", "letter" or "a5". */
  paper: string;
  /** "#1f4e79". */
  accent: string;
  font: string;
  headingFont: string;
  /** In pt, 8 to 13. */
  fontSize: number;
  /** In em, 1.1 to 1.8. */
  lineHeight: number;
  /** Factor on all vertical gaps, 0.5 to 1.6. */
  spacing: number;
  /** In mm, 8 to 30. */
  margin: number;
  /** In percent of the page's width, 24 to 42. */
  sideWidth: number;
  /** "short", "long", "numeric" or "year". */
  dateStyle: string;
  pageNumbers: boolean;
  showPicture: boolean;
  justify: boolean;
  /** The number of pages it must fit; 0: as many as it takes. */
  fitPages: number;
}

export interface Document {
  name: string;
  /** BCP 47. */
  language: string;
  layout: Layout;
  head: Head;
  sections: Block[];
}

/** A layout that leaves every choice to the template. */
export function plainLayout(template: string): Layout {
  return {
    template,
    paper: 'a4',
    accent: '',
    font: '',
    headingFont: '',
    fontSize: 0,
    lineHeight: 0,
    spacing: 0,
    margin: 0,
    sideWidth: 0,
    dateStyle: '',
    pageNumbers: true,
    showPicture: true,
    justify: false,
    fitPages: 0,
  };
}
