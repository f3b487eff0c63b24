/** Milliseconds as "0:47", "2:18" or "1:02:18"; never negative. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Whole minutes, at least one: "about 18 minutes" is never "0". */
export function wholeMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / 60_000));
}
