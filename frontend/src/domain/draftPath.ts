// The place of a field in an imported draft, as the Go side writes it: "basics.name",
// "work[1].startDate".

/** A path taken apart; index is undefined for the basics. */
export interface DraftPath {
  part: string;
  index: number | undefined;
  field: string;
}

/** The parts of a draft in the order the review shows them. */
export const draftParts = [
  'basics',
  'work',
  'education',
  'projects',
  'skills',
  'languages',
  'certificates',
  'awards',
  'publications',
  'volunteer',
  'references',
  'interests',
  'custom',
  'sections',
] as const;

/** Takes a path apart; undefined if it is none. */
export function parsePath(path: string): DraftPath | undefined {
  const found = /^(\w+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(path);
  if (!found?.[1]) return undefined;
  return {
    part: found[1],
    index: found[2] === undefined ? undefined : Number(found[2]),
    field: found[3] ?? '',
  };
}

/** Paths in the order of the review, each once. */
export function inOrder(paths: readonly string[]): string[] {
  const rank = (path: string): [number, number] => {
    const { part, index } = parsePath(path) ?? { part: '', index: 0 };
    const at = (draftParts as readonly string[]).indexOf(part);
    return [at < 0 ? draftParts.length : at, index ?? 0];
  };
  return [...new Set(paths)].sort((a, b) => {
    const [partA, indexA] = rank(a);
    const [partB, indexB] = rank(b);
    return partA - partB || indexA - indexB;
  });
}
