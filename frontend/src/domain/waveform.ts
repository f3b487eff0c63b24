/** The header of the WAV files the app serves, in bytes. */
const headerBytes = 44;

/**
 * The loudest moment of each of count stretches of a recording (16-bit mono WAV), 0 to 1,
 * scaled so that the loudest of all is 1; silence stays 0.
 */
export function peaks(wav: ArrayBuffer, count: number): number[] {
  const samples = new Int16Array(wav.slice(headerBytes, wav.byteLength - ((wav.byteLength - headerBytes) % 2)));
  const step = Math.max(1, Math.ceil(samples.length / count));
  const out: number[] = [];
  for (let start = 0; start < samples.length; start += step) {
    let loudest = 0;
    for (const sample of samples.subarray(start, start + step)) loudest = Math.max(loudest, Math.abs(sample));
    out.push(loudest);
  }
  const all = Math.max(...out, 1);
  return out.map((peak) => peak / all);
}
