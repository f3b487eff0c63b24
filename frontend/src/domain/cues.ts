/** Where a part of an answer rests on: code points, end exclusive. */
interface Cue {
  start: number;
  end: number;
}

interface Finding {
  cues: Cue[];
}

/** A stretch of the answer; cue says that a part of STAR rests on it. */
export interface Piece {
  text: string;
  cue: boolean;
}

/** Cuts an answer at the cues of its STAR checklist; overlapping cues become one stretch. */
export function cutByCues(text: string, star: Record<string, Finding | unknown> | undefined | null): Piece[] {
  const points = Array.from(text);
  const marked = new Array<boolean>(points.length).fill(false);
  for (const finding of Object.values(star ?? {}) as Finding[]) {
    for (const cue of finding.cues ?? []) marked.fill(true, cue.start, cue.end);
  }
  const pieces: Piece[] = [];
  for (const [i, point] of points.entries()) {
    const last = pieces.at(-1);
    const cue = marked[i] ?? false;
    if (last?.cue === cue) last.text += point;
    else pieces.push({ text: point, cue });
  }
  return pieces;
}
