// The families that come with the application, all under the SIL Open Font License.

/** The faces a family comes in: regular, italic, bold and bold italic. */
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

export interface Family {
  id: string;
  /** As the font file names itself, and as templates name it. */
  name: string;
  package: string;
  serif: boolean;
}

export const families: Family[] = [
  { id: 'source-serif', name: 'Source Serif 4', package: 'source-serif-4', serif: true },
  { id: 'source-sans', name: 'Source Sans 3', package: 'source-sans-3', serif: false },
  { id: 'inter', name: 'Inter', package: 'inter', serif: false },
  { id: 'noto-sans', name: 'Noto Sans', package: 'noto-sans', serif: false },
  { id: 'noto-serif', name: 'Noto Serif', package: 'noto-serif', serif: true },
  { id: 'eb-garamond', name: 'EB Garamond', package: 'eb-garamond', serif: true },
  { id: 'ibm-plex-sans', name: 'IBM Plex Sans', package: 'ibm-plex-sans', serif: false },
];

/** Reads what a font file of a package holds: over the page's own server, or from disk. */
export type LoadFont = (file: string) => Promise<Uint8Array>;

/** The family of that id, or undefined for one this version does not know. */
export function familyOf(id: string): Family | undefined {
  return families.find((family) => family.id === id);
}

/** The family that has the letters another one lacks. */
export function fallbackOf(family: Family): Family {
  return familyOf(family.serif ? 'noto-serif' : 'noto-sans')!;
}

/** The files of a family below @expo-google-fonts: "inter/400Regular/Inter_400Regular.ttf". */
export function filesOf(family: Family): string[] {
  const stem = family.name.replaceAll(' ', '');
  return faces.map((face) => `${family.package}/${face}/${stem}_${face}.ttf`);
}
