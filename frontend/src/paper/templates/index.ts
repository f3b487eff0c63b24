// The list of templates. A template is one file here of its own name and one line below.

/** Section keys a two-column template puts into its side column unless the person says otherwise. */
const aside = ['skills', 'languages', 'certificates', 'interests', 'awards', 'references'];

/** What a template brings along where the person has not chosen. */
export interface Template {
  id: string;
  columns: 1 | 2;
  /** Sections of the side column by default; empty with one column. */
  side: string[];
  font: string;
  headingFont: string;
  accent: string;
  /** In pt, em, factor, mm and percent, as in Layout. */
  fontSize: number;
  lineHeight: number;
  spacing: number;
  margin: number;
  sideWidth: number;
  /** Whether the layout has a place for a photograph. */
  picture: boolean;
}

const one = {
  columns: 1 as const,
  side: [] as string[],
  font: 'source-serif',
  headingFont: 'source-sans',
  accent: '#2b4a94',
  fontSize: 10,
  lineHeight: 1.35,
  spacing: 1,
  margin: 18,
  sideWidth: 0,
  picture: true,
};
const two = { ...one, columns: 2 as const, side: aside, sideWidth: 33, margin: 14 };

export const templates: Template[] = [
  { ...one, id: 'ledger-serif' },
  { ...two, id: 'harbour', font: 'source-sans', accent: '#1f5f63' },
];

/** The template of that id, or the first one where there is none. */
export function templateOf(id: string): Template {
  return templates.find((template) => template.id === id) ?? templates[0]!;
}
