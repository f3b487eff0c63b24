// The list of templates. A template is one file here of its own name and one line below.

/** Section keys a two-column template puts into its side column unless the person says otherwise. */
const aside = ['skills', 'languages', 'certificates', 'interests', 'awards', 'references'];

/** What a template brings along where the person has not chosen. */
export interface Template {
  id: string;
  /** Keys of its name, and of what is said about it, in the interface's sentences. */
  name: string;
  about: string;
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
  /** Whether dates are read before the title they belong to. */
  datesFirst: boolean;
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
  datesFirst: false,
};
const two = { ...one, columns: 2 as const, side: aside, sideWidth: 33, margin: 14 };
const sans = { font: 'source-sans', headingFont: 'source-sans' };
const plex = { font: 'ibm-plex-sans', headingFont: 'ibm-plex-sans' };

const all: Omit<Template, 'name' | 'about'>[] = [
  { ...one, id: 'ledger-serif' },
  { ...one, id: 'classic', headingFont: 'source-serif', accent: '#222222', margin: 20 },
  {
    ...one,
    id: 'beam',
    font: 'inter',
    headingFont: 'inter',
    accent: '#c2410c',
    fontSize: 9.5,
    lineHeight: 1.4,
  },
  {
    ...one,
    ...plex,
    id: 'compact',
    accent: '#0f5e8c',
    fontSize: 9,
    lineHeight: 1.25,
    spacing: 0.8,
    margin: 13,
  },
  {
    ...one,
    id: 'garamond',
    font: 'eb-garamond',
    headingFont: 'eb-garamond',
    accent: '#7a1f2b',
    fontSize: 11.5,
    lineHeight: 1.25,
    margin: 24,
  },
  { ...one, ...sans, id: 'timeline', accent: '#2f6f4f', fontSize: 10.5 },
  {
    ...one,
    id: 'minimal',
    font: 'inter',
    headingFont: 'inter',
    accent: '#555555',
    fontSize: 9.5,
    lineHeight: 1.5,
    margin: 26,
  },
  {
    ...one,
    id: 'civic',
    font: 'noto-sans',
    headingFont: 'noto-sans',
    accent: '#1d4e9e',
    fontSize: 9.5,
    datesFirst: true,
  },
  {
    ...one,
    id: 'scholar',
    headingFont: 'source-serif',
    accent: '#3a3a3a',
    fontSize: 9.5,
    lineHeight: 1.25,
    spacing: 0.85,
  },
  { ...two, ...sans, id: 'harbour', accent: '#1f5f63' },
  { ...two, ...plex, id: 'ridge', accent: '#b4442f', fontSize: 9.5 },
  { ...two, ...sans, id: 'portrait', accent: '#2d5d8a', fontSize: 10.5 },
  { ...two, font: 'noto-sans', headingFont: 'noto-serif', id: 'atrium', accent: '#7c5a1e', fontSize: 9.5 },
  { ...two, headingFont: 'source-serif', id: 'duet', accent: '#4b3f72', sideWidth: 42 },
];

export const templates: Template[] = all.map((template) => ({
  ...template,
  name: `template.${template.id}.name`,
  about: `template.${template.id}.about`,
}));

/** The template of that id, or the first one where there is none. */
export function templateOf(id: string): Template {
  return templates.find((template) => template.id === id) ?? templates[0]!;
}
